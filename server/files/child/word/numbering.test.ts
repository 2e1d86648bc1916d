import { expect, test } from 'vitest';
import { p, style, val } from './docx.fixture.ts';
import { numeral } from './numerals.ts';
import { htmlOf } from './take.fixture.ts';

test.each([
  [1, 'chineseCounting', '一'],
  [10, 'chineseCountingThousand', '十'],
  [12, 'japaneseCounting', '十二'],
  [20, 'chineseCounting', '二十'],
  [101, 'chineseCountingThousand', '一百零一'],
  [110, 'chineseCountingThousand', '一百一十'],
  [1010, 'chineseCountingThousand', '一千零一十'],
  [12, 'chineseLegalSimplified', '壹拾贰'],
  [105, 'ideographDigital', '一〇五'],
  [3, 'ideographTraditional', '丙'],
  [12, 'ideographZodiac', '亥'],
  [3, 'decimalEnclosedCircle', '③'],
  [21, 'decimalEnclosedCircle', '21'],
  [2, 'decimalEnclosedParen', '⑵'],
  [12, 'decimalFullWidth', '１２'],
  [7, 'decimalZero', '07'],
  [28, 'lowerLetter', 'bb'],
  [4, 'upperLetter', 'D'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [5, 'decimal', '5'],
  [5, 'somethingNew', '5'],
  [0, 'chineseCounting', '0'],
])('%i as %s is %s', (n, format, words) => {
  expect(numeral(n, format)).toBe(words);
});

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}">${val('start', '1')}${val('numFmt', format)}${val('lvlText', text)}${more}</w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}">${val('abstractNumId', String(of))}${more}</w:num>`;
const numbered = (id: number, at = 0) => `<w:numPr>${val('ilvl', String(at))}${val('numId', String(id))}</w:numPr>`;
const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';

const chinese = abstract(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
);

test('automatic 一、（一） are in the text as the reader sees them, in headings and in paragraphs, and begin anew below', async () => {
  const heading = val('outlineLvl', '0');
  const body = [
    p('总则', heading + numbered(1)),
    p('范围', numbered(1, 1)),
    p('对象', numbered(1, 1)),
    p('细则', heading + numbered(1)),
    p('程序', numbered(1, 1)),
  ];
  expect(await htmlOf({ body: body.join(''), numbering: chinese + num(1, 0) })).toBe(
    ['<h2>一、总则</h2>', '<p>（一）范围</p>', '<p>（二）对象</p>', '<h2>二、细则</h2>', '<p>（一）程序</p>'].join(
      '\n',
    ),
  );
});

test('a heading keeps any number, also several levels of them, and 第一章 keeps its distance', async () => {
  const styles =
    style('1', 'heading 1', `<w:pPr><w:numPr>${val('numId', '1')}</w:numPr></w:pPr>`) +
    style('2', 'heading 2', `<w:pPr><w:numPr>${val('ilvl', '1')}${val('numId', '1')}</w:numPr></w:pPr>`) +
    style('C', 'heading 3');
  const numbering =
    abstract(0, level(0, 'decimal', '%1', val('pStyle', '1')), level(1, 'decimal', '%1.%2', val('pStyle', '2'))) +
    abstract(1, level(0, 'chineseCounting', '第%1章')) +
    num(1, 0) +
    num(2, 1);
  const body =
    p('概况', val('pStyle', '1')) +
    p('背景', val('pStyle', '2')) +
    p('目标', val('pStyle', '2')) +
    p('附则', val('pStyle', 'C') + numbered(2)) +
    p('无号', `${val('pStyle', '2')}<w:numPr>${val('numId', '0')}</w:numPr>`);
  expect(await htmlOf({ body, styles, numbering })).toBe(
    ['<h2>1 概况</h2>', '<h3>1.1 背景</h3>', '<h3>1.2 目标</h3>', '<h4>第一章　附则</h4>', '<h3>无号</h3>'].join('\n'),
  );
});

const plain = abstract(0, level(0, 'decimal', '%1.'), level(1, 'bullet', '●'), level(2, 'decimal', '%3.'));
const simple = (...texts: string[]) => texts.map((text) => `<li><p>${text}</p></li>`).join('');

test('bullets and 1. 2. 3. stay lists, nested ones too', async () => {
  const body =
    p('甲', numbered(1)) +
    p('子', numbered(1, 1)) +
    p('丑', numbered(1, 1)) +
    p('深', numbered(1, 2)) +
    p('乙', numbered(1));
  expect(await htmlOf({ body, numbering: plain + num(1, 0) })).toBe(
    `<ol><li><p>甲</p><ul><li><p>子</p></li><li><p>丑</p><ol>${simple('深')}</ol></li></ul></li><li><p>乙</p></li></ol>`,
  );
});

test('a list that goes on after a paragraph goes on counting; one that begins anew is another list', async () => {
  const body = p('甲', numbered(1)) + p('乙', numbered(1)) + p('其间') + p('丙', numbered(1)) + p('新', numbered(2));
  expect(await htmlOf({ body, numbering: plain + num(1, 0) + num(2, 0, restart) })).toBe(
    [
      `<ol>${simple('甲', '乙')}</ol>`,
      '<p>其间</p>',
      `<ol start="3">${simple('丙')}</ol>`,
      `<ol>${simple('新')}</ol>`,
    ].join('\n'),
  );
});

test('a number that a page would not count alike, below a list, is a paragraph of its item', async () => {
  const numbering =
    abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '（%2）'), level(2, 'lowerLetter', '%3)')) + num(1, 0);
  const body =
    p('甲', numbered(1)) +
    p('子', numbered(1, 1)) +
    p('丑', numbered(1, 1)) +
    p('乙', numbered(1)) +
    p('寅', numbered(1, 2));
  expect(await htmlOf({ body, numbering })).toBe(
    '<ol><li><p>甲</p><p>（1）子</p><p>（2）丑</p></li><li><p>乙</p><p>a) 寅</p></li></ol>',
  );
});

test('a number that is not there, and a level that is not, leave a plain paragraph', async () => {
  const body = p('甲', numbered(7)) + p('乙', numbered(1, 5)) + p('丙', numbered(1));
  expect(await htmlOf({ body, numbering: abstract(0, level(0, 'none', '')) + num(1, 0) })).toBe(
    '<p>甲</p>\n<p>乙</p>\n<p>丙</p>',
  );
});
