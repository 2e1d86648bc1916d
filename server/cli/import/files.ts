/** The files that were asked for: each one named, and in a folder all that can be imported, in the order of their names. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

export type Skipped = { readonly file: string; readonly why: string };
export type Found = { readonly files: readonly string[]; readonly skipped: readonly Skipped[] };

export const extensions = ['.docx', '.txt', '.md'] as const;
const depthMax = 32;
/** 2 before 10. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** What is named goes in as it is, and is refused later, where it must be; only what lies in a folder is chosen from. */
export function findFiles(asked: readonly string[]): Found {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of asked) {
    if (isFolder(path)) walk(path, { files, skipped }, 0);
    else files.push(path);
  }
  return { files: [...new Set(files)], skipped };
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function walk(folder: string, found: { files: string[]; skipped: Skipped[] }, depth: number): void {
  const names = namesIn(folder);
  if (typeof names === 'string' || depth > depthMax) {
    found.skipped.push({ file: folder, why: typeof names === 'string' ? names : '文件夹太深' });
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const why = whyNot(path, name);
    if (why !== undefined) found.skipped.push({ file: path, why });
    else if (lstatSync(path).isDirectory()) walk(path, found, depth + 1);
    else found.files.push(path);
  }
}

/** Names in order, or why there are none. */
function namesIn(folder: string): readonly string[] | string {
  try {
    return readdirSync(folder).sort(byName.compare);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return '没有权限读这个文件夹';
    throw error;
  }
}

function whyNot(path: string, name: string): string | undefined {
  if (name.startsWith('.')) return '隐藏文件';
  if (name.startsWith('~$')) return 'Word 打开文件时留下的临时文件';
  const about = lstatSync(path);
  if (about.isSymbolicLink()) return '是链接，不是文件本身';
  if (about.isDirectory()) return undefined;
  if (!about.isFile()) return '不是普通文件';
  return (extensions as readonly string[]).includes(extname(name).toLowerCase())
    ? undefined
    : '不是 .docx、.txt、.md 文件';
}
