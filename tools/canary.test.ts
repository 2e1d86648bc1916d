import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { makeCanary, searchBytes, searchFolder } from './canary.ts';

const canary = makeCanary('kanari0123456789abcdefXY');
const { marker } = canary;
const formsIn = (bytes: Uint8Array | string, name = 'x') => searchBytes(canary, name, bytes).map((hit) => hit.form);

test('a new canary differs each time, and refuses a marker that an encoding could split', () => {
  expect(makeCanary().marker).not.toBe(makeCanary().marker);
  expect(makeCanary().marker).toMatch(/^kanari[0-9a-f]{18}$/);
  expect(() => makeCanary('门户')).toThrow('ASCII');
});

test('bytes without it give nothing, one character less included', () => {
  expect(formsIn('nothing here')).toEqual([]);
  expect(formsIn(marker.slice(1))).toEqual([]);
  expect(formsIn(Buffer.from(marker.slice(1)).toString('base64'))).toEqual([]);
  expect(formsIn(Buffer.alloc(0))).toEqual([]);
});

test.each([
  ['plain', `<p>${marker}</p>`],
  ['upper case', `X-NAME: KANARI0123456789ABCDEFXY`],
  ['lower case', 'kanari0123456789abcdefxy.localhost'],
  ['url', '/q=%6b%61%6e%61%72%69%30%31%32%33%34%35%36%37%38%39%61%62%63%64%65%66%58%59'],
  ['url', '/q=%6B%61%6E%61%72%69%30%31%32%33%34%35%36%37%38%39%61%62%63%64%65%66%58%59'],
  ['html decimal', [...marker].map((c) => `&#${c.charCodeAt(0)};`).join('')],
  ['html hex', [...marker].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join('')],
  ['json', [...marker].map((c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')],
  ['hex', 'bytea \\x6b616e6172693031323334353637383961626364656658 59'.replace(' 59', '59')],
  ['backwards', 'YXfedcba9876543210iranak'],
])('found as text: %s', (form, text) => expect(formsIn(text)).toContain(form));

test.each(['', 'a', 'ab', 'abc', '标题：'])('found in base64 after %j and before anything', (before) => {
  for (const after of ['', 'x', 'yz', '。'])
    for (const encoding of ['base64', 'base64url'] as const)
      expect(formsIn(Buffer.from(`${before}${marker}${after}`).toString(encoding)).join()).toMatch(/^base64/);
});

test('found in UTF-16 of both kinds', () => {
  const wide = Buffer.from(`标题${marker}`, 'utf16le');
  expect(formsIn(wide)).toEqual(['utf-16le']);
  expect(formsIn(Buffer.from(wide).swap16())).toEqual(['utf-16be']);
});

/** A zip file of one deflated entry, as an office program writes it. */
function zip(name: string, content: string): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(name.length, 28);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name)]);
}

test('found inside gzip, brotli, zip, and one in the other', () => {
  expect(searchBytes(canary, 'a.gz', gzipSync(`x${marker}`))).toEqual([{ where: 'a.gz!gunzip', form: 'plain', at: 1 }]);
  expect(searchBytes(canary, 'a.br', brotliCompressSync(marker)).map((hit) => hit.where)).toContain('a.br!brotli');
  const docx = zip('word/document.xml', `<w:t>${marker}</w:t>`);
  expect(searchBytes(canary, 'a.docx', docx)).toEqual([{ where: 'a.docx!word/document.xml', form: 'plain', at: 5 }]);
  expect(formsIn(gzipSync(docx))).toEqual(['plain']);
});

test('damaged packings are searched as they are, and stop nothing', () => {
  const cut = gzipSync(marker).subarray(0, 15);
  expect(formsIn(cut)).toEqual([]);
  expect(formsIn(Buffer.concat([cut, Buffer.from(marker)]))).toEqual(['plain']);
  expect(formsIn(zip('a', marker).subarray(0, 60))).toEqual([]);
});

test('a folder is searched through, names included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-canary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  writeFileSync(join(folder, 'a', 'clean.html'), 'nothing');
  expect(searchFolder(canary, folder)).toEqual([]);
  writeFileSync(join(folder, 'a', 'b', 'page.html.gz'), gzipSync(marker));
  writeFileSync(join(folder, 'a', `${marker}.png`), '');
  expect(searchFolder(canary, folder).map((hit) => hit.where.slice(folder.length))).toEqual(
    expect.arrayContaining(['/a/b/page.html.gz!gunzip', `/a/${marker}.png (name)`]),
  );
});
