import { expect, test } from 'vitest';
import { hindrances } from './checks.ts';
import { blank } from './opened.ts';

const clear = { characters: 12, missing: 0, speechless: 0, files: [], uploading: 0 };
const draft = (part: Partial<ReturnType<typeof blank>['body']>) => {
  const empty = blank('市局办公室', '甲');
  return { ...empty, body: { ...empty.body, title: '通知', ...part } };
};
const places = (...asked: Parameters<typeof hindrances>) => hindrances(...asked).map((h) => h.at);

test('a text with a title and words may go', () => {
  expect(hindrances(draft({}), clear)).toEqual([]);
});

test('an empty page lacks a title and a text', () => {
  expect(places(draft({ title: '  ' }), { ...clear, characters: 0 })).toEqual(['title', 'text']);
});

test('a text of one picture alone is a text, and one whose only file is still on its way waits for that alone', () => {
  expect(places(draft({}), { ...clear, characters: 0, files: ['a'] })).toEqual([]);
  expect(places(draft({}), { ...clear, characters: 0, uploading: 1 })).toEqual(['uploads']);
});

test('what a reprint must name is asked of reprints only', () => {
  expect(places(draft({ source: '', author: '' }), clear)).toEqual([]);
  expect(places(draft({ reprint: true, source: ' ', author: '' }), clear)).toEqual(['source', 'author']);
});

test('a last day is asked for where the column’s article asks', () => {
  const law = { clause: 'hd#1', cite: '《规定》第一条', text: '' };
  expect(places(draft({}), clear, { expiryLaw: law })).toEqual(['expires']);
  expect(places(draft({ expires: '2026-12-31' }), clear, { expiryLaw: law })).toEqual([]);
});

test('missing and speechless pictures are counted', () => {
  expect(hindrances(draft({}), { ...clear, missing: 3, speechless: 2 }).map((h) => h.says)).toEqual([
    '正文里还有 3 处【图片未带来】，请补上图片或删去这一行',
    '有 2 张图片没有替代文字（读给看不见图的人听）',
  ]);
});
