import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { profile } from '../schema/all.ts';
import { hitsOf } from './hits.ts';

const schema = getSchema([...profile]);
const text = (words: string, mark?: string) => schema.text(words, mark ? [schema.mark(mark)] : []);
const line = (...inside: ReturnType<typeof text>[]) => schema.node('paragraph', null, inside);
const find = (words: string, exact: boolean, ...lines: ReturnType<typeof line>[]) =>
  hitsOf(schema.node('doc', null, lines), { text: words, exact });

test('a word is found across bold and plain, in the order of the text, and not from one paragraph into the next', () => {
  expect(
    find(
      '质量监督',
      false,
      line(text('质量'), text('监督', 'bold'), text('局')),
      line(text('质量')),
      line(text('监督')),
    ),
  ).toEqual([{ from: 1, to: 5 }]);
});

test('capital and small letters are the same unless they are asked to differ, and every sign keeps its place', () => {
  const turkish = line(text('İiso ISO'));
  expect(find('iso', false, turkish)).toEqual([
    { from: 2, to: 5 },
    { from: 6, to: 9 },
  ]);
  expect(find('ISO', true, turkish)).toEqual([{ from: 6, to: 9 }]);
});

test('hits never overlap, and a word does not reach across a line break', () => {
  expect(find('啊啊', false, line(text('啊啊啊啊啊')))).toEqual([
    { from: 1, to: 3 },
    { from: 3, to: 5 },
  ]);
  const broken = schema.node('paragraph', null, [text('甲'), schema.node('hardBreak'), text('乙')]);
  expect(find('甲乙', false, broken)).toEqual([]);
  expect(find('乙', false, broken)).toEqual([{ from: 3, to: 4 }]);
});

test('nothing is found for nothing', () => {
  expect(find('', false, line(text('甲')))).toEqual([]);
});
