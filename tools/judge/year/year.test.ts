/** A simulated year of the county: the product's own gathering beside the independent judge. `npm run judge` takes twenty seeds. */
import { expect, test } from 'vitest';
import type { Line } from '../../../core/duty/lines.ts';
import { compareYear, nothing } from './compare.ts';
import { type History, instant } from './history.ts';
import { historyOf } from './lived.ts';
import { product } from './product.ts';

const history = historyOf(5, 0.15);
const summer = instant('2026-06-01', '16:00');
const end = instant('2026-12-31', '23:00');

test.each([
  ['before the calendar of the year was loaded', instant('2026-01-25', '11:00')],
  ['at its end', end],
])('R1 E4 a year of the county: both judges say the same of every line, %s', (_when, now) => {
  const seen = nothing();
  compareYear(history, now, seen);
  expect(seen.differences.slice(0, 2)).toEqual([]);
  expect([...seen.patterns.keys()].toSorted()).toEqual(['count', 'due', 'gap', 'keep', 'rate', 'share', 'within']);
  expect(seen.lines).toBeGreaterThan(500);
});

const key = ({ rule, duty, part, thing, verdict }: Line): string =>
  `${rule.adoptionId} ${duty.id} ${part} ${thing.id} ${verdict.from} ${verdict.overAt}`;
const said = (of: History, now: number) =>
  product(of, now)
    .year.map((line) => `${key(line)} ${line.verdict.status} ${line.verdict.n} ${line.verdict.rests.toSorted()}`)
    .toSorted();

test('R1 what happens later changes no line whose time was over, and turns no breach into anything else', () => {
  const closed = (lines: readonly Line[]) =>
    lines.filter(
      ({ verdict: { status, overAt }, duty: { does } }) =>
        ['rate', 'due', 'within'].includes(does.pattern) &&
        overAt !== undefined &&
        overAt <= summer &&
        status !== 'provisional',
    );
  const then = closed(product(history, summer).year);
  const later = new Map(product(history, end).year.map((line) => [key(line), line.verdict.status]));
  expect(then.length).toBeGreaterThan(300);
  expect(then.filter((line) => later.get(key(line)) !== line.verdict.status).map(key)).toEqual([]);
});

test('R1 events that nobody asks for, and what hasn’t happened yet, change nothing', () => {
  const before = said(history, summer);
  const noise = history.events.map((event) => ({ ...event, seq: `n${event.seq}`, kind: 'article.pinned' }));
  expect(
    said({ ...history, events: history.events.flatMap((event, i) => [noise[i] ?? event, event]) }, summer),
  ).toEqual(before);
  const past = history.events.filter(({ at }) => at <= summer);
  expect(said({ ...history, events: past }, summer)).toEqual(before);
});
