/** Zip files byte by byte, so that each header can say what it likes. */
import { crc32, deflateRawSync } from 'node:zlib';

/** What an honest writer would put there is filled in. `listed`: bytes for the central directory only. */
export type Raw = {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** The bytes as they stand in the file, instead of the content deflated. */
  readonly packed?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  readonly extra?: Buffer;
  /** Where the central directory says that the entry lies. */
  readonly offset?: number;
  /** Only in the central directory: nothing is written for it. */
  readonly listedOnly?: boolean;
};

type Wide = {
  readonly entries?: number;
  readonly comment?: Buffer;
  readonly prefix?: Buffer;
  readonly offset?: number;
};

export const u16 = (value: number): Buffer => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
};

function fields(raw: Raw) {
  const content = Buffer.from(raw.content ?? '');
  const method = raw.method ?? 8;
  const packed = raw.packed ?? (method === 0 ? content : deflateRawSync(content));
  return {
    name: Buffer.from(raw.name),
    packed,
    flags: raw.flags ?? 0x800,
    method,
    crc: raw.crc ?? crc32(content),
    packedSize: raw.packedSize ?? packed.length,
    size: raw.size ?? content.length,
    extra: raw.extra ?? Buffer.alloc(0),
  };
}

const middle = (raw: Raw): Buffer => {
  const { flags, method, crc, packedSize, size, name, extra } = fields(raw);
  const sizes = [u32(crc), u32(packedSize), u32(size), u16(name.length), u16(extra.length)];
  return Buffer.concat([u16(20), u16(flags), u16(method), u16(0), u16(33), ...sizes]);
};

export function localHeader(raw: Raw): Buffer {
  const { name, extra } = fields(raw);
  return Buffer.concat([u32(0x04034b50), middle(raw), name, extra]);
}

function listed(raw: Raw, offset: number): Buffer {
  const { name, extra } = fields(raw);
  return Buffer.concat([
    u32(0x02014b50),
    u16(raw.madeBy ?? 20),
    middle(raw),
    u16(0),
    u16(0),
    u16(0),
    u32(raw.attributes ?? 0),
    u32(raw.offset ?? offset),
    name,
    extra,
  ]);
}

export function rawZip(entries: readonly Raw[], { entries: count, comment, prefix, offset }: Wide = {}): Buffer {
  const parts: Buffer[] = [prefix ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let at = parts[0]?.length ?? 0;
  for (const entry of entries) {
    directory.push(listed(entry, at));
    if (entry.listedOnly) continue;
    const whole = Buffer.concat([localHeader(entry), fields(entry).packed]);
    parts.push(whole);
    at += whole.length;
  }
  const list = Buffer.concat(directory);
  const many = u16(count ?? entries.length);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    many,
    many,
    u32(list.length),
    u32(offset ?? at),
    u16(comment?.length ?? 0),
  ];
  return Buffer.concat([...parts, list, ...end, comment ?? Buffer.alloc(0)]);
}
