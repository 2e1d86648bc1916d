/** F6: XML has no entities and no DTD, and what is no Word text is none, whatever it is called. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../db/package-root.ts';
import { type Docx, docx, p } from './docx.fixture.ts';
import { takeBytes } from './take.fixture.ts';

const material = process.env.MENHU_MATERIAL ?? join(packageRoot(), '../shared/material');
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const inside = (dtd: string, text: string) =>
  `<?xml version="1.0"?>${dtd}<w:document ${word}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const done = await takeBytes(bytes);
  return 'ok' in done ? done.code : `taken: ${done.html}`;
};
const bomb = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('');

test.each([
  ['a file of the server', '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;', 'doctype'],
  ['an address', '<!DOCTYPE w:document SYSTEM "http://192.0.2.1/a.dtd">', 'x', 'doctype'],
  ['a parameter entity', '<!DOCTYPE w:document [<!ENTITY % p SYSTEM "http://192.0.2.1/a.dtd"> %p;]>', 'x', 'doctype'],
  ['a billion laughs', `<!DOCTYPE w:document [<!ENTITY a0 "ha">${bomb}]>`, '&a9;', 'doctype'],
  ['a harmless declaration', '<!DOCTYPE w:document>', 'x', 'doctype'],
  ['an entity that nobody declared', '', '&x;', 'part_broken'],
])('F6 %s in the text of a Word file: refused', async (_name, dtd, text, code) => {
  expect(await codeOf(await docx({ body: '', parts: { 'word/document.xml': inside(dtd, text) } }))).toBe(code);
});

test.each(['styles', 'numbering', 'footnotes', '_rels/document.xml.rels', 'header1'])(
  'F6 a declaration in word/%s is refused as well',
  async (name) => {
    const given: Docx = { body: p('正文'), styles: '', numbering: '', footnotes: '', header1: '' };
    const part = name.includes('rels') ? `word/${name}` : `word/${name}.xml`;
    const hostile = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>';
    expect(await codeOf(await docx({ ...given, parts: { [part]: hostile } }))).toBe('doctype');
  },
);

test('F6 another XML in the place of the text, such as an export of another system, is no Word text', async () => {
  const feed = '<rss version="2.0"><channel><title>站</title><item><title>稿</title></item></channel></rss>';
  expect(await codeOf(await docx({ body: '', parts: { 'word/document.xml': feed } }))).toBe('not_word');
  expect(await codeOf(Buffer.from(feed))).toBe('zip_broken');
});

const hostile = join(material, 'uploads/patt');
test('F6 material/uploads: each XML of it as the text of a Word file is refused', async () => {
  if (!existsSync(hostile)) return console.warn('F6: material/uploads is absent, so that its files were not tried');
  const names = readdirSync(hostile).filter((name) => name.endsWith('.xml') || name.startsWith('Deny'));
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) {
    const parts = { 'word/document.xml': readFileSync(join(hostile, name)) };
    expect([name, await codeOf(await docx({ body: '', parts }))]).toEqual([
      name,
      expect.stringMatching(/^(doctype|part_broken)$/),
    ]);
  }
});

const exports = join(material, 'wxr');
test('F6 material/wxr: an export of another system is no Word text, also when it is called or packed as one', async () => {
  if (!existsSync(exports)) return console.warn('F6: material/wxr is absent, so that its files were not tried');
  for (const name of readdirSync(exports).filter((each) => each.endsWith('.xml'))) {
    const bytes = readFileSync(join(exports, name));
    expect(await codeOf(bytes)).toBe('zip_broken');
    expect(await codeOf(await docx({ body: '', parts: { 'word/document.xml': bytes } }))).toBe('not_word');
  }
});

/** Decided by hand, by looking at each: title, characters, tables, pictures, and what is said. */
const expected: Readonly<Record<string, readonly unknown[]>> = {
  'comments.docx': [5, 0, ['批注没有带来（2 处）']],
  'empty.docx': ['empty_document'],
  'endnotes.docx': [37, 0, []],
  'external-picture.docx': [37, 0, ['图片没有带来（1 处）']],
  'footnote-hyperlink.docx': [10, 0, []],
  'simple-list.docx': [11, 0, []],
  'single-paragraph.docx': [20, 0, []],
  'strikethrough.docx': [28, 0, []],
  'tiny-picture.docx': [0, 1, []],
  'underline.docx': [13, 0, []],
  'utf8-bom.docx': [25, 0, []],
};
test('F3 material/docx: each file is taken or refused with a reason', async () => {
  const folder = join(material, 'docx');
  if (!existsSync(folder)) return console.warn('F3: material/docx is absent, so that its files were not tried');
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  for (const name of names) {
    const done = await takeBytes(readFileSync(join(folder, name)));
    const said = 'ok' in done ? [done.code] : [done.characters, done.pictures.length, done.lost];
    expect([name, said]).toEqual([name, expected[name]]);
  }
});
