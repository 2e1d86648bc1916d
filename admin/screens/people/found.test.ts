import { expect, test } from 'vitest';
import type { UnitView } from '../../../server/contract/registers.ts';
import { found } from './found.ts';

const person = (name: string) => ({ person: { id: name, name }, since: '2026-01-01T00:00:00.000Z' });
const position = (name: string, ...holders: string[]) => ({
  post: name,
  name,
  rights: [],
  holders: holders.map(person),
});
const unit = (name: string, leaders: string[], ...positions: UnitView['positions']): UnitView => ({
  id: name,
  name,
  level: 0,
  leaders: leaders.map(person),
  positions,
});
const units = [
  unit('质量处', ['沈雁秋'], position('主办人员', '林晓岚'), position('处室负责人', '张伟明')),
  unit('法规处', [], position('主办人员', '丁文佩')),
];
const names = (words: string) =>
  found(units, words).map((one) => `${one.name} ${one.positions.map((p) => p.name).join('、')}`);

test('a part of a name finds the posts of that person, whom he leads, posts and whole units', () => {
  expect(names('')).toEqual(['质量处 主办人员、处室负责人', '法规处 主办人员']);
  expect(names(' 晓岚 ')).toEqual(['质量处 主办人员']);
  expect(names('雁秋')).toEqual(['质量处 ']);
  expect(names('主办')).toEqual(['质量处 主办人员', '法规处 主办人员']);
  expect(names('质量')).toEqual(['质量处 主办人员、处室负责人']);
  expect(names('王')).toEqual([]);
});
