/** A WebP's size and whether it moves, from its first chunk. The format: WebP Container Specification. */
import { broken, truncated } from './refusal.ts';

export type Webp = { readonly width: number; readonly height: number; readonly animated: boolean };

export const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

/** Throws Refused. A simple file has VP8 or VP8L first, an extended one VP8X with the canvas. */
export function readWebp(bytes: Buffer): Webp {
  if (bytes.length < 30 || bytes.readUInt32LE(4) + 8 > bytes.length + 1) throw truncated();
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') {
    const animated = ((bytes[20] as number) & 2) !== 0;
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, animated };
  }
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, animated: false };
  }
  if (kind === 'VP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a) {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, animated: false };
  }
  throw broken();
}
