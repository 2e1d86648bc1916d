/** Exemptions, by hand: what they take, until when, and what they never undo. */
import { expect, test } from 'vitest';
import { at } from './duty.fixture.ts';
import { type Exemption, exemptFault } from './exempt.ts';
import { adopted, column, fact, linesAt, linesIn, ruled, shown, world } from './gather.fixture.ts';

const weekly = ['one', 'over: column', 'by: column.lead', 'event: article.published', 'rate: at least 1 per week'];
const gap = [
  'one',
  'over: column',
  'by: column.lead',
  'event: article.published',
  'gap: at most 5 days',
  'warn: after 3 days',
];

/** Days: the first, and the first day after. */
const exemption = (given: string, from: string, to: string, back?: string): Exemption => ({
  ...{ seq: '900', at: at(given), unit: 'bureau', slug: 'sample', duty: 'one', thing: 'news', from, to },
  ...(back === undefined ? {} : { backAt: at(back) }),
});

const weeks = (...exemptions: readonly Exemption[]) => {
  const known = world({ things: [column('news'), column('law')], exemptions });
  return shown(linesIn(ruled(adopted('2026-01-01', [weekly])), known, '2026-11-09', '2026-11-25 10:00'));
};
const law = ['law breached 0/1', 'law breached 0/1', 'law pending 0/1'];

test('R1 an exemption that was given before the time is over takes the line; afterwards nothing undoes a breach', () => {
  expect(weeks(exemption('2026-11-12 09:00', '2026-11-12', '2026-11-20'))).toEqual([
    'news exempt 0/1',
    'news breached 0/1',
    'news pending 0/1',
    ...law,
  ]);
  expect(weeks(exemption('2026-11-16 00:00', '2026-11-09', '2026-11-20'))).toEqual([
    'news breached 0/1',
    'news breached 0/1',
    'news pending 0/1',
    ...law,
  ]);
});

test('R1 taken back it stays for what was over by then, and for nothing that comes', () => {
  const back = (when: string) => weeks(exemption('2026-11-10 09:00', '2026-11-10', '2026-12-20', when))[1];
  expect(back('2026-11-22 23:59')).toBe('news breached 0/1');
  expect(back('2026-11-23 00:00')).toBe('news exempt 0/1');
  // Nobody knew of it yet on the 25th.
  expect(weeks(exemption('2026-11-10 09:00', '2026-11-10', '2026-12-20', '2026-11-25 10:01'))[2]).toBe(
    'news exempt 0/1',
  );
});

const born = { life: { bornOn: '2026-11-02' } };
/** Born on the 2nd, with nothing since, its gap breaks when the 7th is over. */
const gaps = (when: string, exemptions: readonly Exemption[], facts: ReturnType<typeof fact>[] = []) =>
  linesAt(ruled(adopted('2026-01-01', [gap])), world({ things: [column('news', born)], exemptions, facts }), when);

test('a gap is exempt on the days of the exemption, and owed again when they are over', () => {
  const given = [exemption('2026-11-04 09:00', '2026-11-06', '2026-11-20')];
  expect(shown(gaps('2026-11-08 00:00', []))).toEqual(['news breached 0/5']);
  const [line] = gaps('2026-11-08 00:00', given);
  expect([line?.verdict.status, line?.verdict.rests, line?.verdict.changesAt]).toEqual([
    'exempt',
    ['900'],
    at('2026-11-20 00:00'),
  ]);
  expect(shown(gaps('2026-11-20 00:00', given))).toEqual(['news breached 0/5']);
  expect(
    shown(gaps('2026-11-10 00:00', [exemption('2026-11-04 09:00', '2026-11-06', '2026-11-20', '2026-11-09 12:00')])),
  ).toEqual(['news breached 0/5']);
});

test('R1 a gap that was too long before isn’t exempt, nor one that broke before the days of the exemption came', () => {
  expect(shown(gaps('2026-11-12 10:00', [exemption('2026-11-08 00:00', '2026-11-07', '2026-11-20')]))).toEqual([
    'news breached 0/5',
  ]);
  const later = [exemption('2026-11-04 09:00', '2026-11-10', '2026-11-20')];
  expect(shown(gaps('2026-11-10 00:00', later))).toEqual(['news breached 0/5']);
});

test('R1 exemptions that follow each other are one for a gap, if none was given too late and no day lies between them', () => {
  const first = exemption('2026-11-04 09:00', '2026-11-06', '2026-11-10');
  const second = (given: string, from = '2026-11-10') => ({ ...exemption(given, from, '2026-11-20'), seq: '901' });
  const [line] = gaps('2026-11-12 10:00', [first, second('2026-11-09 23:59')]);
  expect([line?.verdict.status, line?.verdict.rests, line?.verdict.changesAt]).toEqual([
    'exempt',
    ['900', '901'],
    at('2026-11-20 00:00'),
  ]);
  const then = (...exemptions: readonly Exemption[]) => shown(gaps('2026-11-12 10:00', exemptions))[0];
  expect(then(second('2026-11-05 09:00'), first)).toBe('news exempt 0/5');
  expect(then(first, second('2026-11-09 09:00', '2026-11-08'))).toBe('news exempt 0/5');
  expect(then(first, second('2026-11-09 09:00', '2026-11-11'))).toBe('news breached 0/5');
  // Its first day had begun: the gap was a breach by then.
  expect(then(first, second('2026-11-10 09:00'))).toBe('news breached 0/5');
  // Taken back it holds up to then: the second one holds already, or doesn't yet.
  const back = { ...first, backAt: at('2026-11-09 12:00') };
  expect(then(back, second('2026-11-08 09:00', '2026-11-09'))).toBe('news exempt 0/5');
  expect(then(back, second('2026-11-08 09:00'))).toBe('news breached 0/5');
});

test('a gap that is warned of becomes exempt with the first day: it is to be looked at then', () => {
  const [line] = gaps('2026-11-06 10:00', [exemption('2026-11-04 09:00', '2026-11-07', '2026-11-20')], []);
  expect([line?.verdict.status, line?.verdict.changesAt]).toEqual(['warned', at('2026-11-07 00:00')]);
});

test('R1 a gap that ended was exempt if it was so on all its days: what is published later undoes no breach', () => {
  const given = [exemption('2026-11-04 09:00', '2026-11-06', '2026-11-20')];
  const episodes = (published: string) => {
    const facts = [fact('published', published, 'a')];
    const known = world({ things: [column('news', born)], exemptions: given, facts });
    return shown(linesIn(ruled(adopted('2026-01-01', [gap])), known, '2026-11-01', '2026-11-26 10:00'))[0];
  };
  expect(episodes('2026-11-19 23:59')).toBe('news exempt 0/5');
  expect(episodes('2026-11-21 09:00')).toBe('news breached 0/5');
});

test.each([
  ['2026-11-25', '2026-11-30', 'exempt_past'],
  ['2026-11-27', '2026-11-26', 'exempt_reversed'],
  ['2026-11-26', '2027-11-26', undefined],
  ['2026-11-26', '2027-11-27', 'exempt_long'],
  ['2026-11-26', '2026-11-26', undefined],
] as const)('on 26 November an exemption from %s to %s is refused as %s', (from, until, why) =>
  expect(exemptFault({ from, until }, '2026-11-26')).toBe(why),
);
