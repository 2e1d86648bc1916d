/** Who may urge, and when: by hand. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { at } from './duty.fixture.ts';
import { column, linesAt, ruled, world } from './gather.fixture.ts';
import type { Line } from './lines.ts';
import { urgeFault } from './urge.ts';

const weekly = fence(
  'duty one',
  'over: column',
  'by: column.lead',
  'event: article.published',
  'rate: at least 1 per week',
  'warn: 2 working days before',
);
const rules = (...blocks: string[]) =>
  ruled({
    ...inForce(
      soundly(sampleWith([weekly, ...blocks].join('\n\n'))),
      bound('bureau', { office: ['office'], section: ['quality'] }),
    ),
    adoptionId: 'a',
    from: '2020-01-01',
  });
const supervised = fence('remit duties', 'list: [ { for: { site: main }, part: supervise, who: office } ]');
const of = (unit: string, more: object = {}) => [{ person: 'p', post: 'drafter', unit, ...more }];
const line = (now: string, known = rules(supervised), facets = { site: 'main' }): Line => {
  const [one] = linesAt(known, world({ things: [column('news', { facets })] }), now);
  if (!one) throw new Error('no line');
  return one;
};
const fault = (one: Line, now: string, held = of('office'), last?: string) =>
  urgeFault(one, held, last === undefined ? undefined : at(last), seed, at(now))?.why;

test('ZJ-4, JY-17 whoever sees to it that sites are kept up urges what is near its end, and nobody else does', () => {
  const friday = '2026-11-27 09:00';
  expect(line(friday).verdict.status).toBe('warned');
  expect(fault(line(friday), friday)).toBeUndefined();
  expect(fault(line(friday), friday, of('quality'))).toBe('not_supervisor');
  expect(fault(line(friday), friday, of('office', { outside: true }))).toBe('not_supervisor');
  // Another site is not the office's, and a text may give the part to nobody.
  expect(fault(line(friday, rules(supervised), { site: 'sub' }), friday)).toBe('nobody_urges');
  expect(fault(line(friday, rules()), friday)).toBe('nobody_urges');
  expect(fault(line('2026-11-24 09:00'), '2026-11-24 09:00')).toBe('not_pressing');
});

test('T22 a line is urged once a working day: over a weekend too', () => {
  const friday = '2026-11-27 09:00';
  expect(fault(line(friday), '2026-11-27 15:00', of('office'), friday)).toBe('urged_today');
  expect(fault(line('2026-11-28 09:00'), '2026-11-28 09:00', of('office'), friday)).toBe('urged_today');
  const thursday = '2026-11-26 17:00';
  expect(fault(line(friday), friday, of('office'), thursday)).toBeUndefined();
});
