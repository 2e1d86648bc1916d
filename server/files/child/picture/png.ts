/** The chunks of a PNG, without decoding it. The format: W3C PNG, third edition, sections 5 and 11. */
import { crc32 } from 'node:zlib';
import { broken, truncated } from './refusal.ts';

/** `start`: its length field; `body`…`bodyEnd`: its content; `end`: after its checksum. */
export type Chunk = {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly bodyEnd: number;
  readonly end: number;
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);
export const pngSignature = (): Buffer => Buffer.from(signature);

/** Up to and including IEND. Throws Refused: cut off, or a chunk that the pixels need fails its checksum. */
export function* chunks(bytes: Buffer): Generator<Chunk> {
  if (!isPng(bytes)) throw broken();
  for (let start = 8; ; ) {
    if (start + 12 > bytes.length) throw truncated();
    const bodyEnd = start + 8 + bytes.readUInt32BE(start);
    if (bodyEnd + 4 > bytes.length) throw truncated();
    const type = bytes.toString('latin1', start + 4, start + 8);
    // A capital first letter: no decoder may pass over it.
    const critical = /^[A-Z]/.test(type);
    if (critical && crc32(bytes.subarray(start + 4, bodyEnd)) !== bytes.readUInt32BE(bodyEnd)) throw broken();
    yield { type, start, body: start + 8, bodyEnd, end: bodyEnd + 4 };
    if (type === 'IEND') return;
    start = bodyEnd + 4;
  }
}

/** A whole chunk: length, type, content, checksum. */
export function chunkOf(type: string, content: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(content.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
