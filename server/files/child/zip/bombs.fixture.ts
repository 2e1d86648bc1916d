/** Archives that are small outside and large inside. All are made here; none comes from elsewhere. */
import { crc32, deflateRawSync } from 'node:zlib';
import { localHeader, type Raw, rawZip, u16 } from './raw.fixture.ts';

const zeros = (bytes: number) => Buffer.alloc(bytes);

/** 1 GB of zeros in 1 MB: 64 MB, deflated without an end, 16 times over. */
export function gigabyte(): Buffer {
  const block = deflateRawSync(zeros(64_000_000), { level: 9, finishFlush: 3 });
  const last = deflateRawSync(Buffer.alloc(0));
  const packed = Buffer.concat([...Array.from({ length: 16 }, () => block), last]);
  return rawZip([{ name: 'zeros.txt', packed, size: 1_024_000_000 }]);
}

/** The same, with a header that says ten bytes. */
export function liar(): Buffer {
  const packed = deflateRawSync(zeros(300_000_000), { level: 9 });
  return rawZip([{ name: 'ten.txt', packed, size: 10 }]);
}

/** Sixteen in each of `levels` levels, and at the bottom one file of 1 MB. */
export function nested(levels: number): Buffer {
  const bottom = rawZip([{ name: 'zeros.txt', content: zeros(1_000_000) }]);
  let archive = bottom;
  for (let level = 1; level < levels; level++)
    archive = rawZip(Array.from({ length: 16 }, (_, at) => ({ name: `${at}.zip`, content: archive })));
  return archive;
}

/** Every name leads to the same kilobyte. */
export function shared(count: number): Buffer {
  const content = zeros(1_000_000);
  const one: Raw = { name: '0.txt', content };
  const others = Array.from({ length: count - 1 }, (_, at) => ({
    name: `${at + 1}.txt`,
    content,
    offset: 0,
    listedOnly: true,
  }));
  return rawZip([one, ...others]);
}

/**
 * Each entry's data begins with a stored block that holds the next entry's header, so that it reaches into the next
 * one's data: the kernel at the end is counted once for each.
 */
export function quoted(count: number): Buffer {
  const kernel = zeros(1_000_000);
  const entries: { raw: Raw; header: Buffer }[] = [];
  let packed = deflateRawSync(kernel, { level: 9 });
  let content: Buffer = kernel;
  for (let at = count - 1; at >= 0; at--) {
    const raw: Raw = { name: `${at}.txt`, packed, size: content.length, crc: crc32(content) };
    const header = localHeader(raw);
    entries.unshift({ raw, header });
    // A stored block, not the last: 0, length, its complement, the bytes.
    packed = Buffer.concat([Buffer.from([0]), u16(header.length), u16(~header.length), header, packed]);
    content = Buffer.concat([header, content]);
  }
  const first = entries[0] as { raw: Raw; header: Buffer };
  let offset = 0;
  const listed = entries.map(({ raw, header }, at) => {
    const here = { ...raw, offset, listedOnly: at > 0 };
    // The next header lies five bytes (the block's head) into this one's data.
    offset += header.length + 5;
    return here;
  });
  return rawZip([{ ...first.raw, offset: 0 }, ...listed.slice(1)]);
}
