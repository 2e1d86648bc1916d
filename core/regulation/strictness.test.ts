/** Which of two duties asks more. Each pair was judged by hand. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { nthWorkday } from '../calendar.ts';
import { addDays, dayNumber } from '../day.ts';
import { holdsWorkday, nextPeriod, periodAt, type Span } from '../period.ts';
import { daysForWorkdays } from './longer.ts';
import type { PeriodName } from './measures.ts';
import { wholeIn } from './quotas.ts';
import { readRegulation } from './read.ts';
import { fence, sampleWith } from './sample.fixture.ts';
import { strictness } from './strictness.ts';

const heads = { site: 'site.owner', column: 'column.lead', article: 'author.unit' } as const;
/** `site rate: 1 per week; event: seen.home_changed`: keys one after the other. */
function duty(said: string) {
  const [over = '', ...rest] = said.split(' ');
  const lines = [`over: ${over}`, `by: ${heads[over as keyof typeof heads]}`, ...rest.join(' ').split('; ')];
  const { regulation, faults } = readRegulation(sampleWith(fence('duty one', ...lines)));
  const [found] = regulation?.duties ?? [];
  if (!found) throw new Error(`${said}: ${faults.map(({ message }) => message).join('; ')}`);
  return found;
}

const weekly = 'column rate: at least 1 per week; event: article.published';
const opposite = { same: 'same', stricter: 'laxer', both: 'both', 'not comparable': 'not comparable' } as const;

test.each([
  ['same', weekly, weekly],
  // Rates: more of them, on more days, or more often.
  ['stricter', 'column rate: at least 2 per week; event: article.published', weekly],
  ['stricter', 'column rate: above 1 per week; event: article.published', weekly],
  ['same', 'column rate: at least 1 days per week; event: article.published', weekly],
  ['stricter', 'column rate: at least 1 per day; event: article.published', weekly],
  ['stricter', 'column rate: [at least 1 per week, at least 9 per month]; event: article.published', weekly],
  ['stricter', weekly, 'column rate: at least 2 per month; event: article.published'],
  ['both', 'column rate: at least 4 per month; event: article.published', weekly],
  [
    'stricter',
    'column rate: at most 2 per month; event: article.published',
    'column rate: at most 3 per month; event: article.published',
  ],
  ['not comparable', 'column rate: at least 1 per working day; event: article.published', weekly],
  // What counts.
  ['stricter', `${weekly}; in: { kind: news }`, weekly],
  ['not comparable', `${weekly}; in: { kind: news }`, `${weekly}; in: { kind: notice }`],
  ['stricter', `${weekly}; lasting: 7 days`, weekly],
  ['stricter', weekly, 'column rate: at least 1 per week; event: [article.published, article.updated]'],
  ['not comparable', weekly, 'column rate: at least 9 per week; event: article.updated'],
  ['not comparable', 'site rate: at least 9 per week; event: article.published', weekly],
  ['stricter', weekly, `${weekly}; force: should`],
  // Time.
  [
    'stricter',
    'column gap: at most 5 working days; event: article.published',
    'column gap: at most 6 working days; event: article.published',
  ],
  [
    'stricter',
    'column gap: at most 5 days; event: article.published',
    'column gap: at most 5 working days; event: article.published',
  ],
  [
    'not comparable',
    'column gap: at most 30 days; event: article.published',
    'column gap: at most 1 month; event: article.published',
  ],
  [
    'stricter',
    'column gap: below 5 days; event: article.published',
    'column gap: at most 5 days; event: article.published',
  ],
  [
    'stricter',
    'article within: 12 hours; from: article.submitted; to: article.approved',
    'article within: 1 day; from: article.submitted; to: article.approved',
  ],
  [
    'stricter',
    'article within: 1 day; from: article.submitted; to: article.approved',
    'article within: 1 day; from: article.submitted; to: [article.approved, article.returned]',
  ],
  [
    'not comparable',
    'article within: 1 day; from: article.approved; to: article.published',
    'article within: 2 days; from: article.submitted; to: article.published',
  ],
  [
    'both',
    `article within: 1 day; from: article.submitted; to: article.approved; extension: { by: 5 days, event: article.returned }`,
    'article within: 2 days; from: article.submitted; to: article.approved',
  ],
  // Days.
  [
    'stricter',
    'site due: day 5 of each month; event: filing.inspection.filed',
    'site due: day 10 of each month; event: filing.inspection.filed',
  ],
  [
    'stricter',
    'site due: day 25 of each month; event: filing.inspection.filed',
    'site due: last day of each month; event: filing.inspection.filed',
  ],
  [
    'stricter',
    'site due: [01-10, 07-10]; event: filing.inspection.filed',
    'site due: 01-10; event: filing.inspection.filed',
  ],
  [
    'not comparable',
    'site due: day 5 of each month; event: filing.inspection.filed',
    'site due: day 5 of each quarter; event: filing.inspection.filed',
  ],
  // Parts of a whole, standing facts.
  [
    'stricter',
    'site share: probe.failed below 3 % of probe.made over last 7 days',
    'site share: probe.failed below 5 % of probe.made over last 7 days',
  ],
  [
    'not comparable',
    'site share: probe.failed below 3 % of probe.made over last 7 days',
    'site share: probe.failed below 5 % of probe.made over last 30 days',
  ],
  ['stricter', 'site keep: at least 2 post head', 'site keep: at least 1 post head'],
  ['stricter', 'site keep: at least 1 post head', 'site keep: at least 1 post head; grace: 5 days'],
  ['not comparable', 'site keep: at least 1 post head', 'site keep: at least 1 post undertaker'],
] as const)('one duty is %s: %s | %s', (is, one, other) => {
  expect(strictness(duty(one), duty(other))).toBe(is);
  expect(strictness(duty(other), duty(one))).toBe(opposite[is]);
});

test('no working days of 2004 to 2026 took more days than is reckoned with', () => {
  for (let day = '2004-01-01'; day < '2025-06-01'; day = addDays(day, 1))
    for (const n of [1, 2, 3, 5, 10, 20, 60]) {
      const took = dayNumber(nthWorkday(day, n, seed).on) - dayNumber(day);
      if (took > daysForWorkdays(n)) expect([day, n, took]).toEqual([]);
    }
});

test('every period of 2004 to 2026 holds as many shorter ones as is reckoned with, without those nobody works in', () => {
  const all = Object.entries(wholeIn).flatMap(([short, longs]) =>
    Object.entries(longs).map(([long, least]) => [short as PeriodName, long as PeriodName, least] as const),
  );
  for (const [short, long, least] of all)
    for (let span = periodAt(long, '2004-01-01'); span.to < '2027-01-01'; span = nextPeriod(long, span))
      if (wholes(short, span) < least) expect([short, long, span.from, wholes(short, span)]).toEqual([]);
});
function wholes(short: PeriodName, within: Span): number {
  let n = 0;
  for (let one = periodAt(short, within.from); one.to <= within.to; one = nextPeriod(short, one))
    if (one.from >= within.from && (short === 'day' || holdsWorkday(one, seed).holds)) n += 1;
  return n;
}
