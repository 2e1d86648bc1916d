import { expect, test } from 'vitest';
import { named, sorted } from './judge.ts';

const file = (name: string, size = 10, type = '') => new File([new Uint8Array(size)], name, { type });

test('pictures are shown and the rest attached, unless the writer asked otherwise', () => {
  const { taken } = sorted([file('a.JPG'), file('b.pdf'), file('c.png')], undefined, 0);
  expect(taken.map(({ purpose }) => purpose)).toEqual(['picture', 'attachment', 'picture']);
  expect(sorted([file('a.jpg')], 'attachment', 0).taken[0]?.purpose).toBe('attachment');
});

test('what may not come is refused with the reason and the way out', () => {
  const { taken, refused } = sorted([file('旧.doc'), file('x.exe'), file('空.pdf', 0), file('动.svg')], undefined, 0);
  expect(taken).toEqual([]);
  expect(refused.map(({ why }) => why)).toEqual([
    '旧格式不收，请用 Office 或 WPS 另存为 DOCX 再传。',
    expect.stringMatching(/^这种文件不收。能收：PDF、DOCX/),
    '文件是空的，请检查后再传。',
    expect.stringMatching(/^这种文件不收/),
  ]);
});

test('the 301st file of an article is refused', () => {
  const { taken, refused } = sorted([file('a.jpg'), file('b.jpg')], undefined, 299);
  expect(taken.length).toBe(1);
  expect(refused).toEqual([{ name: 'b.jpg', why: '一篇稿件最多 300 个图片和附件，这个没有放进来。' }]);
});

test('a picture from the clipboard gets a name with the ending of its type', () => {
  expect(named(file('image.png', 1, 'image/png'), 0).name).toBe('粘贴的图片1.png');
  expect(named(file('', 1, 'image/jpeg'), 1).name).toBe('粘贴的图片2.jpg');
  expect(named(file('合影.jpg', 1, 'image/jpeg'), 0).name).toBe('合影.jpg');
});
