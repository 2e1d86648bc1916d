/** What a column's article asks of its texts: a last day, and how often they are checked again. Expected days by hand. */
import { expect, test } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { expiryClause, reviewBy } from './column-rules.ts';
import type { Column, InForce } from './regulation/types.ts';

const column = (id: string, more: Partial<Column>): Column => ({
  id,
  site: 'main',
  name: id,
  nature: 'static',
  lead: [],
  joint: [],
  clause: '7',
  ...more,
});
const law = (slug: string, ...columns: Column[]) => ({ regulation: { slug, columns } }) as unknown as InForce;
const empty = makeCalendar({ years: [] }, 'none');
const place = { key: 'guide', rank: 'main' };
const by = (review: string, since: string) =>
  reviewBy([law('hd', column('guide', { review }))], place, new Date(`${since}+08:00`), empty);

test.each([
  ['every 6 months', '2026-08-31T23:59:59', '2027-02-28'],
  ['every 6 months', '2027-08-31T00:00:00', '2028-02-29'],
  ['every 1 year', '2028-02-29T12:00:00', '2029-02-28'],
  ['every 2 weeks', '2026-12-25T08:00:00', '2027-01-08'],
  ['every 30 days', '2026-12-31T23:59:59', '2027-01-30'],
])('T24 a text that is to be checked %s, published or checked at %s, is due by %s', (review, since, on) => {
  expect(by(review, since)).toEqual({ on, isSure: true, clause: 'hd#7' });
});

test('a review in working days of a year that isn’t loaded is not sure', () => {
  expect(by('every 5 working days', '2026-11-26T09:00:00')).toEqual({
    on: '2026-12-03',
    isSure: false,
    clause: 'hd#7',
  });
});

test('nothing is asked where no text asks: another column, another site, no period', () => {
  const since = new Date('2026-11-26T09:00:00+08:00');
  const asks = law('hd', column('guide', { review: 'every 6 months' }));
  expect(reviewBy([asks], { key: 'news', rank: 'main' }, since, empty)).toBeUndefined();
  expect(reviewBy([asks], { key: 'guide', rank: 'sub' }, since, empty)).toBeUndefined();
  expect(by('every 12 hours', '2026-11-26T09:00:00')).toBeUndefined();
  expect(expiryClause([asks], place)).toBeUndefined();
});

test('the nearest text that says it holds, also where a nearer one states the column without it', () => {
  const near = law('own', column('guide', { clause: '2' }));
  const above = law('hd', column('guide', { review: 'every 6 months', expires: 'required' }));
  const since = new Date('2026-11-26T09:00:00+08:00');
  expect(reviewBy([near, above], place, since, empty)?.clause).toBe('hd#7');
  expect(expiryClause([near, above], place)).toBe('hd#7');
  const nearer = law('own', column('guide', { clause: '2', review: 'every 1 month' }));
  expect(reviewBy([nearer, above], place, since, empty)).toMatchObject({ on: '2026-12-26', clause: 'own#2' });
});
