import { expect, test } from 'vitest';
import { p, val } from './docx.fixture.ts';
import { htmlOf, take } from './take.fixture.ts';

const cell = (text: string, about = '') =>
  `<w:tc><w:tcPr>${about}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
const row = (cells: readonly string[], about = '') => `<w:tr><w:trPr>${about}</w:trPr>${cells.join('')}</w:tr>`;
const table = (rows: readonly string[], about = '') =>
  `<w:tbl><w:tblPr>${about}</w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`;
const repeated = '<w:tblHeader/>';
const [begins, goesOn] = [val('vMerge', 'restart'), '<w:vMerge/>'];
const span = (n: number) => val('gridSpan', String(n));
const scroll = (inside: string) =>
  `<div class="scroll" role="group" aria-label="表格" tabindex="0"><table>${inside}</table></div>`;
const cells = (tag: string, ...all: string[]) =>
  all.map((text) => `<${tag}><p>${text}</p></${tag.split(' ')[0]}>`).join('');

test('cells merged across and down stay merged, also in the older way', async () => {
  const body = table([
    row([cell('甲', span(2)), cell('乙', begins)]),
    row([cell('丙', val('hMerge', 'restart')), cell('', '<w:hMerge/>'), cell('', goesOn)]),
    row([cell('丁'), cell('戊'), cell('己')]),
  ]);
  const { html, tables } = await take(body);
  expect(html).toBe(
    scroll(
      '<tbody><tr><td colspan="2"><p>甲</p></td><td rowspan="2"><p>乙</p></td></tr>' +
        `<tr><td colspan="2"><p>丙</p></td></tr><tr>${cells('td', '丁', '戊', '己')}</tr></tbody>`,
    ),
  );
  expect(tables).toBe(1);
});

test('rows that are repeated on each page are the head; one that a cell reaches into goes along', async () => {
  const body = table([
    row([cell('项目', begins), cell('金额', span(2))], repeated),
    row([cell('', goesOn), cell('今年'), cell('去年')]),
    row([cell('甲'), cell('1'), cell('2')]),
  ]);
  expect(await htmlOf(body)).toBe(
    scroll(
      '<thead><tr><th rowspan="2" scope="col"><p>项目</p></th><th colspan="2" scope="col"><p>金额</p></th></tr>' +
        `<tr>${cells('th scope="col"', '今年', '去年')}</tr></thead><tbody><tr>${cells('td', '甲', '1', '2')}</tr></tbody>`,
    ),
  );
});

test('a first row that the style sets off is the head; a plain grid has none', async () => {
  const rows = [row([cell('项目')]), row([cell('甲')])];
  const looks = '<w:tblLook w:firstRow="1"/>';
  const fancy = `<w:style w:type="table" w:styleId="Fancy"><w:name w:val="Grid Table 4"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>`;
  const grid = '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/></w:style>';
  const styles = fancy + grid;
  expect(await htmlOf({ body: table(rows, val('tblStyle', 'Fancy') + looks), styles })).toContain(
    '<thead><tr><th scope="col"><p>项目',
  );
  expect(await htmlOf({ body: table(rows, val('tblStyle', 'Grid') + looks), styles })).not.toContain('<th');
});

test('alignment, lists and several paragraphs in a cell stay; a heading in it is a paragraph; rows in controls are found', async () => {
  const inside =
    p('中', val('jc', 'center')) +
    p('题', val('outlineLvl', '0')) +
    p('一', `<w:numPr>${val('ilvl', '0')}${val('numId', '1')}</w:numPr>`);
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${val('numFmt', 'bullet')}</w:lvl></w:abstractNum><w:num w:numId="1">${val('abstractNumId', '0')}</w:num>`;
  const body = table([`<w:sdt><w:sdtContent>${row([cell(inside)])}</w:sdtContent></w:sdt>`]);
  expect(await htmlOf({ body, numbering })).toBe(
    scroll('<tbody><tr><td><p class="al-center">中</p><p>题</p><ul><li><p>一</p></li></ul></td></tr></tbody>'),
  );
});

test('a row that begins later leaves room, and a deleted row is gone', async () => {
  const body = table([
    row([cell('甲'), cell('乙', begins)]),
    row([cell('', goesOn)], val('gridBefore', '1')),
    row([cell('没了'), cell('没了')], '<w:del w:id="1" w:author="x"/>'),
  ]);
  const { html, lost } = await take(body);
  expect(html).toBe(
    scroll('<tbody><tr><td><p>甲</p></td><td rowspan="2"><p>乙</p></td></tr><tr><td></td></tr></tbody>'),
  );
  expect(lost).toEqual(['修订标记没有带来，文字按“接受全部修订”处理（1 处）']);
});

test('a table in a cell becomes words, and is said', async () => {
  const inner = table([row([cell('子'), cell('丑')])]);
  const { html, lost } = await take(table([row([cell(inner + p('后'))])]));
  expect(html).toContain('<td><p>子　丑</p><p>后</p></td>');
  expect(lost).toEqual(['表格里的表格改成了文字（1 处）']);
});

test('a table beyond its limit is refused with the limit', async () => {
  const rows = Array.from({ length: 2001 }, () => row([cell('x')]));
  await expect(take(table(rows))).rejects.toThrow('table_too_big: 表格太大：最多 2,000 行、100 列');
});
