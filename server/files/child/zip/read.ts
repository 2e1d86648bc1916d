/**
 * The bomb check: it runs before every other parser of archives and Office files. The directory is read by yauzl;
 * everything it states is a claim. Bytes are counted while inflating, never taken from a header.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry as Listed, type ZipFile } from 'yauzl';
import { orNotTaken, Refused } from '../not-taken.ts';
import type { NotTaken } from '../types.ts';
import { nameOf, pathOf, sameName } from './names.ts';
import { entriesMax, type Room, ratioFrom, ratioMax } from './room.ts';

/** `name` is a relative path with `/`; folders are left out, they come back with their files. */
export type Entry = { readonly name: string; readonly bytes: Buffer };
export type Archive = { readonly ok: true; readonly entries: readonly Entry[] };
type Found = { readonly name: string; readonly listed: Listed; readonly start: number; readonly end: number };

const broken = (why: string) =>
  new Refused('zip_broken', `这个文件的压缩结构不完整或不正常（${why}），请用原来的软件重新保存，或重新压缩后再传`);
const locked = () => new Refused('encrypted', '这个文件设了打开密码，公众打不开，也没法检查。请去掉密码后再传');

/**
 * All files of an archive, in its order, or why not. `room`: makeRoom('office') or makeRoom('archive'), one for each
 * upload; inside an archive, makeRoom(kind, itsRoom).
 */
export const readZip = (bytes: Uint8Array, room: Room): Promise<Archive | NotTaken> =>
  orNotTaken(async () => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = await list(file, room);
    refuseOverlaps(found);
    const entries = found.map((one) => ({ name: one.name, bytes: inflate(file, one, room) }));
    const total = entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
    if (total > ratioFrom && total > ratioMax * file.length)
      throw new Refused('odd_ratio', `压缩比超过 ${ratioMax} 倍，像是“压缩炸弹”。表格请删去空白的行列后另存，再传`);
    return { ok: true, entries };
  });

async function list(file: Buffer, room: Room): Promise<Found[]> {
  const begins = file.length >= 4 ? file.readUInt32LE(0) : 0;
  if (begins !== 0x04034b50 && begins !== 0x06054b50) throw broken('开头不是压缩包');
  const zip = await fromBufferPromise(file, { decodeStrings: false }).catch(asRefusal);
  const claimed = zip.entryCount;
  if (claimed > entriesMax) throw new Refused('too_many_entries', `压缩包里超过 ${entriesMax} 个文件，请分成几个再传`);
  const found: Found[] = [];
  const names = new Names();
  try {
    for await (const listed of zip.eachEntry()) {
      room.take(0, 1);
      const name = pathOf(nameOf(listed));
      names.add(name);
      refuseOdd(listed, name);
      const start = await dataStart(zip, listed);
      found.push({ name, listed, start, end: start + listed.compressedSize });
    }
  } catch (error) {
    asRefusal(error);
  }
  const stated = found.reduce((sum, { listed }) => sum + listed.uncompressedSize, 0);
  // Only a shortcut: a lie in the other direction is met while inflating.
  if (stated > room.bytesLeft()) room.take(stated, 0);
  return found.filter(({ name }) => !name.endsWith('/'));
}

/** yauzl's own complaints are English and for programmers: the cause goes along, the advice is ours. */
function asRefusal(error: unknown): never {
  if (error instanceof Refused) throw error;
  const why = error instanceof Error ? error.message : String(error);
  if (/encrypt/i.test(why)) throw locked();
  if (/multi-disk/.test(why)) throw new Refused('zip_parts', '这是分卷压缩包的一部分，请重新压缩成一个文件再传');
  throw broken(why.slice(0, 80));
}

const dataStart = async (zip: ZipFile, listed: Listed): Promise<number> =>
  (await zip.readLocalFileHeaderPromise(listed, { minimal: true })).fileDataStart;

/** No name twice, also where only letters' case differs, and no file where another entry has a folder. */
class Names {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  add(path: string): void {
    const name = sameName(path);
    const whole = name.replace(/\/$/, '');
    const twice = name.endsWith('/') ? this.#files.has(whole) : this.#files.has(whole) || this.#folders.has(whole);
    if (twice) throw new Refused('name_twice', `压缩包里有两个“${path.slice(0, 80)}”，请改名后重新压缩再传`);
    if (name.endsWith('/')) this.#folders.add(whole);
    else this.#files.add(whole);
    for (let at = whole.lastIndexOf('/'); at > 0; at = whole.lastIndexOf('/', at - 1)) {
      const folder = whole.slice(0, at);
      if (this.#files.has(folder)) throw broken(`“${folder.slice(0, 80)}”既是文件又是文件夹`);
      this.#folders.add(folder);
    }
  }
}

function refuseOdd(listed: Listed, name: string): void {
  if (listed.isEncrypted() || listed.compressionMethod === 99) throw locked();
  const unixType = listed.versionMadeBy >> 8 === 3 ? (listed.externalFileAttributes >>> 28) & 0xf : 0;
  if (unixType === 0xa) throw new Refused('link_inside', `压缩包里的“${name}”是链接，不是文件，请换成文件本身再传`);
  if (![0, 4, 8].includes(unixType)) throw broken(`“${name}”不是普通文件`);
  if (listed.compressionMethod !== 0 && listed.compressionMethod !== 8)
    throw new Refused('odd_compression', '压缩方式不常见，许多人打不开。请用普通的 ZIP 方式重新压缩再传');
}

/** Files that share bytes give more the more of them there are: the same kilobyte can be inflated ten thousand times. */
function refuseOverlaps(found: readonly Found[]): void {
  const inOrder = [...found].sort(
    (a, b) => a.listed.relativeOffsetOfLocalHeader - b.listed.relativeOffsetOfLocalHeader,
  );
  inOrder.forEach((one, at) => {
    const before = inOrder[at - 1];
    if (before && one.listed.relativeOffsetOfLocalHeader < before.end) throw broken('里面的文件互相重叠');
  });
}

function inflate(file: Buffer, { listed, start, end, name }: Found, room: Room): Buffer {
  const packed = file.subarray(start, end);
  const left = room.bytesLeft();
  const bytes = listed.compressionMethod === 0 ? packed : inflateWithin(packed, left, room, name);
  room.take(bytes.length, 0);
  if (bytes.length !== listed.uncompressedSize || crc32(bytes) !== listed.crc32) throw broken(`“${name}”对不上校验码`);
  return bytes;
}

function inflateWithin(packed: Buffer, left: number, room: Room, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: left + 1 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') room.take(left + 1, 0);
    throw broken(`“${name}”解不开`);
  }
}
