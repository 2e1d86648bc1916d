/** What duties are judged by beside their own events: other duties' lines, shares, standing articles and columns. By hand. */
import { expect, test } from 'vitest';
import { adopted, column, fact, linesAt, linesIn, portal, ruled, shown, site, unit, world } from './gather.fixture.ts';

const stale = ['stale', 'over: column', 'by: column.lead', 'event: article.published', 'gap: at most 14 days'];

test('a count takes the lines of other duties over what belongs to its site, and leaves out what is counted elsewhere', () => {
  const short = ['short', 'over: column news', 'by: column.lead', 'event: article.published', 'gap: at most 14 days'];
  const rules = (more: readonly string[]) =>
    ruled(
      adopted('2026-01-01', [
        stale,
        short,
        ['one', 'over: site', 'by: site.owner', 'count: below 2 of [stale] breached', ...more],
      ]),
    );
  const known = world({
    things: [
      site('s1'),
      site('s2'),
      ...['news', 'law', 'far'].map((id) => column(id, id === 'far' ? { site: 's2' } : {})),
    ],
    facts: [fact('published', '2026-11-20 09:00', 'a', { column: 'far', site: 's2' })],
  });
  expect(shown(linesAt(rules([]), known, '2026-11-25 10:00'))).toEqual(['s1 breached 2/2', 's2 met 0/2']);
  expect(shown(linesAt(rules(['leave_out: [short]']), known, '2026-11-25 10:00'))).toEqual([
    's1 met 1/2',
    's2 met 0/2',
  ]);
});

test('a count of a period waits until it is over, unless nothing can turn it any more; a week belongs to its Thursday', () => {
  const weekly = [
    'weekly',
    'over: each of section',
    'by: unit',
    'event: article.published',
    'rate: at least 1 per week',
  ];
  const rules = ruled(
    adopted('2026-01-01', [
      weekly,
      ['one', 'over: each of section', 'by: unit', 'count: below 2 of [weekly] breached per month'],
    ]),
  );
  // The weeks of November 2026 begin on the 2nd, 9th, 16th, 23rd; that of the 30th has its Thursday in December.
  const weeks = ['11-03', '11-10', '11-24', '12-01'];
  const known = world({
    things: [unit('quality'), unit('law')],
    facts: weeks.map((day, i) => fact('published', `2026-${day} 09:00`, `a${i}`)),
  });
  const at = (now: string) => shown(linesAt(rules, known, now));
  expect(at('2026-11-16 00:00')).toEqual(['quality pending 0/2', 'law breached 2/2']);
  expect(at('2026-11-30 23:00')).toEqual(['quality pending 1/2', 'law breached 4/2']);
  expect(shown(linesIn(rules, known, '2026-11-01', '2026-12-01 10:00'))).toEqual([
    'quality met 1/2',
    'quality pending 0/2',
    'law breached 4/2',
    'law pending 0/2',
  ]);
});

test('a count over a duty that waits for something waits for it too', () => {
  const rules = ruled(
    adopted('2026-01-01', [
      ['told', 'over: letter', 'by: letter.holder', 'from: letter.received', 'to: letter.answered', 'within: 3 days'],
      ['one', 'over: site', 'by: site.owner', 'count: below 2 of [told] breached'],
    ]),
  );
  const lines = linesAt(rules, world({ things: [site('s1')] }), '2026-11-25 10:00');
  expect(lines.map(({ verdict, waits }) => [verdict.status, waits])).toEqual([
    ['provisional', ['letter.received', 'letter.answered']],
  ]);
});

test('R1 a share of events looks only at the hours that it names; a share of things at those that are there', () => {
  const hours = [
    'one',
    'over: site',
    'by: site.owner',
    'share: article.updated at most 50 % of article.published per month',
  ];
  const facts = [
    fact('published', '2026-10-05 09:00', 'a'),
    fact('published', '2026-10-06 09:00', 'b'),
    fact('updated', '2026-10-07 09:00', 'a'),
    fact('updated', '2026-10-08 20:00', 'b'),
  ];
  const octobers = (lines: readonly string[]) =>
    shown(
      linesIn(
        ruled(adopted('2026-01-01', [lines])),
        world({ things: [site('s1')], facts }),
        '2026-10-01',
        '2026-11-02 10:00',
      ),
    )[0];
  expect(octobers(hours)).toBe('s1 breached 100/50');
  expect(octobers([...hours, 'between: 08:00..18:00'])).toBe('s1 met 50/50');

  const sites = [
    'one',
    'over: portal',
    'by: self',
    'share: site with article.published at least 50 % of site per month',
  ];
  const gone = site('s3', { life: { bornOn: '2020-01-01', endedOn: '2026-10-20' } });
  const things = [portal, site('s1'), site('s2'), gone, site('s4', { owner: 'elsewhere' })];
  const lines = linesIn(
    ruled(adopted('2026-01-01', [sites])),
    world({ things, facts }),
    '2026-10-01',
    '2026-11-02 10:00',
  );
  expect(shown(lines)).toEqual(['bureau met 50/50', 'bureau warned 0/50']);
});

test('R1 an article stands while it is public somewhere; a withdrawal everywhere ends it; one that expired is gone', () => {
  const rules = ruled(
    adopted('2026-01-01', [
      ['one', 'over: site', 'by: site.owner', 'keep: at least 1 article', 'in: { kind: document }', 'grace: 3 days'],
    ]),
  );
  const policy = { facets: { kind: 'document' } };
  const facts = [
    fact('published', '2026-11-02 09:00', 'n', { facets: { kind: 'news' } }),
    fact('published', '2026-11-03 09:00', 'a', policy),
    fact('published', '2026-11-03 09:10', 'a', { ...policy, column: 'law', home: false }),
    fact('withdrawn', '2026-11-04 09:00', 'a', { withdrawal: 'superseded' }),
    fact('withdrawn', '2026-11-10 09:00', 'a', { withdrawal: 'superseded', whole: true }),
    fact('published', '2026-11-20 09:00', 'b', policy),
    fact('expired', '2026-11-21 00:00', 'b'),
  ];
  const at = (now: string) => shown(linesAt(rules, world({ things: [site('s1')], facts }), now))[0];
  expect(at('2026-11-02 10:00')).toBe('s1 breached 0/1');
  expect(at('2026-11-09 10:00')).toBe('s1 met 1/1');
  expect(at('2026-11-10 10:00')).toBe('s1 warned 0/1');
  expect(at('2026-11-14 00:00')).toBe('s1 breached 0/1');
  expect(at('2026-11-20 10:00')).toBe('s1 met 1/1');
  expect(at('2026-11-21 10:00')).toBe('s1 warned 0/1');
});

test('columns without an article are counted while they are there', () => {
  const rules = ruled(
    adopted('2026-01-01', [
      ['one', 'over: site', 'by: site.owner', 'keep: below 2 column', 'in: { articles: exactly 0 }'],
    ]),
  );
  const things = [
    site('s1'),
    column('news'),
    column('law'),
    column('old', { life: { bornOn: '2020-01-01', endedOn: '2026-11-10' } }),
    column('new', { life: { bornOn: '2026-11-20' } }),
  ];
  const facts = [
    fact('published', '2026-11-02 09:00', 'a'),
    fact('withdrawn', '2026-11-22 09:00', 'a', { withdrawal: 'error' }),
  ];
  const at = (now: string) => shown(linesAt(rules, world({ things, facts }), now))[0];
  expect(at('2026-11-01 10:00')).toBe('s1 breached 3/2');
  expect(at('2026-11-03 10:00')).toBe('s1 breached 2/2');
  expect(at('2026-11-12 10:00')).toBe('s1 met 1/2');
  expect(at('2026-11-21 10:00')).toBe('s1 breached 2/2');
  expect(at('2026-11-22 10:00')).toBe('s1 breached 3/2');
});

test('a day after an event is due for each of its days; a gap rests from one event to another', () => {
  const due = [
    'one',
    'over: column news',
    'by: column.lead',
    'event: article.confirmed',
    'due: 3 days after article.expired',
  ];
  const facts = [
    fact('expired', '2026-11-02 00:00', 'a'),
    fact('confirmed', '2026-11-05 23:00', 'b'),
    fact('expired', '2026-11-10 00:00', 'a'),
    fact('expired', '2026-11-24 00:00', 'a'),
  ];
  const known = world({ things: [column('news')], facts });
  expect(shown(linesIn(ruled(adopted('2026-01-01', [due])), known, '2026-11-01', '2026-11-25 10:00'))).toEqual([
    'news met 1/1',
    'news breached 0/1',
  ]);
  const gap = ['one', 'over: column news', 'by: column.lead', 'event: article.published', 'gap: at most 5 days'];
  const rests = world({
    things: [column('news')],
    facts: [
      fact('published', '2026-11-02 09:00', 'a'),
      fact('marked_invalid', '2026-11-04 09:00', 'a'),
      fact('restored', '2026-11-08 09:00', 'a'),
    ],
  });
  const on = (more: readonly string[], now: string) =>
    shown(linesAt(ruled(adopted('2026-01-01', [[...gap, ...more]])), rests, now))[0];
  expect(on([], '2026-11-08 00:00')).toBe('news breached 1/5');
  // The 4th to the 7th end while it rests: four days more.
  const pauses = ['pauses: [article.marked_invalid..article.restored at most 10 days in all]'];
  expect(on(pauses, '2026-11-11 23:59')).toBe('news met 1/5');
  expect(on(pauses, '2026-11-12 00:00')).toBe('news breached 1/5');
});
