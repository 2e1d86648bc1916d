import { deflateSync, inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { noise, secrets, telling } from '../picture/made.fixture.ts';
import { type PDFDict, PDFRawStream, readObjects, unpacked } from './lib.ts';
import { pagesOf } from './pages.ts';
import { drawing, onePage, type Parts, packed, pdf } from './paper.fixture.ts';
import { scrubPdf } from './pdf.ts';
import { at } from './read.ts';

const [author] = secrets;
const xmp = {
  dict: '/Type /Metadata /Subtype /XML',
  content: `<x:xmpmeta><pdfaid:part>1</pdfaid:part>${author}</x:xmpmeta>`,
};

async function scrubbed(bytes: Buffer): Promise<{ bytes: Buffer; notes: string[] }> {
  const verdict = await scrubPdf(bytes);
  if (!verdict.ok) throw new Error(`${verdict.code}: ${verdict.message}`);
  return verdict;
}

/** Everything that the file says, unpacked: objects, and what streams hold. */
async function everything(bytes: Buffer): Promise<string> {
  const context = await readObjects(bytes);
  const said = context.enumerateIndirectObjects().map(([, object]) => {
    if (!(object instanceof PDFRawStream)) return object.toString();
    return `${object.dict.toString()}${Buffer.from(unpacked(object, 10_000_000) ?? []).toString('latin1')}`;
  });
  return said.join('\n') + bytes.toString('latin1');
}

async function contents(bytes: Buffer): Promise<string[]> {
  const context = await readObjects(bytes);
  const pages = pagesOf(context.lookup(context.trailerInfo.Root) as PDFDict);
  return [...(pages?.leaves ?? [])].map((leaf) => {
    const stream = at(leaf, 'Contents') as PDFRawStream;
    return Buffer.from(unpacked(stream, 1_000_000) ?? []).toString('latin1');
  });
}

/** Where a name can stand, each with what makes it stand there. */
const places: readonly (readonly [string, Parameters<typeof onePage>[0]])[] = [
  [
    'the information about the file',
    { trailer: '/Info 10 0 R', more: { 10: `<< /Author (${author}) /Creator (x) >>` } },
  ],
  ['the description of the file', { catalog: '/Metadata 10 0 R', more: { 10: xmp } }],
  ['the description of a page', { page: '/Metadata 10 0 R', more: { 10: xmp } }],
  [
    'the description of a picture',
    { page: '/X 11 0 R', more: { 10: xmp, 11: { dict: '/Subtype /Image /Metadata 10 0 R', content: '' } } },
  ],
  [
    'the description in packed objects',
    { more: { 10: packed({ 12: `<< /Author (${author}) >>` }) }, trailer: '/Info 12 0 R' },
  ],
  [
    'what a drawing program kept for itself',
    { page: `/PieceInfo << /Illustrator << /Private (${author}) >> >> /LastModified (D:2026)` },
  ],
  [
    'a remark',
    { page: `/Annots [<< /Subtype /Text /Rect [0 0 9 9] /Contents (a) /T (${author}) /M (D:2026) /NM (${author}) >>]` },
  ],
  [
    'a remark in another writing',
    {
      page: `/Annots [<< /Subtype /Highlight /Rect [0 0 9 9] /T <${Buffer.from(author, 'latin1').toString('hex')}> >>]`,
    },
  ],
  [
    'the maker of a layer',
    { catalog: `/OCProperties << /OCGs [<< /Type /OCG /Usage << /CreatorInfo << /Creator (${author}) >> >> >>] >>` },
  ],
  ['an article of a magazine', { catalog: `/Threads [<< /I << /Author (${author}) >> >>]` }],
  [
    'a figure that TeX took in',
    {
      page: `/X 10 0 R`,
      more: {
        10: { dict: `/PTEX.FileName (/home/${author}/a.pdf) /PTEX.InfoDict << /Author (${author}) >>`, content: '' },
      },
    },
  ],
  [
    'a link to a file at home',
    { page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///C:/Users/${author}/a.doc) >> >>]` },
  ],
  [
    'a jump to a file at home',
    { page: `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (C:\\\\${author}.pdf) >> >>]` },
  ],
  [
    'what a picture shows, said by its path',
    { catalog: `/StructTreeRoot << /K << /S /Figure /Alt (C:\\\\Users\\\\${author}\\\\a.png) >> >>` },
  ],
  ['an object that nothing leads to', { more: { 10: `(${author})` } }],
  [
    'a page that was taken out and has a bookmark',
    {
      catalog: '/Outlines << /Dest [10 0 R /Fit] >>',
      more: { 10: `<< /Type /Page /Contents 11 0 R >>`, 11: { dict: '', content: `(${author}) Tj` } },
    },
  ],
  [
    'where a page was captured from',
    { catalog: `/Names << /URLS << /Names [(http://${author}/) null] >> >> /SpiderInfo << /V (${author}) >>` },
  ],
];

test.each(places)('F4 the author is gone from %s, and the page is as it was', async (_, made) => {
  const given = onePage(made);
  expect(await everything(given)).toMatch(/Wang Secret|57616e6720536563726574/);
  const { bytes } = await scrubbed(given);
  expect(await everything(bytes)).not.toMatch(/Wang Secret|57616e6720536563726574/);
  expect(await contents(bytes)).toEqual([drawing]);
});

test('F4 earlier states, what stands behind the end, and the file’s own id are gone', async () => {
  const first = onePage({ trailer: `/ID [<${'ab'.repeat(16)}> <${'cd'.repeat(16)}>]` });
  const changed: Parts = { 4: { dict: '', content: '1 0 0 rg 0 0 10 10 re f' } };
  const second = Buffer.concat([pdf(changed, '', first), Buffer.from(`% ${author}\nPK\u0003\u0004`)]);
  const { bytes, notes } = await scrubbed(second);
  expect(await contents(bytes)).toEqual(['1 0 0 rg 0 0 10 10 re f']);
  expect(await everything(bytes)).not.toMatch(/0\.8 0\.2|Wang Secret|abababab|cdcdcdcd/);
  expect(bytes.includes('PK\u0003')).toBe(false);
  expect(bytes.toString('latin1').match(/%%EOF/g)).toHaveLength(1);
  expect(notes).toEqual([]);
});

test('F4 a photograph on a page loses its place and author, and no pixel', async () => {
  const jpeg = await telling(noise(60, 40)).jpeg().toBuffer();
  const dict = '/Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8';
  for (const stream of [
    { dict: `${dict} /Filter /DCTDecode`, content: jpeg },
    { dict: `${dict} /Filter [/FlateDecode /DCTDecode]`, content: deflateSync(jpeg) },
  ]) {
    const given = onePage({ page: '/Resources << /XObject << /I 10 0 R >> >>', more: { 10: stream } });
    const { bytes, notes } = await scrubbed(given);
    expect(notes).toEqual(['去掉了 1 张图片里的拍摄信息']);
    const said = await everything(bytes);
    for (const secret of secrets) expect(said).not.toContain(secret);
    const kept = (await readObjects(bytes)).enumerateIndirectObjects().find(([ref]) => ref.objectNumber === 10)?.[1];
    const raw = (one: Uint8Array) => sharp(Buffer.from(one)).raw().toBuffer();
    expect((await raw((kept as PDFRawStream).getContents())).equals(await raw(jpeg))).toBe(true);
  }
});

test('F4 a colour profile on a page says nothing of its owner', async () => {
  const profile = (await sharp(await noise(9, 9).withIccProfile('p3').png().toBuffer()).metadata()).icc as Buffer;
  const more: Parts = { 10: { dict: '/N 3 /Filter /FlateDecode', content: deflateSync(profile) } };
  const { bytes } = await scrubbed(onePage({ page: '/Resources << /ColorSpace << /C [/ICCBased 10 0 R] >> >>', more }));
  const kept = (await readObjects(bytes)).enumerateIndirectObjects().find(([ref]) => ref.objectNumber === 10)?.[1];
  const plain = inflateSync((kept as PDFRawStream).getContents());
  expect(plain.length).toBe(profile.length);
  // What it says of itself, in two-byte letters, and who made it.
  const words = ['s\u0000P\u00003\u0000C', 'C\u0000C\u00000', 'saws', 'lcms'];
  for (const word of words) expect([profile, plain].map((one) => one.includes(word))).toEqual([true, false]);
});

test('the same file gives the same bytes, and what is scrubbed stays as it is', async () => {
  for (const [, made] of places) {
    const given = onePage(made);
    const { bytes } = await scrubbed(given);
    expect((await scrubbed(given)).bytes.equals(bytes)).toBe(true);
    expect((await scrubbed(bytes)).bytes.equals(bytes)).toBe(true);
  }
});

test('two files that differ only in their author give the same bytes', async () => {
  const by = (name: string) => onePage({ trailer: '/Info 10 0 R', more: { 10: `<< /Author (${name}) >>` } });
  expect((await scrubbed(by('Li'))).bytes.equals((await scrubbed(by('Zhang Xiaoming'))).bytes)).toBe(true);
});

test('what was done is said in the words of the office', async () => {
  const remark = (type: string) => `<< /Subtype /${type} /Rect [0 0 9 9] /Contents (a) /T (b) >>`;
  const link = '<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (file:///a) >> >>';
  const given = onePage({
    page: `/Annots [${remark('Text')} ${remark('Highlight')} ${link}]`,
    catalog: '/Metadata 10 0 R',
    more: { 10: xmp },
  });
  expect((await scrubbed(given)).notes).toEqual([
    '去掉了作者、软件和时间等文档信息',
    '不再带有 PDF/A 标记（它写在文档信息里）；版面不变',
    '去掉了 2 处批注上的姓名',
    '去掉了 1 处指向本机文件的链接或路径',
    '文件里有 2 处批注，读者看得到；不想公开，请在 PDF 软件里删掉再上传',
  ]);
  expect((await scrubbed(onePage())).notes).toEqual([]);
});

test('the name of a form field is no author, and what is in the resources keeps its names', async () => {
  const field = '<< /Subtype /Widget /Rect [0 0 9 9] /FT /Tx /T (field) /V (value) >>';
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>';
  const given = onePage({ page: `/Annots [${field}] /Resources << /Font << /Author ${font} /T ${font} >> >>` });
  const said = await everything((await scrubbed(given)).bytes);
  for (const word of ['(field)', '(value)', '/Author', 'Courier']) expect(said).toContain(word);
});

test('a stream whose length stands behind a reference keeps its last line end, and words that look like its end', async () => {
  const content = 'q\n% endstream\n% stream\nQ\n';
  const given = onePage({ more: { 20: String(content.length) } });
  const indirect = given
    .toString('latin1')
    .replace(`/Length ${drawing.length} >>\nstream\n${drawing}`, `/Length 20 0 R >>\nstream\n${content}`);
  expect(await contents((await scrubbed(Buffer.from(indirect, 'latin1'))).bytes)).toEqual([content]);
});

test('of two generations of one number the newer counts', async () => {
  const text = onePage({ more: { 10: '<< /Old true >>', 11: '<< /New true >>' }, catalog: '/X 10 0 R /Y 10 1 R' });
  const given = Buffer.from(text.toString('latin1').replace('11 0 obj', '10 1 obj'), 'latin1');
  const said = await everything((await scrubbed(given)).bytes);
  expect([said.includes('/New'), said.includes('/Old')]).toEqual([true, false]);
});
