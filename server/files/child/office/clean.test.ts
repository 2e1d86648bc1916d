import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { cleaned, outermost } from '../document.ts';
import { tinyJpeg as jpeg } from '../jpeg.fixture.ts';
import { Refused } from '../not-taken.ts';
import { type Extension, sortOf } from '../sniff.ts';
import { readZip } from '../zip/read.ts';
import { makeRoom } from '../zip/room.ts';
import { CANARIES, type DocxMore, docx, packed, pptx, rels, types, WHO, xlsx } from './office.fixture.ts';
import { partsOf } from './parts.ts';
import { readXml } from './xml.ts';

const clean = (bytes: Buffer, extension: Extension) =>
  cleaned(sortOf(bytes, `a.${extension}`, 'attachment'), outermost);

async function partsIn(bytes: Uint8Array) {
  const archive = await readZip(bytes, makeRoom('office'));
  if (!archive.ok) throw new Error(archive.message);
  return archive.entries;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.verdict.code : Promise.reject(error)),
  );

/** The package holds together: every part has a type, every inner link leads to a part, every id that is used is there. */
async function expectWhole(bytes: Uint8Array) {
  const entries = await partsIn(bytes);
  const parts = partsOf(entries);
  for (const { name, bytes: content } of entries) {
    if (name === '[Content_Types].xml' || name.endsWith('.rels')) continue;
    expect([name, parts.mediaTypeOf(name)]).not.toEqual([name, '']);
    const links = parts.relationsOf(name);
    for (const link of links)
      if (!link.outside) expect([link.target, parts.get(link.target) !== undefined]).toEqual([link.target, true]);
    if (!parts.mediaTypeOf(name).endsWith('xml')) continue;
    readXml(content, name, {
      open({ attributes }) {
        for (const { uri, value } of attributes)
          if (uri.endsWith('/relationships'))
            expect([name, value, links.some(({ id }) => id === value)]).toEqual([name, value, true]);
        return true;
      },
    });
  }
}

async function expectNobody(bytes: Uint8Array) {
  for (const { name, bytes: content } of await partsIn(bytes))
    for (const canary of CANARIES)
      for (const form of [Buffer.from(canary), Buffer.from(canary, 'utf16le'), Buffer.from(encodeURI(canary))])
        expect([name, canary, content.includes(form)]).toEqual([name, canary, false]);
}

test.each([
  ['docx', () => docx(jpeg(WHO))],
  ['xlsx', () => xlsx()],
  ['pptx', () => pptx()],
] as const)(
  'F4 no author, path, printer, template or history is left in a %s, and it holds together',
  async (extension, make) => {
    const given = await make();
    // The control: the search does find them in what was given.
    await expect(expectNobody(given)).rejects.toThrow();
    const { bytes, notes } = await clean(given, extension);
    await expectNobody(bytes);
    await expectWhole(bytes);
    expect(notes).toContain('去掉了作者、单位、修改时间等属性');
    // Once more changes nothing, and the same file gives the same bytes.
    const again = async (of: Uint8Array) => Buffer.from((await clean(Buffer.from(of), extension)).bytes).equals(bytes);
    expect([await again(given), await again(bytes)]).toEqual([true, true]);
  },
);

test('F4 the text of a Word file stays as it was, read by another program', async () => {
  const { bytes, notes } = await clean(await docx(jpeg(WHO)), 'docx');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  // The other program never reads simple fields (见表).
  expect(value.replace(/\s+/g, ' ')).toBe('正文 & 表格 附件网站封面 ');
  const document = (await partsIn(bytes)).find(({ name }) => name === 'word/document.xml')?.bytes.toString() ?? '';
  expect(document).toContain('INCLUDEPICTURE "图.jpg" \\d');
  expect(document).toContain(' LINK Excel.Sheet.12 &quot;表.xlsx&quot; ');
  expect(document).toContain('descr="合影.jpg"');
  expect(document).not.toContain('rsid');
  const links =
    (await partsIn(bytes)).find(({ name }) => name === 'word/_rels/document.xml.rels')?.bytes.toString() ?? '';
  expect(links).toContain('Target="附件1.docx" TargetMode="External"');
  expect(links).toContain('Target="https://www.example.gov.cn/" TargetMode="External"');
  expect(notes).toContain('去掉了 1 张图片里的拍摄信息');
  expect(notes).toContain('去掉了 1 个链接里的本机或内网路径');
});

test('F4 what is hidden stays, and is said', async () => {
  expect((await clean(await xlsx(), 'xlsx')).notes).toContain('注意：有 1 张隐藏的工作表，会一起公开');
  const { notes } = await clean(await pptx(), 'pptx');
  expect(notes).toContain('注意：有 1 张隐藏的幻灯片，会一起公开');
  expect(notes).toContain('注意：有 1 页演讲者备注，会一起公开');
});

describe('F4 changes and comments are refused, in words', () => {
  const change = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>改</w:t></w:r></w:ins></w:p>';
  const bodies = [
    change,
    change.replaceAll('w:ins', 'w:del'),
    '<w:p><w:pPr><w:pPrChange w:id="1"/></w:pPr></w:p>',
    '<w:p><w:moveFrom/></w:p>',
  ];
  test.each(bodies)('%s', async (body) => {
    await expect(clean(await docx(jpeg(''), { body }), 'docx')).rejects.toThrow('请接受修订、删除批注后再传');
  });
  test('a change under another prefix', async () => {
    const body = '<v:ins xmlns:v="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
    expect(await codeOf(clean(await docx(jpeg(''), { body }), 'docx'))).toBe('comments');
  });
  test('a comment in a sheet, on a slide, in a thread', async () => {
    const sheet = await xlsx({
      links: [['c', 'comments', 'comments1.xml']],
      parts: [['xl/comments1.xml', '<comments xmlns="x"><commentList><comment/></commentList></comments>']],
    });
    expect(await codeOf(clean(sheet, 'xlsx'))).toBe('comments');
    const slide = await pptx({
      slideLinks: [['c', 'comments', '../comments/c1.xml']],
      parts: [['ppt/comments/c1.xml', '<p:cmLst xmlns:p="x"><p:cm/></p:cmLst>']],
    });
    expect(await codeOf(clean(slide, 'pptx'))).toBe('comments');
    const thread = await xlsx({
      links: [['c', 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', 't.xml']],
    });
    expect(await codeOf(clean(thread, 'xlsx'))).toBe('comments');
  });
});

describe('F4 what can not be cleaned is refused', () => {
  const link = (type: string, target = 'x.bin'): DocxMore => ({
    links: [['x1', type, target]],
    parts: [['word/x.bin', 'x']],
  });
  const cases: readonly (readonly [string, DocxMore, string])[] = [
    ['an OLE object', link('oleObject'), 'ole_object'],
    ['an ActiveX control', link('control'), 'controls'],
    ['a piece in another format', link('aFChunk'), 'foreign_chunk'],
    ['a video', link('video'), 'media_inside'],
    ['a linked picture', { links: [['x1', 'image', 'https://tracker.example/a.png', 'outside']] }, 'linked_picture'],
    [
      'a part of an unknown kind that the text needs',
      { ...link('http://x/novel'), body: '<w:x r:id="x1"/>' },
      'part_unknown',
    ],
    [
      'a signature',
      link('http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin'),
      'signed',
    ],
    ['macros', link('http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'), 'macros'],
    ['a macro type', { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }, 'macros'],
    ['a template', { type: types.docx.replace('document.main', 'template.main') }, 'type_differs'],
    [
      'a TIFF, which hides a place',
      { links: [['x1', 'image', 'media/x.tiff']], parts: [['word/media/x.tiff', 'II*\0rest', 'image/tiff']] },
      'picture_inside',
    ],
    ['a link out of the package', { links: [['x1', 'image', '../../../etc/passwd']] }, 'part_broken'],
    [
      'a sheet with macros inside',
      { links: [['x1', 'package', 'e.xlsm']], parts: [['word/e.xlsm', 'PK\x03\x04']] },
      'macros',
    ],
    [
      'a DTD',
      {
        parts: [['word/header1.xml', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'application/xml']],
        links: [['x1', 'header', 'header1.xml']],
      },
      'doctype',
    ],
    [
      'a broken part',
      { parts: [['word/header1.xml', '<a><b></a>', 'application/xml']], links: [['x1', 'header', 'header1.xml']] },
      'part_broken',
    ],
  ];
  test.each(cases)('%s', async (_, more, code) => {
    expect(await codeOf(clean(await docx(jpeg(''), more), 'docx'))).toBe(code);
  });
  test('a data connection of a sheet', async () => {
    expect(await codeOf(clean(await xlsx({ links: [['x1', 'connections', 'connections.xml']] }), 'xlsx'))).toBe(
      'data_connection',
    );
  });
  test('a Word file that is called a sheet, and a zip that is called a Word file', async () => {
    expect(await codeOf(clean(await docx(jpeg('')), 'xlsx'))).toBe('type_differs');
    expect(await codeOf(clean(await docx(jpeg('')), 'zip'))).toBe('type_differs');
    expect(await codeOf(clean(await packed([['a.txt', 'x']]), 'docx'))).toBe('type_differs');
  });
});

test('F4 a sheet inside a Word file is cleaned like one by itself, and its depth counted', async () => {
  const more = (inner: Buffer): DocxMore => ({
    links: [['x1', 'package', 'embeddings/表.xlsx']],
    parts: [['word/embeddings/表.xlsx', inner, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']],
  });
  const { bytes, notes } = await clean(await docx(jpeg(''), more(await xlsx())), 'docx');
  const inside = (await partsIn(bytes)).find(({ name }) => name.endsWith('表.xlsx'));
  await expectNobody(inside?.bytes ?? Buffer.alloc(0));
  expect(notes).toContain('内嵌文件：去掉了打印机设置');
  const link: Parameters<typeof xlsx>[0] = {
    links: [['x1', 'package', 'e.docx']],
    parts: [['xl/e.docx', await docx(jpeg(''))]],
  };
  expect(await codeOf(clean(await docx(jpeg(''), more(await xlsx(link))), 'docx'))).toBe('too_deep');
});

test('F4 strokes of a pen stay: they have the same kind of link as custom data', async () => {
  const ink = '<ink xmlns="http://www.w3.org/2003/InkML"/>';
  const given = await docx(jpeg(''), {
    links: [['x1', 'customXml', 'ink/ink1.xml']],
    parts: [['word/ink/ink1.xml', ink, 'application/inkml+xml']],
    body: '<w:contentPart r:id="x1"/>',
  });
  const { bytes } = await clean(given, 'docx');
  expect((await partsIn(bytes)).map(({ name }) => name)).toContain('word/ink/ink1.xml');
  expect(rels(['a', 'b', 'c'])).toContain('Target="c"');
});
