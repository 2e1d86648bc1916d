import { expect, test } from 'vitest';
import { editsOf } from './line.ts';

/** The line after its edits, from the end to the beginning. */
const neat = (line: string): string =>
  [...editsOf(line)]
    .reverse()
    .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), line);

test('blanks at both ends go, also full-width and no-break ones; what is inside stays', () => {
  expect(neat('　　各市局：')).toBe('各市局：');
  expect(neat(' \u00a0\u3000关于印发 ')).toBe('关于印发');
  expect(neat('没有')).toBe('没有');
});

test('several spaces become one; a single one between figure and Chinese stays', () => {
  expect(neat('共 3 个，合计  12  件')).toBe('共 3 个，合计 12 件');
  expect(neat('姓名：　　张三　李四')).toBe('姓名：　张三　李四');
});

test('half-width punctuation between Chinese becomes full-width, with the spaces beside it', () => {
  expect(neat('你好,世界')).toBe('你好，世界');
  expect(neat('你好, 世界 ; 再见.')).toBe('你好，世界；再见。');
  expect(neat('是吗?是的!')).toBe('是吗？是的！');
  expect(neat('等等...再说')).toBe('等等……再说');
  expect(neat('《办法》,自今日起')).toBe('《办法》，自今日起');
});

test('nothing is touched in Latin words, numbers, addresses, times and beside them', () => {
  const same = [
    'Hello, world. (test)',
    '价格 1,234.50 元',
    '上午 9:30 到 10:00',
    'GB/T 9704-2012, ISO 9001:2015',
    '见 https://example.com/路径,a.b?x=1;y=2!中',
    '报告.pdf 和 表.xlsx',
    '第 1.2 条',
    '函数 f(x) 的值',
    '发给 a.b@example.com 即可',
    '甲..乙',
  ];
  for (const line of same) expect(neat(line)).toBe(line);
});

test('brackets and quotation marks change both of a pair, when Chinese stands inside and no Latin word touches them', () => {
  expect(neat('市局(质量处)负责')).toBe('市局（质量处）负责');
  expect(neat('(一)总则')).toBe('（一）总则');
  expect(neat('所谓"放管服"改革')).toBe('所谓“放管服”改革');
  expect(neat('标准(GB/T 1)执行')).toBe('标准(GB/T 1)执行');
  expect(neat('foo(中文)bar')).toBe('foo(中文)bar');
  expect(neat('尺寸 5" 屏')).toBe('尺寸 5" 屏');
  expect(neat('半边(没有关')).toBe('半边(没有关');
});

test('numbers that were written by hand stay', () => {
  expect(neat('一.总体要求')).toBe('一.总体要求');
  expect(neat('1.总体要求')).toBe('1.总体要求');
  expect(neat('一、总体要求')).toBe('一、总体要求');
});

test('rare characters of two code units are Chinese too, and are never cut', () => {
  expect(neat('𠮷,野家')).toBe('𠮷，野家');
  expect(neat('吉,𠮷')).toBe('吉，𠮷');
});

test('what is neat already is not touched again', () => {
  for (const line of ['你好, 世界 ; 再见.', '　　(一)总则  12 个', '是吗?"对的".'])
    expect(editsOf(neat(line))).toEqual([]);
});

test('a line of a hundred thousand signs takes no longer than its length asks for, whatever it repeats', () => {
  const began = performance.now();
  editsOf(`${'('.repeat(50_000)}${')'.repeat(50_000)}`);
  for (const piece of ['(', ',', ' ', '"', 'www.', '中,', 'www.a 中,  ', '(中)'])
    editsOf(piece.repeat(Math.floor(100_000 / piece.length)));
  expect(performance.now() - began).toBeLessThan(20_000);
});
