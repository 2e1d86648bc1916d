/** A zip attachment: each file in it is checked and cleaned like one that is uploaded by itself. */
import { posix } from 'node:path';
import { safeName } from './display-name.ts';
import { Refused } from './not-taken.ts';
import { sameName } from './zip/names.ts';
import type { Entry } from './zip/read.ts';
import { writeZip } from './zip/write.ts';

type CleanEntry = { readonly name: string; readonly bytes: Buffer; readonly notes: readonly string[] };

/** What systems put beside people's files: no content, and sometimes a name or a place. */
const clutter = /^(__MACOSX\/|.*\/\.DS_Store$|\.DS_Store$|(.*\/)?(Thumbs\.db|desktop\.ini|\._[^/]*)$)/i;

/** `clean` gives a file's safe name and its cleaned bytes. Throws Refused, naming the file. */
export async function cleanArchive(entries: readonly Entry[], clean: (entry: Entry) => Promise<CleanEntry>) {
  const wanted = entries.filter(({ name }) => !clutter.test(name));
  if (wanted.length === 0) throw new Refused('empty', '压缩包里没有文件。请检查后再传');
  const kept: Entry[] = [];
  const notes: string[] = [];
  for (const entry of wanted) {
    const done = await named(entry.name, () => clean(entry));
    const folders = posix
      .dirname(entry.name)
      .split('/')
      .filter((part) => part !== '.');
    kept.push({ name: [...folders.map(safeName), done.name].join('/'), bytes: done.bytes });
    notes.push(...done.notes.map((note) => `${done.name}：${note}`));
  }
  refuseTwice(kept);
  if (wanted.length < entries.length) notes.push('去掉了系统自动生成的隐藏文件');
  return {
    bytes: await writeZip(kept),
    notes: notes.length > 100 ? [...notes.slice(0, 99), `……共 ${notes.length} 处`] : notes,
  };
}

async function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.verdict.code, `压缩包里的“${name.slice(0, 80)}”不能收：${error.message}`);
  }
}

/** Two names may become one when invisible signs are taken out. */
function refuseTwice(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(sameName(name))) throw new Refused('name_twice', `压缩包里有两个“${name}”，请改名后重新压缩再传`);
    seen.add(sameName(name));
  }
}
