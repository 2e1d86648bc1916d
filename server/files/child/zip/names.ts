/** Names inside an archive: decoded, and refused when a program that unpacks it could be led astray. */
import { crc32 } from 'node:zlib';
import { Refused } from '../not-taken.ts';

type Named = {
  readonly fileNameRaw: Buffer;
  readonly generalPurposeBitFlag: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
};

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** UTF-8 where it is that (most programs don't set the flag), else GB18030, as Windows in Chinese writes. */
export function nameOf(entry: Named): string {
  const raw = unicodePath(entry) ?? entry.fileNameRaw;
  for (const decoder of [utf8, gb18030]) {
    try {
      return decoder.decode(raw);
    } catch {
      // Not this one: the next is asked.
    }
  }
  throw new Refused('bad_name_inside', '压缩包里有文件名读不出来（不是 UTF-8，也不是 GB18030），请重新压缩后再传');
}

/** Info-ZIP's second name (0x7075). It counts only while it belongs to the first one. */
function unicodePath({ extraFields, fileNameRaw }: Named): Buffer | undefined {
  const field = extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5 && data[0] === 1);
  return field && field.data.readUInt32LE(1) === crc32(fileNameRaw) ? field.data.subarray(5) : undefined;
}

const control = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A relative path with single slashes; throws Refused on anything else. Windows writes `\`, which becomes `/`. */
export function pathOf(name: string): string {
  const path = name.replaceAll('\\', '/');
  const shown = JSON.stringify(name.slice(0, 80).replace(new RegExp(control, 'gu'), '?')).slice(1, -1);
  const wrong = (why: string) => new Refused('bad_path_inside', `压缩包里的“${shown}”${why}，请重新压缩后再传`);
  if (control.test(path)) throw wrong('名字里有看不见的控制符');
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path)) throw wrong('是绝对路径');
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.includes('..')) throw wrong('指到了压缩包外面');
  if (parts.some((part) => part === '' || part === '.')) throw wrong('路径不正常');
  if (parts.length > 32 || parts.some((part) => part.length > 255)) throw wrong('路径太深或名字太长');
  return path;
}

/** Windows and macOS see these as one file. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase();
