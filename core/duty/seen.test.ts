/** Sites that run themselves: only what was seen of them counts, for and against. By hand; decision 0540. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { at } from './duty.fixture.ts';
import { eventsOf } from './events.ts';
import { adopted, column, fact, linesAt, linesIn, portal, ruled, shown, site, world } from './gather.fixture.ts';
import { sayStatus } from './say.ts';

const own = { facets: { site: 'sub', hosting: 'self-run', nature: 'dynamic' } };
const seen = (what: 'article_published' | 'home_changed', when: string) => ({
  ...fact('', when, ''),
  kind: `seen.${what}`,
});
const rule = (...lines: readonly string[]) => ruled(adopted('2026-01-01', [['one', ...lines]]));
const overSite = ['over: site', 'by: site.owner', 'event: article.published'];
const gap = rule(...overSite, 'gap: at most 5 working days');
const rate = rule(...overSite, 'rate: at least 2 per week');

test('a site of its own is judged by what was seen, and what is published through our door doesn’t count', () => {
  const things = [site('s1', own), site('s2', { facets: { hosting: 'ours' } })];
  const known = world({
    things,
    facts: [
      seen('article_published', '2026-11-23 09:00'),
      seen('article_published', '2026-11-24 09:00'),
      { ...fact('published', '2026-11-24 10:00', 'a'), site: 's1' },
      { ...fact('published', '2026-11-24 11:00', 'b'), site: 's2' },
    ],
  });
  expect(shown(linesAt(rate, known, '2026-11-25 10:00'))).toEqual(['s1 met 2/2', 's2 pending 1/2']);
});

test('R1 a period in which nobody looked is provisional, and says so; one look makes it count', () => {
  const facts = [seen('article_published', '2026-11-10 09:00')];
  const known = world({ things: [site('s1', own)], facts });
  const weeks = linesIn(rate, known, '2026-11-02', '2026-11-22 10:00');
  expect(shown(weeks)).toEqual(['s1 provisional 0/2', 's1 breached 1/2', 's1 provisional 0/2']);
  expect(weeks.map((line) => sayStatus(line, seed, at('2026-11-22 10:00')).slice(0, 6))).toEqual([
    '暂定：网站自',
    expect.stringContaining('未达标'),
    '暂定：网站自',
  ]);
});

test('a quota that can only be broken isn’t met either while nobody looked', () => {
  const most = rule(...overSite, 'rate: at most 3 per week');
  const known = world({ things: [site('s1', own)] });
  expect(shown(linesIn(most, known, '2026-11-16', '2026-11-22 10:00'))).toEqual(['s1 provisional 0/3']);
});

test('what a gap begins with is no look at what came after it, and a look after it broke says nothing of before', () => {
  const [first, during, after] = [
    seen('article_published', '2026-11-10 09:00'),
    seen('home_changed', '2026-11-17 23:59'),
    seen('home_changed', '2026-11-18 00:00'),
  ];
  // Five working days after Tuesday the 10th end with Tuesday the 17th.
  const said = (...facts: readonly ReturnType<typeof seen>[]) =>
    shown(linesAt(gap, world({ things: [site('s1', own)], facts }), '2026-11-20 10:00')).map(
      (one) => one.split(' ')[1],
    );
  expect(said(first)).toEqual(['provisional']);
  expect(said(first, during)).toEqual(['breached']);
  expect(said(first, after)).toEqual(['provisional']);
});

test.each([
  [
    'events that nobody can see',
    ['over: column', 'by: column.lead', 'event: article.updated', 'rate: at least 1 per week'],
  ],
  ['articles that stand', ['over: column', 'by: column.lead', 'keep: at least 1 article']],
  [
    'a clock that begins inside',
    ['over: column', 'by: column.lead', 'from: article.approved', 'to: article.published', 'within: 2 days'],
  ],
])('%s are never held against a site of its own, however often somebody looked', (_what, lines) => {
  const facts = [seen('article_published', '2026-11-23 09:00'), seen('home_changed', '2026-11-24 09:00')];
  const known = world({ things: [column('news', own)], facts });
  expect(linesAt(rule(...lines), known, '2026-11-25 10:00').map(({ verdict }) => verdict.status)).toEqual([
    'provisional',
  ]);
});

test('a share of things leaves out those of which nobody can say whether they did it', () => {
  const share = rule(
    'over: portal',
    'by: office',
    'share: column with article.published at least 60 % of column per month',
  );
  const things = [portal, site('s1', own), column('ours'), column('looked', own), column('unlooked', own)];
  const facts = [
    { ...seen('home_changed', '2026-11-10 09:00'), column: 'looked' },
    { ...fact('published', '2026-11-10 09:00', 'a'), column: 'ours' },
  ];
  expect(shown(linesAt(share, world({ things, facts }), '2026-11-25 10:00'))).toEqual(['bureau warned 50/60']);
});

test('whoever reads the events of a duty gets the looks that may decide it', () => {
  const duty = gap[0]?.regulation.duties?.[0];
  expect(duty && eventsOf(duty)).toEqual(['article.published', 'seen.article_published', 'seen.home_changed']);
});
