/** A GIF's first frame, without decoding it. The format: GIF89a, sections 17–27. */
import { broken, truncated } from './refusal.ts';

export type Gif = {
  /** Of the canvas, or of the first frame where that is larger. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** The file, ended after its first frame: no decoder has to walk through ten thousand others. */
  readonly first: Buffer;
};

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

export const isGif = (bytes: Buffer): boolean => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6));

/** Throws Refused when it is cut off inside the first frame. */
export function readGif(bytes: Buffer): Gif {
  if (bytes.length < 13) throw truncated();
  let at = 13 + tableSize(bytes[10] as number);
  while (bytes[at] === EXTENSION) at = afterBlocks(bytes, at + 2);
  if (bytes[at] !== IMAGE) throw bytes.length > at ? broken() : truncated();
  if (bytes.length < at + 11) throw truncated();
  const right = bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5);
  const bottom = bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7);
  const end = afterBlocks(bytes, at + 11 + tableSize(bytes[at + 9] as number));
  return {
    width: Math.max(bytes.readUInt16LE(6), right),
    height: Math.max(bytes.readUInt16LE(8), bottom),
    animated: hasFrame(bytes, end),
    first: Buffer.concat([bytes.subarray(0, end), Buffer.from([TRAILER])]),
  };
}

/** Blocks of 1–255 bytes, each after its length, until a length of zero. */
function afterBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let size = bytes[at]; size !== 0; size = bytes[at]) {
    if (size === undefined) throw truncated();
    at += size + 1;
  }
  return at + 1;
}

/** What follows the first frame isn't kept, so that it may be broken. */
function hasFrame(bytes: Buffer, from: number): boolean {
  let at = from;
  while (bytes[at] === EXTENSION) {
    at += 2;
    while (bytes[at]) at += (bytes[at] as number) + 1;
    at += 1;
  }
  return bytes[at] === IMAGE;
}
