/** Where a paste stops, what it then says, and that it stops nowhere before. */
import { expect } from '@playwright/test';
import { clean, test } from './desk.ts';
import { nestedIn, wordTable } from './large.ts';

const tangled =
  '粘贴的内容里，格式套得太深或太乱，浏览器读不了。请先粘贴到记事本，再从记事本复制过来（只带文字），或者把文件存成 DOCX 再导入。';
/** The html is put together in the page: before, a piece so many times, after. */
const refusals: readonly (readonly [
  what: string,
  before: string,
  piece: string,
  times: number,
  after: string,
  words: string,
])[] = [
  [
    'rows',
    '<table>',
    '<tr><td>1</td><td>2</td></tr>',
    2001,
    '</table>',
    '表格有 2,001 行，稿件里的表格最多 2,000 行。请把表格作为附件上传（XLSX），正文只放主要的行。',
  ],
  [
    'columns',
    '<table><tr>',
    '<td>1</td>',
    101,
    '</table>',
    '表格有 101 列，稿件里的表格最多 100 列。请把表格作为附件上传（XLSX），正文只放主要的列。',
  ],
  [
    'words',
    '<p>',
    '字',
    1_000_001,
    '</p>',
    '粘贴的文字太长：1,000,001 字，一篇稿件最多 1,000,000 字。请分成几篇，或者把文件作为附件上传。',
  ],
  [
    'html',
    '<p>',
    '<b>字</b>字',
    120_000,
    '</p>',
    '粘贴的内容太长：连格式 2,280,007 个字符，一篇稿件最多 2,000,000。请分成几篇，或者把文件作为附件上传。',
  ],
  [
    'pictures',
    '',
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    301,
    '',
    '粘贴的内容里有 301 张图片，一篇稿件最多 300 张。请分几篇，或者少选一些再粘贴。',
  ],
  [
    'source',
    '',
    ' ',
    20_000_001,
    '',
    '粘贴的内容太大：20,000,001 个字符（含格式），一次最多 20,000,000。请分几次粘贴，或者把文件存成 DOCX 再导入。',
  ],
  [
    'source with pictures',
    '',
    ' ',
    201_000_000,
    '',
    '粘贴的内容太大：连图片约 201 MB，一次最多 200 MB。请分几次粘贴，或者把文件存成 DOCX 再导入。',
  ],
  ['levels', '', '<div>', 1001, '字', tangled],
  ['brackets', '<picture><source media="', 'not (', 50_000, '"><img></picture>', tangled],
  ['repeated marks', '', '<p><font color="#">字', 2000, '', tangled],
];
for (const [what, before, piece, times, after, words] of refusals) {
  test(`a paste beyond the limit of ${what} is refused with the limit and another way`, async ({ desk }) => {
    const said = await desk.page.evaluate(
      (parts) => {
        // Each # is another number, so that no two pieces are alike.
        const pieces = parts.piece.includes('#')
          ? Array.from({ length: parts.times }, (_, n) => parts.piece.replace('#', String(n))).join('')
          : parts.piece.repeat(parts.times);
        try {
          return window.paste.cleanOffice(parts.before + pieces + parts.after).html.slice(0, 100);
        } catch (error) {
          return error instanceof Error ? error.message : '';
        }
      },
      { before, piece, times, after },
    );
    expect(said).toBe(words);
  });
}

test('pictures written into the html do not count as signs of it', async ({ desk }) => {
  const said = await desk.page.evaluate(() => {
    const picture = `<img src="data:image/png;base64,iVBORw0KGgoA${'A'.repeat(12_000_000)}">`;
    return window.paste.cleanOffice(`<p>一</p>${picture}${picture}`).pictures.map(({ blob }) => blob.size);
  });
  expect(said).toEqual([9_000_009, 9_000_009]);
});

test('what is at the limit comes in', async ({ desk }) => {
  expect((await clean(desk.page, { html: wordTable(2000) })).html.match(/<tr>/g)).toHaveLength(2000);
  expect((await clean(desk.page, { html: `<p>${'字'.repeat(1_000_000)}</p>` })).html).toHaveLength(1_000_007);
});

test('300 levels of any element leave the words, and lists no deeper than 20', async ({ desk }) => {
  for (const tag of ['div', 'span', 'b', 'font', 'ul', 'blockquote', 'section', 'ins']) {
    const { html } = await clean(desk.page, { html: nestedIn(tag, 300, '字') });
    expect(html.replace(/<[^>]*>/g, ''), tag).toBe('字');
    expect(html.match(/<(ul|blockquote)>/g)?.length ?? 0, tag).toBeLessThanOrEqual(20);
  }
  const tables = await clean(desk.page, {
    html: nestedIn('table', 100, '字').replaceAll('<table>', '<table><tr><td>一<td>'),
  });
  expect(tables.html.match(/<table>/g)?.length ?? 0).toBe(1);
});

test('G5 styles, sheets, handlers and a base in a paste give the policy nothing to report', async ({ desk }) => {
  const html =
    '<style>p{color:red}</style><base href="https://x.example/"><!--><p style="text-align:center" onclick="a()">字</p>' +
    '<svg><style>p{}</style><![CDATA[><a b="]]><img src=x onerror=a()>"></svg>';
  expect((await clean(desk.page, { html })).html).toBe('<p class="al-center">字</p>');
  await desk.page.waitForTimeout(200);
  expect(desk.reports).toEqual([]);
});
