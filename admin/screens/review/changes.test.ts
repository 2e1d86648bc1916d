import { expect, test } from 'vitest';
import { changes, type Piece } from './changes.ts';

const only = (pieces: readonly Piece[], is: Piece['is']) => pieces.filter((p) => p.is === is).map((p) => p.text);

test('only the word that changed in a line is marked', () => {
  const pieces = changes('一、总则\n全局共受理投诉一百件\n二、附则', '一、总则\n全局共受理举报一百件\n二、附则');
  expect(only(pieces, 'gone')).toEqual(['投诉']);
  expect(only(pieces, 'added')).toEqual(['举报']);
});

test('a line that was added stands as one piece', () => {
  expect(only(changes('一\n二\n', '一\n一之二\n二\n'), 'added')).toEqual(['一之二\n']);
});

test('without what was added the pieces are the old text, without what is gone the new one', () => {
  const before = '办事指南\n需带身份证、户口本。\n周一至周五办理';
  const after = '办事指南（修订）\n需带身份证。\n\n周一至周六办理，节假日除外';
  const pieces = changes(before, after);
  expect(
    pieces
      .filter((p) => p.is !== 'added')
      .map((p) => p.text)
      .join(''),
  ).toBe(before);
  expect(
    pieces
      .filter((p) => p.is !== 'gone')
      .map((p) => p.text)
      .join(''),
  ).toBe(after);
});
