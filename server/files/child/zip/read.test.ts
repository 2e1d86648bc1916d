import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gigabyte, liar, quoted, shared } from './bombs.fixture.ts';
import { type Raw, rawZip, u16, u32, u64 } from './raw.fixture.ts';
import { readZip } from './read.ts';
import { makeRoom } from './room.ts';
import { writeZip } from './write.ts';

const read = (bytes: Buffer, kind: 'office' | 'archive' = 'archive') => readZip(bytes, makeRoom(kind));
const codeOf = async (bytes: Buffer, kind: 'office' | 'archive' = 'archive') => {
  const verdict = await read(bytes, kind);
  return verdict.ok ? 'taken' : verdict.code;
};
const one = (raw: Partial<Raw>) => rawZip([{ name: 'a.txt', content: 'hello', ...raw }]);

test('F2 an honest archive is read: order, names, bytes; folders are left out', async () => {
  const zip = rawZip([
    { name: 'docs/', method: 0 },
    { name: 'docs/说明.txt', content: '你好' },
    { name: 'b.txt', content: 'stored', method: 0 },
  ]);
  const verdict = await read(zip);
  expect(verdict).toMatchObject({ ok: true });
  if (verdict.ok)
    expect(verdict.entries.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
      ['docs/说明.txt', '你好'],
      ['b.txt', 'stored'],
    ]);
});

describe('F2 names', () => {
  const gb = Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x2e, 0x74, 0x78, 0x74]); // 说明.txt in GB18030
  const unicode = (name: string, of: Buffer) =>
    Buffer.concat([u16(0x7075), u16(5 + Buffer.byteLength(name)), Buffer.from([1]), u32(crc32(of)), Buffer.from(name)]);
  const names: readonly (readonly [string, Partial<Raw>, string])[] = [
    ['GB18030 without a flag', { name: gb, flags: 0 }, '说明.txt'],
    ['UTF-8 without a flag', { name: '说明.txt', flags: 0 }, '说明.txt'],
    ['the second name that Info-ZIP adds', { name: gb, flags: 0, extra: unicode('另名.txt', gb) }, '另名.txt'],
    [
      'a second name that is of another first one',
      { name: gb, flags: 0, extra: unicode('x', Buffer.from('y')) },
      '说明.txt',
    ],
    ['backslashes of Windows', { name: 'a\\b.txt' }, 'a/b.txt'],
  ];
  test.each(names)('%s', async (_, raw, name) => {
    const verdict = await read(one(raw));
    expect(verdict.ok && verdict.entries[0]?.name).toBe(name);
  });

  const wrong = [
    '/etc/passwd',
    '../a.txt',
    'a/../../b',
    'a/..',
    '..\\a.txt',
    'C:\\a.txt',
    'c:a.txt',
    '\\\\server\\a',
    '//a',
    'a//b',
    './a',
  ];
  test.each([...wrong, 'a\0.txt', 'a\n.txt', 'a\u202egpj.exe', '', 'x'.repeat(256), `${'a/'.repeat(33)}b`])(
    '%j is refused',
    async (name) => {
      expect(await codeOf(one({ name }))).toBe('bad_path_inside');
    },
  );
  test('a name in no encoding is refused', async () => {
    expect(await codeOf(one({ name: Buffer.from([0xff, 0xff, 0xfe]), flags: 0 }))).toBe('bad_name_inside');
  });
  test.each([
    ['twice', ['a.txt', 'a.txt']],
    ['twice on Windows', ['A.txt', 'a.TXT']],
    ['twice on a Mac', ['é.txt', 'e\u0301.txt']],
    ['a folder that is a file', ['a/', 'a']],
  ])('%s is refused', async (_, names) => {
    expect(await codeOf(rawZip(names.map((name) => ({ name, method: 0 }))))).toBe('name_twice');
  });
  test('a file that is also a folder is refused', async () => {
    expect(
      await codeOf(
        rawZip([
          { name: 'a', content: 'x' },
          { name: 'a/b', content: 'y' },
        ]),
      ),
    ).toBe('zip_broken');
  });
});

describe('F2 what is no plain file', () => {
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['a symbolic link', one({ madeBy: (3 << 8) | 20, attributes: 0o120777 * 65_536 }), 'link_inside'],
    ['a device', one({ madeBy: (3 << 8) | 20, attributes: 0o020777 * 65_536 }), 'zip_broken'],
    ['a password', one({ flags: 1 }), 'encrypted'],
    ['strong encryption', one({ flags: 0x41 }), 'encrypted'],
    ['a password by AES', one({ method: 99 }), 'encrypted'],
    ['bzip2 inside', one({ method: 12 }), 'odd_compression'],
    ['a wrong checksum', one({ crc: 1 }), 'zip_broken'],
    ['more bytes than it says', one({ size: 4 }), 'zip_broken'],
    ['fewer bytes than it says', one({ size: 6 }), 'zip_broken'],
    ['bytes that are not deflated', one({ packed: Buffer.from([7, 7, 7]) }), 'zip_broken'],
    ['data beyond the end', one({ packedSize: 60_000 }), 'zip_broken'],
    ['something before it', rawZip([{ name: 'a' }], { prefix: Buffer.from('GIF89a') }), 'zip_broken'],
    ['something behind it', Buffer.concat([one({}), Buffer.from('<script>')]), 'zip_broken'],
    ['half of it', one({}).subarray(0, 60), 'zip_broken'],
    ['more entries than there are', rawZip([{ name: 'a' }], { entries: 2 }), 'zip_broken'],
    ['a directory that is elsewhere', rawZip([{ name: 'a' }], { offset: 4_000_000_000 }), 'zip_broken'],
  ];
  test.each(cases)('%s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('a comment is no way in: what stands in it is not read', async () => {
    expect(await codeOf(rawZip([{ name: 'a.txt', content: 'x' }], { comment: Buffer.from('hello') }))).toBe('taken');
  });

  test('sizes in 64 bits that lie are refused', async () => {
    const lie = Buffer.concat([u16(1), u16(16), u64(2n ** 52n), u64(5n)]);
    expect(await codeOf(one({ size: 0xffffffff, packedSize: 0xffffffff, extra: lie }))).toMatch(/zip_broken|too_large/);
    const small = Buffer.concat([u16(1), u16(8), u64(5n)]);
    expect(await codeOf(one({ size: 0xffffffff, extra: small }))).toBe('taken');
  });
});

describe('F2 bombs', () => {
  test('1 GB of zeros in 1 MB is refused before it is inflated', async () => {
    const bomb = gigabyte();
    expect(bomb.length).toBeLessThan(1_100_000);
    expect(await codeOf(bomb)).toBe('too_large_inside');
    expect(await codeOf(bomb, 'office')).toBe('too_large_inside');
  });
  test('a stated size of ten bytes does not open the door for 300 MB', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf(liar())).toBe('too_large_inside');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(700_000_000);
  });
  test('entries that share their bytes are refused, at one place and nested in quotes', async () => {
    expect(await codeOf(shared(100))).toBe('zip_broken');
    expect(await codeOf(quoted(50))).toBe('zip_broken');
  });
  test('10,000 entries are read, 10,001 refused', async () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => ({ name: `${at}`, method: 0 }));
    expect(await codeOf(rawZip(entries))).toBe('taken');
    expect(await codeOf(rawZip([...entries, { name: 'more', method: 0 }]))).toBe('too_many_entries');
  });
  test('20 MB in 20 KB is no document', async () => {
    expect(await codeOf(one({ content: Buffer.alloc(20_000_000) }), 'office')).toBe('odd_ratio');
  });
  test('exactly 64 MB of an Office file are read, one byte more is not', async () => {
    const noise = (bytes: number) => Buffer.alloc(bytes, Buffer.from(Array.from({ length: 251 }, (_, at) => at)));
    const packed = (bytes: number) => rawZip([{ name: 'a', content: noise(bytes), method: 0 }]);
    expect(await codeOf(packed(64_000_000), 'office')).toBe('taken');
    expect(await codeOf(packed(64_000_001), 'office')).toBe('too_large_inside');
  });
});

test('F2 whatever single byte is changed, there is a verdict, and no more comes out than may', async () => {
  const zip = rawZip([
    { name: 'a.txt', content: 'hello hello hello' },
    { name: 'b/c.txt', content: Buffer.alloc(5_000, 'x') },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, value) => {
      const changed = Buffer.from(zip);
      changed[at] = value;
      const verdict = await read(changed);
      const total = verdict.ok ? verdict.entries.reduce((sum, { bytes }) => sum + bytes.length, 0) : 0;
      expect(total).toBeLessThanOrEqual(200_000_000);
    }),
    { numRuns: 400 },
  );
});

test('F2 what we write is read back, and is the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\.txt$/)),
      fc.uint8Array(),
      async (names, content) => {
        const entries = names.map((name) => ({ name, bytes: Buffer.from(content) }));
        const zip = await writeZip(entries);
        expect(await writeZip(entries)).toEqual(zip);
        expect(await read(zip)).toEqual({ ok: true, entries });
      },
    ),
    { numRuns: 50 },
  );
});

test('F2 a descriptor behind the data, as streaming writers leave it, is no hindrance', async () => {
  const content = Buffer.from('streamed');
  const packed = deflateRawSync(content);
  const descriptor = Buffer.concat([u32(0x08074b50), u32(crc32(content)), u32(packed.length), u32(content.length)]);
  const zip = rawZip([
    { name: 'a.txt', content, packed: Buffer.concat([packed, descriptor]), packedSize: packed.length, flags: 0x808 },
    { name: 'b.txt', content: 'next' },
  ]);
  const verdict = await read(zip);
  expect(verdict.ok && verdict.entries.map(({ bytes }) => bytes.toString())).toEqual(['streamed', 'next']);
});
