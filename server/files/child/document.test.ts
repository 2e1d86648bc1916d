import { describe, expect, test } from 'vitest';
import { cleaned, outermost } from './document.ts';
import { tinyJpeg } from './jpeg.fixture.ts';
import { Refused } from './not-taken.ts';
import { docx, WHO } from './office/office.fixture.ts';
import { sortOf } from './sniff.ts';
import { gigabyte, nested } from './zip/bombs.fixture.ts';
import { rawZip } from './zip/raw.fixture.ts';
import { readZip } from './zip/read.ts';
import { makeRoom } from './zip/room.ts';

const clean = (bytes: Buffer, name: string) => cleaned(sortOf(bytes, name, 'attachment'), outermost);
const refusal = (bytes: Buffer, name = 'a.zip') =>
  clean(bytes, name).then(
    () => ({ code: 'taken', message: '' }),
    (error: unknown) => (error instanceof Refused ? error.verdict : Promise.reject(error)),
  );

async function entriesOf(bytes: Uint8Array) {
  const archive = await readZip(bytes, makeRoom('archive'));
  if (!archive.ok) throw new Error(archive.message);
  return archive.entries;
}

describe('F2 archives in archives', () => {
  test('two levels are taken, three refused', async () => {
    const two = rawZip([{ name: 'b.zip', content: rawZip([{ name: 'c.txt', content: 'x' }]) }]);
    expect((await refusal(two)).code).toBe('taken');
    expect((await refusal(rawZip([{ name: 'a.zip', content: two }]))).code).toBe('too_deep');
  });
  test('a bomb of five levels, sixteen in each, is refused at its third', async () => {
    expect((await refusal(nested(5))).code).toBe('too_deep');
  });
  test('a bomb inside a Word file inside an archive', async () => {
    const word = await docx(tinyJpeg(''), {
      links: [['x1', 'package', 'e.xlsx']],
      parts: [['word/e.xlsx', gigabyte()]],
    });
    expect((await refusal(rawZip([{ name: 'a.docx', content: word }]))).code).toBe('too_large_inside');
  });
});

describe('F4 each file in an archive is checked and cleaned by its own type', () => {
  test('names in UTF-8, people gone, clutter gone', async () => {
    const zip = rawZip([
      { name: Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x2e, 0x74, 0x78, 0x74]), flags: 0, content: '说明' },
      { name: 'dir/CON.txt', content: 'x' },
      { name: '__MACOSX/._a.txt', content: 'Mac' },
      { name: 'dir/.DS_Store', content: 'x' },
      { name: 'dir/Thumbs.db', content: 'x' },
    ]);
    const { bytes, notes } = await clean(zip, 'a.zip');
    expect((await entriesOf(bytes)).map(({ name }) => name)).toEqual(['说明.txt', 'dir/_CON.txt']);
    expect(notes).toEqual(['去掉了系统自动生成的隐藏文件']);
  });
  test('one file that is not allowed refuses the whole, and is named', async () => {
    const zip = rawZip([
      { name: 'a.txt', content: 'x' },
      { name: 'dir/setup.exe', content: 'MZ' },
    ]);
    const { code, message } = await refusal(zip);
    expect(code).toBe('program');
    expect(message).toContain('压缩包里的“dir/setup.exe”不能收');
  });
  test('a file with a comment in it is named too', async () => {
    const commented = await docx(tinyJpeg(''), { body: '<w:ins/>' });
    const { code, message } = await refusal(rawZip([{ name: '稿.docx', content: commented }]));
    expect([code, message.includes('稿.docx'), message.includes('请接受修订')]).toEqual(['comments', true, true]);
    expect(message).not.toContain(WHO);
  });
  test('an archive of nothing but clutter is empty', async () => {
    expect((await refusal(rawZip([{ name: '.DS_Store', content: 'x' }]))).code).toBe('empty');
    expect((await refusal(rawZip([]))).code).toBe('empty');
  });
  test('two names that differ by an unseen sign become one, and are refused', async () => {
    const zip = rawZip([
      { name: 'a.txt', content: 'x' },
      { name: 'a\u200b.txt', content: 'y' },
    ]);
    expect((await refusal(zip)).code).toBe('name_twice');
  });
});

test('F1 what is appended to a picture does not get out', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  );
  const both = Buffer.concat([png, rawZip([{ name: 'Evil.class', content: 'x' }])]);
  expect(Buffer.from((await clean(both, 'a.png')).bytes).equals(png)).toBe(true);
});

test('F4 text is kept byte for byte', async () => {
  const bytes = Buffer.from([0xcb, 0xb5, 0xc3, 0xf7, 0x0d, 0x0a]);
  expect((await clean(bytes, 'a.txt')).bytes).toEqual(bytes);
});

test('F4 a photograph loses its inscriptions, and stays the right way up', async () => {
  const { bytes, notes } = await clean(tinyJpeg(WHO, 6), 'a.jpg');
  const plain = Buffer.from(bytes);
  expect(plain.includes(Buffer.from('canary'))).toBe(false);
  expect(plain.subarray(0, 38).toString('hex')).toBe(
    'ffd8ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000',
  );
  expect(notes).toEqual(['去掉了拍摄信息']);
  expect(Buffer.from((await clean(tinyJpeg('', 1), 'a.jpg')).bytes).includes(Buffer.from('Exif'))).toBe(false);
});
