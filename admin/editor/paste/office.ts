/**
 * Paste from Word, WPS, Excel, WeChat and web pages: clipboard html in, the html of an article out (docs/article-html.md).
 * The html is parsed into a document of its own, in which nothing loads and nothing runs, and written anew from the forms
 * of an article alone. The server cleans it once more.
 */

import { inert } from '../html/inert.ts';
import { addressed } from './addressee.ts';
import { outside } from './around.ts';
import { chosen, type From, isCut, isOffice, rulesOf, signsOf, whence, withoutSheets } from './clipboard.ts';
import { Flow } from './flow.ts';
import { htmlMax, Refused, refuse, sourceMax, textMax, wholeMax } from './limits.ts';
import { Looks } from './looks.ts';
import { Losses } from './losses.ts';
import type { Block } from './model.ts';
import { Notes } from './notes.ts';
import { type Picture, Pictures } from './pictures.ts';
import { plainBlocks } from './plain.ts';
import { Printer } from './print.ts';
import { isTangled } from './tangle.ts';

export type { From, Picture };
export { isOffice, Refused };

export type Pasted = {
  /** `<img data-picture="KEY">` stands for a picture that came, until it is uploaded. */
  readonly html: string;
  readonly pictures: readonly Picture[];
  /** What could not stay, in the words of the office, each with how often. */
  readonly lost: readonly string[];
  /** Lines that say which picture did not come. */
  readonly missing: number;
  readonly from: From;
};

export type PasteOptions = {
  /** Begins every picture's key, so that those of two pastes differ. */
  readonly prefix?: string;
  /** Where our own pages are (location.origin): their pictures are known by their address. */
  readonly origin?: string;
};

/** `rtf`: the clipboard's text/rtf, '' without one. Throws Refused, with words for the writer, beyond the limits. */
export function cleanOffice(html: string, rtf = '', options: PasteOptions = {}): Pasted {
  if (html.length > wholeMax) throw refuse.whole(html.length);
  const signs = html.length > sourceMax ? signsOf(html) : 0;
  if (signs > sourceMax) throw refuse.source(signs);
  const { rest, styles } = withoutSheets(html);
  const part = inert(chosen(rest));
  if (isTangled(part)) throw refuse.tangle();
  const { body } = new DOMParser().parseFromString(part, 'text/html');
  const { rules, numbering } = rulesOf(styles);
  const losses = new Losses();
  const images = [...body.querySelectorAll('img')];
  const from = whence(html);
  const pictures = new Pictures(images, rtf, losses, { prefix: options.prefix ?? 'p', origin: options.origin });
  const notes = new Notes();
  const paste = { looks: new Looks(rules), numbering, losses, isSheet: from === 'excel', pictures, notes };
  const blocks = new Flow(paste).read(body, outside);
  if (isCut(part)) losses.add('cut');
  return pasted(addressed(blocks), notes, losses, pictures, from);
}

/** The clipboard's text/plain: a line is a paragraph, blanks and empty lines are layout. Throws Refused. */
export function cleanPlain(text: string): Pasted {
  const losses = new Losses();
  const pictures = new Pictures([], '', losses, { prefix: '', origin: undefined });
  if (text.length > sourceMax) throw refuse.source(text.length);
  return pasted(addressed(plainBlocks(text)), new Notes(), losses, pictures, 'plain');
}

function pasted(blocks: readonly Block[], notes: Notes, losses: Losses, pictures: Pictures, from: From): Pasted {
  const { numbers, texts, loose, noteless } = notes.settle();
  losses.add('noteless', noteless);
  const printer = new Printer(numbers, topLevel(blocks, from));
  const html = printer.blocks(blocks) + printer.blocks(loose) + printer.notes(texts);
  const signs = html.length > textMax ? html.replace(/<[^>]*>/g, '').replace(/&[a-z]{2,4};/g, '&').length : 0;
  if (signs > textMax) throw refuse.text(signs);
  if (html.length > htmlMax) throw refuse.html(html.length);
  return { html, pictures: pictures.taken, lost: losses.say(), missing: pictures.missing, from };
}

/** Word's first level is an h2. A web page has its title as h1 and often begins below it: its highest level is the h2. */
function topLevel(blocks: readonly Block[], from: From): number {
  if (from !== 'web' && from !== 'wechat') return 1;
  let top = 9;
  for (const block of blocks) if (block.is === 'heading') top = Math.min(top, block.level);
  return top;
}
