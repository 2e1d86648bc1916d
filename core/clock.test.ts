/** QX-8.1 and QX-8.2 by hand: twenty-four hours for what is general, twelve for what is major, by the clock. */
import { expect, test } from 'vitest';
import { type Happened, limitsOf } from './clock.ts';
import { qx } from './regimes.fixture.ts';
import { fence, sampleWith } from './regulation/sample.fixture.ts';
import type { Facets } from './regulation/types.ts';
import { bound, inForce, soundly, zj } from './zj.fixture.ts';

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const happened = (kind: string, iso: string): Happened => ({ kind: `article.${kind}`, at: at(iso) });
const facets: Facets = { kind: 'news', weight: 'general', reach: 'section', sensitive: 'no', site: 'main' };
const approved = [happened('submitted', '2026-09-30T09:00:00'), happened('approved', '2026-09-30T16:30:00')];
const shown = (limits: ReturnType<typeof limitsOf>) =>
  limits.map(({ clause, due }) => `${clause} ${new Date(due + 8 * 3_600_000).toISOString().slice(0, 16)}`);

test('E4 a general text is due 24 hours after its approval, a major one 12, through the night and the holidays', () => {
  expect(shown(limitsOf([qx], facets, approved))).toEqual(['qx-site#8.1 2026-10-01T16:30']);
  expect(shown(limitsOf([qx], { ...facets, weight: 'major' }, approved))).toEqual(['qx-site#8.2 2026-10-01T04:30']);
});

test('E4 a weight that QX does not know counts as the highest that it knows below', () => {
  expect(shown(limitsOf([qx], { ...facets, weight: 'important' }, approved))).toEqual(['qx-site#8.1 2026-10-01T16:30']);
  expect(shown(limitsOf([qx], { ...facets, weight: 'extreme' }, approved))).toEqual(['qx-site#8.2 2026-10-01T04:30']);
});

test('no clock runs before the approval, after the publication, or where no regulation states a limit', () => {
  expect(limitsOf([qx], facets, approved.slice(0, 1))).toEqual([]);
  for (const end of ['published', 'updated', 'restored'])
    expect(limitsOf([qx], facets, [...approved, happened(end, '2026-10-01T08:00:00')])).toEqual([]);
  expect(limitsOf([zj], facets, approved)).toEqual([]);
});

test('after a publication the next approval starts the clock anew; a second start does not move one that runs', () => {
  const again = [
    ...approved,
    happened('published', '2026-10-01T08:00:00'),
    happened('approved', '2026-11-02T10:00:00'),
  ];
  expect(shown(limitsOf([qx], facets, again))).toEqual(['qx-site#8.1 2026-11-03T10:00']);
  const twice = [...approved, happened('approved', '2026-09-30T20:00:00')];
  expect(shown(limitsOf([qx], facets, twice))).toEqual(['qx-site#8.1 2026-10-01T16:30']);
});

test('limits of several regulations add up, the nearest first, each with the instant of its first warning', () => {
  const duty = ['over: article', 'by: office', 'from: article.approved', 'to: article.published'];
  const source = sampleWith(
    fence('duty soon', ...duty, 'within: 90 minutes', 'warn: [30 minutes before, after 1 hour, 50 % of time]'),
  );
  const near = inForce(soundly(source), bound('bureau', { office: ['office'], section: ['office'] }));
  const [first, second, ...none] = limitsOf([qx, near], facets, approved);
  expect(none).toEqual([]);
  expect(first).toEqual({
    duty: 'soon',
    clause: 'sample#2',
    from: at('2026-09-30T16:30:00'),
    due: at('2026-09-30T18:00:00'),
    warnAt: at('2026-09-30T17:15:00'),
  });
  expect(second?.clause).toBe('qx-site#8.1');
});
