/** `menhu import FILE|FOLDER… --site S --column C --as LOGIN`: each file becomes a saved first revision, and never more. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStorage } from '../files/storage.ts';
import type { Command, Outside } from './command.ts';
import { bodyOf, type Imported, importFile, whyNot } from './import/file.ts';
import { type Found, findFiles } from './import/files.ts';
import { eachFile } from './import/one-by-one.ts';
import { placeOf } from './import/place.ts';
import { readText } from './import/read.ts';
import { dataOption, folderOf, withRunning } from './installation.ts';
import type { Given } from './options.ts';
import { type Both, Usage } from './words.ts';

export const importFiles: Command = {
  name: 'import',
  usage: 'menhu import FILE|FOLDER… --site S --column C --as LOGIN [--unit U] [--data DIR] [--dry-run]',
  about: {
    zh: '把 .docx、.txt、.md 文件导入为草稿，一个文件一篇，由撰稿人送审',
    en: 'makes drafts of .docx, .txt and .md files, one of each, for their writer to send in',
  },
  takes: {
    values: {
      site: { zh: '网站的标识或名称', en: 'label or name of the site' },
      column: { zh: '栏目的标识或名称', en: 'key or name of the column' },
      as: { zh: '撰稿人的用户名', en: 'the login name of the writer' },
      unit: { zh: '撰稿单位；撰稿人为几个单位撰稿时要写', en: 'for which unit, when the writer has several' },
      data: dataOption,
    },
    switches: {
      'dry-run': {
        zh: '只看结果，不导入；不用数据库，也不用写网站、栏目和撰稿人',
        en: 'only says what would come; needs no database, site, column or writer',
      },
    },
    files: true,
  },
  json: {
    zh: '一行 JSON；加 --dry-run 时每个文件一行',
    en: 'one line of JSON for all; with --dry-run one line for each file',
  },
  more: {
    zh: `文件夹连同下级一起读，按名字排序；隐藏文件、~$ 临时文件、链接和其他类型跳过。
只存为草稿，不送审、不发布；同一个文件再导入一次，还是那一份草稿。
按 Ctrl-C，手上这个文件做完就停，不会留下半份草稿。
退出码：0 全部导入；1 有文件被拒或没有做到；2 命令写错了。`,
    en: `A folder is read with all in it, in the order of names; hidden files, ~$ files, links and other kinds are passed over.
It never sends, approves or publishes; the same file again is the same draft.
Ctrl-C ends after the file in hand: no draft is left half.
It ends with 0: every file was taken; 1: some were refused or not reached; 2: the command was not understood.`,
  },
  run: async (given, outside) => {
    if (given.files.length === 0) throw new Usage({ zh: '要导入哪个文件？', en: 'which file?' });
    return given.on('dry-run') ? tryOnly(given, outside) : forReal(given, outside);
  },
};

/** One line of --dry-run --json. */
type Line = {
  readonly file: string;
  readonly ok: boolean;
  readonly title: string;
  readonly chars: number;
  readonly tables: number;
  readonly pictures: number;
  readonly lost: readonly string[];
  readonly refused: string;
};

async function tryOnly(given: Given, outside: Outside): Promise<number> {
  const found = findFiles(given.files);
  const whole = await eachFile(found.files, outside, async (file) => {
    const line = await inFolder((out) => lineOf(file, out, outside.env.MENHU_CLAMD));
    outside.json(line);
    for (const text of linesOf(line, '可以导入')) outside.text(text);
    return line.ok;
  });
  return summary(found, whole, outside, '可以导入');
}

async function lineOf(file: string, out: string, scanner: string | undefined): Promise<Line> {
  const read = await readText(file, out, scanner);
  if (!read.ok)
    return { file, ok: false, title: '', chars: 0, tables: 0, pictures: 0, lost: [], refused: read.refused };
  const { title, characters: chars, tables, pictures, lost } = read;
  const refused = whyNot(bodyOf(read, '', null)) ?? '';
  return { file, ok: refused === '', title, chars, tables, pictures: pictures.length, lost, refused };
}

async function forReal(given: Given, outside: Outside): Promise<number> {
  const [site, column, login] = [given.need('site'), given.need('column'), given.need('as')];
  return withRunning(given, outside, async (db) => {
    const place = await placeOf(db, { site, column, login, unit: given.value('unit') });
    const data = folderOf(given);
    const storage = folderStorage(data);
    const scanner = outside.env.MENHU_CLAMD;
    if (!scanner) outside.text(notScanned);
    const found = findFiles(given.files);
    const done: Imported[] = [];
    const whole = await eachFile(found.files, outside, async (file) => {
      const one = await inFolder((out) => importFile(db, place, file, { storage, data, out, scanner }));
      done.push(one);
      const line = one.ok ? { ...one, chars: one.characters, refused: '' } : { ...one, ...nothing };
      for (const text of linesOf(line, one.ok && one.already ? '早已导入' : '已存一稿')) outside.text(text);
      return one.ok;
    });
    outside.json(done);
    return summary(found, whole, outside, '是草稿了', '草稿要由撰稿人送审。');
  });
}

const notScanned: Both = {
  zh: '没有配置查毒程序（MENHU_CLAMD），导入的文件没有查过毒',
  en: 'no virus scanner is configured (MENHU_CLAMD): these files are not scanned',
};

const nothing = { title: '', chars: 0, tables: 0, pictures: 0 };

function linesOf({ file, ok, title, chars, tables, pictures, lost, refused }: Line, done: string): readonly string[] {
  if (!ok) return [`未导入  ${file}：${refused}`];
  const more = `${tables > 0 ? `，${tables} 个表格` : ''}${pictures > 0 ? `，${pictures} 张图片` : ''}`;
  return [
    `${done}  ${file}：《${title}》，${chars.toLocaleString('zh-CN')} 字${more}`,
    ...lost.map((what) => `          · ${what}`),
  ];
}

type Whole = { readonly taken: number; readonly refused: number; readonly left: number };

/** What was passed over is said beside the result, so that --json stays one kind of line. */
function summary(
  { files, skipped }: Found,
  { taken, refused, left }: Whole,
  outside: Outside,
  done: string,
  more = '',
): number {
  for (const { file, why } of skipped) outside.aside(`跳过  ${file}：${why}`);
  const passed = skipped.length > 0 ? `，跳过 ${skipped.length} 个` : '';
  const rest = left > 0 ? `，${left} 个还没有做到` : '';
  outside.text(`共 ${files.length} 个文件，${taken} 个${done}，${refused} 个未导入${passed}${rest}。${more}`);
  if (files.length === 0)
    outside.aside({
      zh: '没有可以导入的文件：要 .docx、.txt 或 .md',
      en: 'nothing to import: .docx, .txt or .md is wanted',
    });
  return refused === 0 && left === 0 && files.length > 0 ? 0 : 1;
}

/** An empty folder of our own, gone afterwards. */
async function inFolder<T>(work: (out: string) => Promise<T>): Promise<T> {
  const out = mkdtempSync(join(tmpdir(), 'menhu-import-'));
  try {
    return await work(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
