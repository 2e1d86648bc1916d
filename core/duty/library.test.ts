/** Duties of the eight texts as an office would meet them, with the values that each text suggests. Dates by hand. */
import { expect, test } from 'vitest';
import { suggestedValues } from '../regulation/suggested.ts';
import { bound, inForce, regulationFile, soundly } from '../zj.fixture.ts';
import type { Fact, Thing } from './facts.ts';
import { column, fact, linesAt, linesIn, ruled, unit, world } from './gather.fixture.ts';
import type { World } from './gather.ts';
import type { Line } from './lines.ts';

/** `news breached`, of one duty. */
const shown = (lines: readonly Line[], id: string): readonly string[] =>
  lines.filter(({ duty }) => duty.id === id).map(({ thing, verdict }) => `${thing.id} ${verdict.status}`);

type Roles = Readonly<Record<string, readonly string[]>>;

/** One text alone, adopted at New Year 2026 by the bureau. */
function under(file: string, roles: Roles = {}) {
  const regulation = soundly(regulationFile(file));
  const law = inForce(regulation, { ...bound('bureau', roles), values: suggestedValues(regulation) });
  const rules = ruled({ ...law, from: '2026-01-01' });
  return {
    at: (duty: string, now: string, known: Partial<World>) => shown(linesAt(rules, world(known), now), duty),
    over: (duty: string, [from, now]: readonly [string, string], known: Partial<World>) =>
      shown(linesIn(rules, world(known), from, now), duty),
  };
}
const kept = (key: string, facets: Thing['facets'] = {}) => column(key, { facets: { column: key, ...facets } });
const live = (kind: string, when: string, more: Partial<Fact> = {}) => fact(kind, when, 'a', more);

test('JY-12d DQ-6 a text in a column that seldom changes is updated or found still right within six months', () => {
  const things = [kept('profile', { nature: 'static' })];
  const facts = [live('published', '2026-03-02 09:00', { column: 'profile' })];
  const [jy, dq] = [under('jy-education-site.md'), under('dq-enterprise-portal.md')];
  const checked = [...facts, live('confirmed', '2026-09-01 09:00', { column: 'profile' })];
  for (const [text, duty] of [
    [jy, 'kept-current'],
    [dq, 'static-reviewed'],
  ] as const) {
    expect(text.at(duty, '2026-08-17 09:00', { things, facts })).toEqual(['a met']);
    expect(text.at(duty, '2026-08-18 09:00', { things, facts })).toEqual(['a warned']);
    expect(text.at(duty, '2026-09-03 00:00', { things, facts })).toEqual(['a breached']);
    expect(text.at(duty, '2026-09-03 00:00', { things, facts: checked })).toEqual(['a met']);
  }
  const moving = [kept('profile', { nature: 'dynamic' })];
  expect(jy.at('kept-current', '2026-12-01 09:00', { things: moving, facts })).toEqual([]);
});

test('DQ-6 HD-1 a text whose last day is over is updated, found still right or withdrawn within five working days', () => {
  const things = [kept('profile', { nature: 'static' })];
  const published = live('published', '2026-11-02 09:00', { column: 'profile' });
  // Friday the 13th; five working days end with Friday the 20th.
  const facts = [published, live('expired', '2026-11-13 00:00', { column: 'profile' })];
  const withdrawn = live('withdrawn', '2026-11-20 17:00', { column: 'profile', withdrawal: 'expired' });
  for (const text of ['dq-enterprise-portal.md', 'hd-interaction.md'].map((file) => under(file))) {
    const at = (now: string, some: readonly Fact[]) => text.at('expired-updated', now, { things, facts: some });
    expect(at('2026-11-12 09:00', [published])).toEqual([]);
    expect(at('2026-11-18 23:59', facts)).toEqual(['a pending']);
    expect(at('2026-11-19 09:00', facts)).toEqual(['a warned']);
    expect(at('2026-11-21 00:00', facts)).toEqual(['a breached']);
    // In time: nothing is left to do, and it is history at once.
    const inTime = { things, facts: [...facts, withdrawn] };
    expect(text.at('expired-updated', '2026-11-21 00:00', inTime)).toEqual([]);
    expect(text.over('expired-updated', ['2026-11-01', '2026-11-21 00:00'], inTime)).toEqual(['a met']);
  }
});

test('HD-4 what is major is out 24 hours after its approval; what is not major is not asked', () => {
  const text = under('hd-interaction.md');
  const at = (now: string, weight: string) =>
    text.at('major-on-time', now, {
      things: [kept('news')],
      facts: [live('approved', '2026-11-13 16:00', { facets: { weight } })],
    });
  expect(at('2026-11-14 08:00', 'major')).toEqual(['a pending']);
  expect(at('2026-11-14 16:00', 'major')).toEqual(['a breached']);
  expect(at('2026-11-14 16:00', 'general')).toEqual([]);
});

test('QX-4 QX-5 news and work are never older than 14 days, and somebody looks at the policies within a year', () => {
  const things = [kept('weather-news'), kept('work'), kept('law')];
  const facts = [
    live('published', '2026-10-20 09:00', { column: 'law' }),
    live('published', '2026-11-03 09:00', { column: 'weather-news' }),
  ];
  const text = under('qx-site.md');
  const at = (duty: string, now: string) => text.at(duty, now, { things, facts });
  expect(at('news-current', '2026-11-14 09:00')).toEqual(['weather-news met', 'work breached']);
  expect(at('news-current', '2026-11-18 00:00')).toEqual(['weather-news breached', 'work breached']);
  expect(at('policy-reviewed', '2026-11-14 09:00')).toEqual(['law met']);
  expect(at('policy-reviewed', '2027-10-21 00:00')).toEqual(['law breached']);
});

test('DQ-4 a unit without an information officer has ten working days to find one', () => {
  const left = { seq: '1', at: Date.parse('2026-11-02T09:00:00+08:00'), n: -1 };
  const came = { ...left, at: Date.parse('2025-01-02T09:00:00+08:00'), n: 1 };
  const text = under('dq-enterprise-portal.md', { member: ['quality'] });
  const at = (now: string) =>
    text.at('officer-there', now, {
      things: [unit('quality'), unit('law')],
      filled: (post) => (post === 'information-officer' ? [came, left] : []),
    });
  expect(at('2026-11-16 23:59')).toEqual(['quality warned']);
  expect(at('2026-11-17 00:00')).toEqual(['quality breached']);
});

test('CS-13.1 a section that put nothing up in four weeks of a quarter doesn’t take disclosure seriously', () => {
  // The third quarter of 2026 has thirteen weeks, by their Thursdays: the first is that of 2 July.
  const thursdays = Array.from({ length: 13 }, (_, i) => new Date(Date.UTC(2026, 6, 2 + 7 * i)).toISOString());
  const text = under('cs-portal.md', { section: ['quality'] });
  const third = (written: number) =>
    text.over('neglect', ['2026-07-01', '2026-10-12 10:00'], {
      things: [unit('quality')],
      facts: thursdays.slice(0, written).map((day, i) => fact('published', `${day.slice(0, 10)} 09:00`, `a${i}`)),
    })[0];
  expect(third(10)).toBe('quality met');
  expect(third(9)).toBe('quality breached');
});

test('CX-15 five of the columns that the units keep may not stand empty', () => {
  const things = ['institution', 'items', 'guides', 'policies', 'announcements', 'special'].map((key) => kept(key));
  const facts = [live('published', '2026-01-05 09:00', { column: 'guides' })];
  const text = under('cx-portal.md');
  const at = (now: string) => text.at('all-there', now, { things, facts });
  expect(at('2026-01-06 09:00')).toHaveLength(5);
  expect(at('2026-02-02 09:00')).toEqual([
    'institution breached',
    'items breached',
    'guides met',
    'policies breached',
    'announcements breached',
  ]);
});
