/** How much may come out of one upload. Archives inside archives draw on the same room, so nesting multiplies nothing. */
import { Refused } from '../not-taken.ts';

const MB = 1_000_000;
type Bounds = { readonly bytesMax: number; readonly words: string };

/** office: one Office or OFD file. archive: a zip attachment, with everything in it, at any depth. */
export const bounds = {
  office: { bytesMax: 64 * MB, words: '文档内容展开后超过 64 MB，请拆成几个文件，或删去其中的大图片后再传' },
  archive: { bytesMax: 200 * MB, words: '压缩包解开后（连同包内的文档）超过 200 MB，请分成几个压缩包再传' },
} as const satisfies Record<string, Bounds>;
export type RoomKind = keyof typeof bounds;

/** Entries of one archive, and of all the archives in one upload together. */
export const entriesMax = 10_000;
/** Inflated bytes for each compressed one; asked of an archive only beyond `ratioFrom` bytes, since small files compress oddly. */
export const ratioMax = 100;
export const ratioFrom = 16 * MB;

export type Room = {
  /** Bytes that may still come out. */
  readonly bytesLeft: () => number;
  /** Uses up bytes and entries; throws Refused when there are none left. */
  readonly take: (bytes: number, entries: number) => void;
};

/** A fresh room; inside `outer`, what is taken is taken from both. */
export function makeRoom(kind: RoomKind, outer?: Room): Room {
  const { bytesMax, words } = bounds[kind];
  const left = { bytes: bytesMax, entries: entriesMax };
  return {
    bytesLeft: () => Math.min(left.bytes, outer?.bytesLeft() ?? left.bytes),
    take(bytes, entries) {
      outer?.take(bytes, entries);
      left.bytes -= bytes;
      left.entries -= entries;
      if (left.entries < 0)
        throw new Refused('too_many_entries', `压缩包里超过 ${entriesMax} 个文件，请分成几个压缩包再传`);
      if (left.bytes < 0) throw new Refused('too_large_inside', words);
    },
  };
}
