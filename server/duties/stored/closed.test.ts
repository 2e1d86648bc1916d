/** What the hash of a closed period is taken over: the same bytes as canonical JSON, which it was always taken over. */
import { expect, test } from 'vitest';
import { canonical } from '../../../core/canonical.ts';
import { at } from '../../../core/duty/duty.fixture.ts';
import { adopted, column, fact, linesIn, ruled, world } from '../../../core/duty/gather.fixture.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import { hashed } from './closed.ts';

const duties = [
  ['weekly', 'over: column', 'by: column.lead', 'event: article.published', 'rate: at least 1 per week'],
  [
    ...['in-time', 'over: article', 'by: author.unit', 'from: article.submitted', 'to: article.published'],
    'within: 2 working days',
  ],
];
const odd = '栏目"一"\\\u2028\n';
const tally = (on: string, n: number): Tally => ({
  on,
  knownOn: on,
  n,
  firstAt: at(`${on} 09:00`),
  lastAt: at(`${on} 10:00`),
});

test('R1 a closed period is hashed over its canonical form: names in order, whatever stands in them', () => {
  const known = world({
    things: [column('news', { key: odd })],
    facts: [fact('submitted', '2026-03-02 09:00', 'a'), fact('published', '2026-03-09 09:00', 'a')],
  });
  const lines = linesIn(ruled(adopted('2026-01-01', duties)), known, '2026-03-01', '2026-04-01 09:00');
  expect(new Set(lines.map(({ duty }) => duty.id))).toEqual(new Set(['weekly', 'in-time']));
  for (const line of lines) {
    const named = { ...line, thing: { ...line.thing, id: odd } };
    const told = hashed(named, [tally(line.verdict.from, 2), tally('2026-03-09', -1)], at('2026-04-01 09:00'), odd);
    const values = JSON.parse(told);
    expect([values.id, values.calendar, values.duty]).toEqual([odd, odd, line.duty.id]);
    expect(told).toBe(canonical(values));
  }
});
