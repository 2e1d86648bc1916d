/**
 * A Word file as a clean article. What mammoth drops or reads wrong (alignment, automatic numbers, hidden words, fields,
 * text boxes) is settled before: it is given a text written anew, and turns that into html. The one profile comes last.
 */
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { clean } from '../../../html/clean.ts';
import type { KnownFile } from '../../../html/types.ts';
import { orNotTaken, Refused } from '../not-taken.ts';
import type { Given, Verdict, Word } from '../types.ts';
import { readZip } from '../zip/read.ts';
import { makeRoom } from '../zip/room.ts';
import { type HandedOn, readDocument } from './document.ts';
import { idPrefix, withNotes } from './notes.ts';
import { Parts } from './parts.ts';
import { encodeAll, withPictures } from './pictures.ts';

/** What the file's owner can mend is a refusal in words; any error is a fault of ours. */
export const takeWord = (given: Given): Promise<Verdict> => orNotTaken(() => taken(given));

async function taken(given: Given): Promise<Verdict> {
  const archive = await readZip(await readFile(given.input), makeRoom('office'));
  if (!archive.ok) return archive;
  const parts = new Parts(archive.entries);
  const { title, losses, pictures: asked, handedOn } = readDocument(parts);
  const { html, unknownSigns } = await converted(handedOn);
  for (let i = 0; i < unknownSigns; i++) losses.add('特殊符号没有带来');
  // The text is read: from here on the time is the pictures', and more of it is given (walls.ts).
  if (!process.listeners('SIGXCPU').includes(goOn)) process.on('SIGXCPU', goOn);
  const pictures = await encodeAll(asked, parts, given.out);
  const whole = withPictures(html, pictures, () => losses.add('图片没有带来'));
  const kept = [...pictures.values()].filter((one) => typeof one !== 'string');
  return { ok: true, word: cleaned(whole, { title, pictures: kept, lost: losses.say() }) };
}
const goOn = () => {};

/** mammoth's idea of an archive: only what is handed on is there. */
async function converted({ parts, styleMap }: HandedOn): Promise<{ html: string; unknownSigns: number }> {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const text = parts.get(name) ?? '';
      return encoding ? text : Buffer.from(text);
    },
  };
  // Its types don't know this way in, which its own code uses for browsers.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const { value, messages } = await mammoth.convertToHtml(input, {
    // Found first by every run, so that the search is short.
    styleMap: ['u => u', 'b => strong', 'i => em', 'strike => s', 'r =>', 'table => table:fresh', ...styleMap],
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
    idPrefix,
    convertImage: mammoth.images.imgElement(async (image) => ({ src: `picture:${await image.read('utf-8')}` })),
  });
  const failed = messages.find(({ type }) => type === 'error');
  if (failed) throw new Error(failed.message);
  return { html: withNotes(value), unknownSigns: messages.filter(({ message }) => message.includes('w:sym')).length };
}

const tooMuch: Readonly<Record<string, string>> = {
  text_too_long: '正文太长：最多 100 万字。请拆成几个文件后再传',
  text_too_deep: '文件里的内容套了太多层，读不了。请把格式简化后再传',
  too_many_files: '图片太多：一篇最多 300 张。请拆成几个文件后再传',
  table_too_big: '表格太大：最多 2,000 行、100 列。请把大表格存成 Excel 文件，作为附件上传',
};

function cleaned(html: string, about: Pick<Word, 'title' | 'pictures' | 'lost'>): Word {
  const known = new Map<string, KnownFile>(about.pictures.map((picture) => [picture.id, picture]));
  const done = clean(html, known);
  if (!done.ok) throw new Refused(done.code, tooMuch[done.code] ?? '正文读不了，请另存为新的 DOCX 后再传');
  if (done.text.trim() === '' && done.files.length === 0 && about.title === '')
    throw new Refused('empty_document', '文件里没有文字。如果是扫描件，请作为附件上传，并另写正文');
  return {
    title: about.title,
    html: done.html,
    characters: done.text.replace(/\s/g, '').length,
    tables: done.html.match(/<table>/g)?.length ?? 0,
    pictures: about.pictures.filter(({ id }) => done.files.includes(id)),
    lost: [...about.lost, ...done.lost],
  };
}
