import { expect, test } from 'vitest';
import { zj } from '../zj.fixture.ts';
import { mayAdopt } from './adopt-right.ts';

const holds = (post: string, unit: string) => [{ person: 'tang', post, unit }];

test('the administrators of the centre may adopt, those of the branches may not, nor anybody by another post', () => {
  expect(mayAdopt(holds('administrator', 'centre'), [zj])).toBe(true);
  expect(mayAdopt(holds('administrator', 'branch'), [zj])).toBe(false);
  expect(mayAdopt(holds('publisher', 'office'), [zj])).toBe(false);
});

test('where a text gives the right, it is this post’s alone', () => {
  const posts = zj.regulation.posts.map((one) =>
    one.id === 'publisher' ? { ...one, may: [...one.may, 'adopt'] } : one,
  );
  const given = [{ ...zj, regulation: { ...zj.regulation, posts } }];
  expect(mayAdopt(holds('publisher', 'office'), given)).toBe(true);
  expect(mayAdopt(holds('administrator', 'centre'), given)).toBe(false);
});

test('the first text of all is adopted by the operator: where nothing is in force nobody may, and a system never', () => {
  expect(mayAdopt(holds('administrator', 'centre'), [])).toBe(false);
  const system = holds('administrator', 'centre').map((one) => ({ ...one, outside: true as const }));
  expect(mayAdopt(system, [zj])).toBe(false);
});
