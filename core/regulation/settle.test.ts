import { expect, test } from 'vitest';
import { bound } from '../zj.fixture.ts';
import { settle } from './settle.ts';

const values = { cycle: { name: '更新周期', is: 'duration', per: 'column' } } as const;
const rule = { limit: { value: 'cycle' } } as const;
const settled = (set: string | Readonly<Record<string, string>>, ...ids: readonly string[]) =>
  settle(rule, values, { ...bound('bureau', {}), values: { cycle: set } }, ids);

test('a value that is set column by column is the column’s own, or that of all the others, or not set', () => {
  const three = { limit: { n: 3, unit: 'month' } };
  const one = { limit: { n: 1, unit: 'month' } };
  expect(settled('3 months', 'news', 'site')).toEqual(three);
  expect(settled({ news: '1 month', '*': '3 months' }, 'news', 'site')).toEqual(one);
  expect(settled({ news: '1 month', '*': '3 months' }, 'plans', 'site')).toEqual(three);
  expect(settled({ site: '1 month', '*': '3 months' }, 'plans', 'site')).toEqual(one);
  expect(settled({ news: '1 month' }, 'plans', 'site')).toBeUndefined();
});
