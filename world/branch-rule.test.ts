/** The branch's rule in its second version: what it asks since mid-month that the first one didn't. */
import { expect, test } from 'vitest';
import { verbNeeded, verbsOf } from '../core/access.ts';
import { seed } from '../core/calendar.fixture.ts';
import { expiryClause, reviewBy } from '../core/column-rules.ts';
import { compareRegulations } from '../core/regulation/diff.ts';
import { lawsOver, textOf } from './laws.ts';

const path = lawsOver('yunxi').filter(({ regulation }) => regulation.slug === 'substation-portal');
const [now, before] = [path.slice(0, 1), path.slice(1)];
const verbs = (post: string) => verbsOf([{ person: 'x', post, unit: 'yunxi' }], now)[0]?.verbs ?? [];

test('it is the second version of the same text, and the later one is asked first', () => {
  expect(path.map(({ regulation }) => regulation.version)).toEqual([2, 1]);
});

test('B4 a notice of the branch states its last day under article 5; nothing else does, and the first version asked for none', () => {
  const place = { key: 'notices', rank: 'sub' };
  expect(expiryClause(now, place)).toBe('substation-portal#5');
  expect(expiryClause(before, place)).toBeUndefined();
  for (const key of ['news', 'guide', 'emergency']) expect(expiryClause(now, { key, rank: 'sub' })).toBeUndefined();
});

test('T24 a guide is checked again within six months of its publication or last confirmation, under article 5', () => {
  const by = (since: string) => reviewBy(now, { key: 'guide', rank: 'sub' }, new Date(`${since}T09:00:00+08:00`), seed);
  expect(by('2026-03-02')).toMatchObject({ on: '2026-09-02', clause: 'substation-portal#5' });
  expect(by('2026-08-31')).toMatchObject({ on: '2027-02-28' });
  expect(reviewBy(before, { key: 'guide', rank: 'sub' }, new Date(), seed)).toBeUndefined();
});

test('A16 the branch’s leader alone may put something up before its approval; who approves may clear it', () => {
  expect(
    [verbs('main-leader'), verbs('head'), verbs('information-officer'), verbs('administrator')].map((all) =>
      all.includes('force'),
    ),
  ).toEqual([true, false, false, false]);
  expect(verbNeeded('clear_forced', now)).toBe('approve');
  expect(verbsOf([{ person: 'x', post: 'main-leader', unit: 'yunxi' }], before)[0]?.verbs).not.toContain('force');
});

test('the two versions differ in one column, and in no chain and no duty', () => {
  const [old, later] = [textOf('substation-portal.md').regulation, textOf('world/substation-portal-2.md').regulation];
  const { duties, chains } = compareRegulations(old, later);
  expect([duties, chains]).toEqual([[], []]);
  expect(later.columns.map(({ id }) => id)).toEqual([...old.columns.map(({ id }) => id), 'emergency']);
});
