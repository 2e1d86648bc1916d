/** What changes while duties run: things end, are merged, change their lead; versions replace each other. By hand. */
import { expect, test } from 'vitest';
import { seedYears } from '../calendar/years.ts';
import { seed } from '../calendar.fixture.ts';
import { makeCalendar } from '../calendar.ts';
import { at } from './duty.fixture.ts';
import { covered } from './faults.ts';
import { adopted, column, fact, linesAt, linesIn, ruled, shown, site, unit, world } from './gather.fixture.ts';
import { gathering, plansOf } from './gather.ts';
import { linesOf } from './lines.ts';
import { looksAt } from './stored.ts';

const weekly = ['one', 'over: column', 'by: column.lead', 'event: article.published', 'rate: at least 1 per week'];
const gap = (limit: string) => [
  'one',
  'over: column',
  'by: column.lead',
  'event: article.published',
  `gap: at most ${limit}`,
];

test('what has ended has no lines; a gap that was too long by then stays, and what wasn’t decided never is', () => {
  const rules = ruled(adopted('2026-01-01', [gap('5 days')]));
  const life = { bornOn: '2026-11-01', endedOn: '2026-11-20' };
  const facts = [fact('published', '2026-11-02 09:00', 'a')];
  const known = (more: object) => world({ things: [column('news', { life, ...more })], facts });
  expect(shown(linesAt(rules, known({}), '2026-11-19 23:59'))).toEqual(['news breached 1/5']);
  expect(linesAt(rules, known({}), '2026-11-20 00:00')).toEqual([]);
  expect(linesAt(rules, known({}), '2026-10-31 10:00')).toEqual([]);
  expect(shown(linesIn(rules, known({}), '2026-11-01', '2026-11-25 10:00'))).toEqual(['news breached 1/5']);
  const short = { life: { bornOn: '2026-11-01', endedOn: '2026-11-06' } };
  expect(linesIn(rules, known(short), '2026-11-01', '2026-11-25 10:00')).toEqual([]);
});

test('of what was merged only the first and the last period of the whole are left out, and its events count from then on', () => {
  const rules = ruled(adopted('2026-01-01', [weekly]));
  // `law` came into `news` on Wednesday the 11th; it had something on Tuesday, and in the week before.
  const merged = column('news', { life: { bornOn: '2020-01-01' }, was: [{ id: 'law', on: '2026-11-11' }] });
  const facts = [
    fact('published', '2026-11-03 09:00', 'a', { column: 'law' }),
    fact('published', '2026-11-10 09:00', 'b', { column: 'law' }),
  ];
  const known = world({
    things: [merged, column('law', { life: { bornOn: '2020-01-01', endedOn: '2026-11-11' } })],
    facts,
  });
  expect(shown(linesAt(rules, world({ things: [column('news'), column('law')], facts }), '2026-11-10 23:00'))).toEqual([
    'news pending 0/1',
    'law met 1/1',
  ]);
  expect(shown(linesAt(rules, known, '2026-11-11 10:00'))).toEqual(['news met 1/1']);
  expect(shown(linesIn(rules, known, '2026-11-02', '2026-11-15 10:00'))).toEqual([
    'news breached 0/1',
    'news met 1/1',
    'law met 1/1',
  ]);
});

test('R1 a rate is borne by who led for most of its period, anything else by who led when the time ran out', () => {
  const led = [
    { from: '2020-01-01', units: ['office'] },
    { from: '2026-11-12', units: ['law'] },
  ];
  const known = world({ things: [column('news', { led })] });
  const by = (rules: ReturnType<typeof ruled>, now: string) => linesAt(rules, known, now).map((line) => line.by);
  // From Monday to Wednesday the office, from Thursday on the lawyers.
  expect(by(ruled(adopted('2026-01-01', [weekly])), '2026-11-10 10:00')).toEqual([['law']]);
  expect(by(ruled(adopted('2026-01-01', [weekly])), '2026-11-08 10:00')).toEqual([['office']]);
  expect(by(ruled(adopted('2026-11-01', [gap('5 days')])), '2026-11-20 10:00')).toEqual([['office']]);
  expect(by(ruled(adopted('2026-11-05', [gap('14 days')])), '2026-11-20 10:00')).toEqual([['law']]);
});

test('a gap is judged by the version of the day on which it breaks, stays there until it ends, and none falls between', () => {
  const versions = (old: string, next: string) =>
    ruled(adopted('2026-11-01', [gap(old)], '2026-11-16'), adopted('2026-11-16', [gap(next)]));
  const facts = [fact('published', '2026-11-02 09:00', 'a'), fact('published', '2026-11-20 09:00', 'b')];
  const told = (rules: ReturnType<typeof ruled>, now: string) =>
    linesAt(rules, world({ things: [column('news')], facts }), now).map(
      ({ rule, verdict }) => `${rule.from.slice(5)} ${verdict.status} ${verdict.asked}`,
    );
  // The old limit broke on the 8th: it stays broken under the text of then, whatever the new one allows.
  expect(told(versions('5 days', '30 days'), '2026-11-17 10:00')).toEqual(['11-01 breached 5']);
  expect(told(versions('5 days', '30 days'), '2026-11-20 10:00')).toEqual(['11-16 met 30']);
  // The new limit would have broken on the 8th: it does as soon as it is in force.
  expect(told(versions('30 days', '5 days'), '2026-11-15 10:00')).toEqual(['11-01 met 30']);
  expect(told(versions('30 days', '5 days'), '2026-11-16 10:00')).toEqual(['11-16 breached 5']);
});

test('a duty that came with the second version isn’t owed for the time before it', () => {
  const first = adopted('2026-01-01', [['other', ...weekly.slice(1)]], '2026-11-16');
  const rules = ruled(first, adopted('2026-11-16', [['other', ...weekly.slice(1)], gap('5 days')]));
  expect(shown(linesAt(rules, world({ things: [column('news')] }), '2026-11-18 10:00'))).toEqual(['news met 0/5']);
});

test('of two breaches with one cause the larger counts; both verdicts stand', () => {
  const rules = ruled(
    adopted('2026-11-01', [gap('5 days'), ['two', ...gap('3 days').slice(1)], ['far', ...gap('3 days').slice(1)]]),
  );
  const facts = [
    fact('published', '2026-11-02 09:00', 'a'),
    fact('published', '2026-11-02 10:00', 'b', { column: 'law' }),
  ];
  const known = world({ things: [column('news'), column('law')], facts });
  const lines = linesAt(rules, known, '2026-11-15 10:00').filter(
    ({ duty, thing }) => duty.id !== 'far' || thing.id === 'law',
  );
  const pairs = [...covered(lines, ({ duty }) => (duty.id === 'two' ? 5 : 2))].map(
    ([line, by]) => `${line.duty.id} ${line.thing.id} < ${by.duty.id} ${by.thing.id}`,
  );
  expect(pairs.toSorted()).toEqual(['far law < two law', 'one law < two law', 'one news < two news']);
  expect(lines.every(({ verdict }) => verdict.status === 'breached')).toBe(true);
});

test('E4 a unit’s own days count in what it bears, and in nothing else', () => {
  const days = [{ on: '2026-11-12', isOff: true, name: '县庆' }];
  const own = makeCalendar({ years: seedYears, extra: days }, 'own');
  const rules = ruled(adopted('2026-11-01', [gap('5 working days')]));
  const things = [column('news'), column('law', { units: { 'column.lead': ['law'] } })];
  const facts = ['news', 'law'].map((one) => fact('published', '2026-11-06 09:00', one, { column: one }));
  const known = world({ things, facts, calendarOf: (unit_) => (unit_ === 'law' ? own : seed) });
  expect(shown(linesAt(rules, known, '2026-11-14 10:00'))).toEqual(['news breached 1/5', 'law met 1/5']);
});

test('the part of a site that a remit gives somebody is borne by him', () => {
  const text = ['one', 'over: site', 'by: site.server', 'event: article.published', 'gap: at most 5 days'];
  const law = adopted('2026-11-01', [text]);
  const rules = ruled({
    ...law,
    regulation: { ...law.regulation, remits: [{ for: { all: [] }, part: ['server'], who: 'office', clause: '2' }] },
  });
  expect(
    linesAt(rules, world({ things: [site('s1'), unit('office')] }), '2026-11-03 10:00').map(({ by }) => by),
  ).toEqual([['office']]);
});

test('R1 what isn’t there yet is looked at again when it comes, and what ends when it ends', () => {
  const known = world({ things: [column('news', { life: { bornOn: '2026-11-17', endedOn: '2026-12-01' } })] });
  const plans = plansOf(ruled(adopted('2026-01-01', [gap('5 days')])), known);
  const [plan] = plans;
  if (!plan) throw new Error('no plan');
  const grounds = gathering(known, () => plans)(plan);
  const look = (now: string) => looksAt(plan, linesOf(plan, grounds, at(now)), grounds, at(now));
  expect(look('2026-11-10 09:00')).toBe(at('2026-11-17 00:00'));
  expect(look('2026-11-30 09:00')).toBe(at('2026-12-01 00:00'));
});
