import { expect, test } from 'vitest';
import { holdsOneOf } from '../regulation/adopt-right.ts';
import type { InForce } from '../regulation/types.ts';
import { zj } from '../zj.fixture.ts';
import { changedDays } from './compare.ts';
import { loaders, loadersForAll } from './load-right.ts';

const holds = (post: string, unit: string) => [{ person: 'tang', post, unit }];
const names = (all: ReturnType<typeof loaders>) =>
  all.map(([post, law]) => `${law.binding.unit} ${post.id} of ${post.of}`);
const giving = (law: InForce, verb: string): InForce => {
  const posts = law.regulation.posts.map((one) => (one.id === 'publisher' ? { ...one, may: [verb] } : one));
  return { ...law, regulation: { ...law.regulation, posts } };
};
const below: InForce = { ...zj, binding: { ...zj.binding, unit: 'branch' } };
const above = (unit: string) => (unit === 'branch' ? [zj] : []);

test('whoever may adopt may load, until a text gives the right to a post of its own', () => {
  expect(names(loaders([zj]))).toEqual(['bureau administrator of centre']);
  expect(names(loaders([giving(zj, 'load_calendar')]))).toEqual(['bureau publisher of office']);
  expect(names(loaders([giving(zj, 'adopt')]))).toEqual(['bureau publisher of office']);
  expect(holdsOneOf(holds('administrator', 'centre'), loaders([zj]))).toBe(true);
  expect(holdsOneOf(holds('administrator', 'branch'), loaders([zj]))).toBe(false);
  expect(loaders([])).toEqual([]);
});

test('E4 the days of everybody are loaded by the highest adopters: a branch’s own text gives nobody a say over the others', () => {
  expect(names(loadersForAll([below, zj], above))).toEqual(['bureau administrator of centre']);
  // Where nobody above has the right, the branch’s own people have it.
  expect(names(loadersForAll([below], () => []))).toEqual(['branch administrator of centre']);
});

test('what a newer list changes is told day by day, in their order', () => {
  const day = (on: string, isOff: boolean, name = '春节') => ({ on, isOff, name });
  expect(
    changedDays(
      [day('2027-02-06', true), day('2027-02-14', false), day('2027-05-01', true, '劳动节')],
      [day('2027-05-01', true, '劳动节'), day('2027-02-14', true), day('2027-02-05', true)],
    ),
  ).toEqual([
    { on: '2027-02-05', is: day('2027-02-05', true) },
    { on: '2027-02-06', was: day('2027-02-06', true) },
    { on: '2027-02-14', was: day('2027-02-14', false), is: day('2027-02-14', true) },
  ]);
});
