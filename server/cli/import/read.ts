/** One file as a text that is ready to be saved, or why it can't be. Reads no database, and keeps nothing. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { limits } from '../../contract/file-limits.ts';
import { runLimited } from '../../files/child/limited.ts';
import type { Taken } from '../../files/child/types.ts';
import { ScannerAway, scan } from '../../files/scan.ts';
import { clean } from '../../html/clean.ts';
import { say } from '../../words/refusals.ts';
import { bytesMax, decode, tooBig } from './decode.ts';
import { extensions } from './files.ts';
import { fromMarkdown } from './markdown.ts';
import { type Draft, fromPlain } from './plain.ts';

export type Text = {
  readonly title: string;
  /** Clean; names `pictures` by their ids. */
  readonly html: string;
  readonly characters: number;
  readonly tables: number;
  readonly pictures: readonly Taken[];
  /** What was changed or could not come, each with how often. */
  readonly lost: readonly string[];
  readonly scanned: boolean;
};
export type Read = ({ readonly ok: true } & Text) | { readonly ok: false; readonly refused: string };

const refused = (why: string): Read => ({ ok: false, refused: why });

/** The bytes of the file in a word: the same file is the same draft. Undefined when it can't be read. */
export function hashOf(file: string): string | undefined {
  const bytes = bytesOf(file);
  return typeof bytes === 'string' ? undefined : createHash('sha256').update(bytes).digest('hex');
}

/** `out`: an empty folder for the pictures of a Word file. `scanner`: where clamd listens, when one is configured. */
export async function readText(file: string, out: string, scanner: string | undefined): Promise<Read> {
  const kind = extname(file).toLowerCase();
  if (!(extensions as readonly string[]).includes(kind)) return refused('只能导入 .docx、.txt 和 .md 文件');
  const bytes = bytesOf(file);
  if (typeof bytes === 'string') return refused(bytes);
  const scanned = await scanOf(file, scanner);
  if (typeof scanned === 'string') return refused(scanned);
  const read = kind === '.docx' ? await fromWord(file, out) : fromBytes(bytes, kind);
  return read.ok ? { ...read, scanned } : read;
}

/** Whether a scanner has called it clean; or why it can't be taken: no answer is no permission. */
async function scanOf(file: string, scanner: string | undefined): Promise<boolean | string> {
  try {
    const verdict = await scan(file, scanner);
    if (typeof verdict === 'string') return verdict === 'clean';
    return `查毒程序在这个文件里发现了 ${verdict.found}，不能收`;
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    return '查毒程序没有回答，没有查过毒的文件不能收。请稍后再导入，或请信息化中心检查查毒程序';
  }
}

type Unscanned = ({ readonly ok: true } & Omit<Text, 'scanned'>) | { readonly ok: false; readonly refused: string };

async function fromWord(file: string, out: string): Promise<Unscanned> {
  const name = basename(file);
  const verdict = await runLimited({ task: 'word', input: file, name, out }, 'menhu import');
  if (!verdict.ok) return { ok: false, refused: verdict.message };
  if (!('word' in verdict)) throw new Error(`${file} was read as a file, not as a text`);
  const { word } = verdict;
  if (word.title !== '') return { ok: true, ...word };
  const title = name.slice(0, -extname(name).length).trim().slice(0, 200);
  return { ok: true, ...word, title, lost: [...word.lost, '没有找到标题，用了文件名，请核对'] };
}

function fromBytes(bytes: Buffer, kind: string): Unscanned {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  try {
    return cleaned(kind === '.md' ? fromMarkdown(decoded.text) : fromPlain(decoded.text), decoded.notes);
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, refused: '这个文件的层次太深，读不了' };
    throw error;
  }
}

function cleaned({ title, html, lost }: Draft, notes: readonly string[]): Unscanned {
  const done = clean(html, new Map());
  if (!done.ok) return { ok: false, refused: say(done.code) };
  return {
    ok: true,
    title,
    html: done.html,
    characters: done.text.replace(/\s/g, '').length,
    tables: done.html.split('<table>').length - 1,
    pictures: [],
    lost: [...notes, ...lost, ...done.lost],
  };
}

/** The bytes, or why there are none. */
function bytesOf(file: string): Buffer | string {
  const most = extname(file).toLowerCase() === '.docx' ? limits.bytesMax : bytesMax;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return '不是普通文件';
    if (stat.size > most) return most === bytesMax ? tooBig(stat.size) : '文件超过 50 MB，请压缩图片，或拆成几个文件';
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '没有这个文件';
    if (code === 'EACCES') return '没有权限读这个文件';
    throw error;
  }
}
