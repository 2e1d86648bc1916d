/** From a regulation in force to lines: which things it is over, who bears them, what meets them, and how they are told. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { type Filled, groundsIn } from './applied.ts';
import { at } from './duty.fixture.ts';
import { type Fact, type Thing, talliesOf } from './facts.ts';
import { linesOver } from './history.ts';
import { linesOf } from './lines.ts';
import { planned, type Rule } from './plan.ts';
import { sayMeasure, sayStatus } from './say.ts';

const thing = (more: Partial<Thing> & Pick<Thing, 'subject' | 'id'>): Thing => ({
  name: more.id,
  facets: {},
  life: { bornOn: '2020-01-01' },
  owner: 'bureau',
  units: {},
  ...more,
});
const column = (id: string, key: string, lead: string, facets: Thing['facets'] = {}): Thing =>
  thing({
    subject: 'column',
    id,
    key,
    site: 's1',
    facets: { site: 'main', column: key, ...facets },
    units: { 'column.lead': [lead] },
  });
const things = [
  column('c1', 'news', 'office', { nature: 'dynamic' }),
  column('c2', 'laws', 'quality', { nature: 'static' }),
  thing({ subject: 'unit', id: 'quality', units: { unit: ['quality'] } }),
  thing({ subject: 'unit', id: 'law', units: { unit: ['law'] } }),
  thing({ subject: 'portal', id: 'bureau', owner: 'bureau' }),
  thing({ subject: 'site', id: 's9', site: 's9', owner: 'elsewhere' }),
];
const rule = (...lines: readonly string[]): Rule => ({
  ...inForce(
    soundly(sampleWith(fence('duty one', ...lines))),
    bound('bureau', { office: ['office'], section: ['quality', 'law'] }),
  ),
  from: '2026-01-01',
  ruledFrom: '2026-01-01',
  reach: new Set(['bureau', 'office', 'quality', 'law']),
});
const plans = (...lines: readonly string[]) =>
  planned(rule(...lines), things).map((one) =>
    [one.thing.id, one.by.join(), one.post?.join() ?? ''].filter((x) => x !== '').join(' '),
  );
const weekly = ['event: article.published', 'rate: at least 1 per week'];

test.each([
  [
    'all columns that the adopter reaches, each by its lead',
    ['over: column', 'by: column.lead', ...weekly],
    ['c1 office', 'c2 quality'],
  ],
  ['one column by its id', ['over: column news', 'by: column.lead', ...weekly], ['c1 office']],
  ['columns of a nature', ['over: column', 'where: { nature: static }', 'by: office', ...weekly], ['c2 office']],
  ['each unit of a role, by itself', ['over: each of section', 'by: unit', ...weekly], ['quality quality', 'law law']],
  [
    'the adopter’s own portal, by any of several',
    ['over: portal', 'by: any of section', ...weekly],
    ['bureau quality,law'],
  ],
  ['holders of a post', ['over: portal', 'by: { post: head, of: office }', ...weekly], ['bureau office head']],
  ['no site of somebody else', ['over: site', 'by: office', ...weekly], []],
])('a duty is over %s', (_what, lines, expected) => {
  expect(plans(...lines)).toEqual(expected);
});

const fact = (seq: string, when: string, more: Partial<Fact> = {}): Fact => ({
  seq,
  at: at(when),
  kind: 'article.published',
  article: `a${seq}`,
  column: 'c1',
  home: true,
  author: 'quality',
  leads: ['office'],
  actor: 'office',
  facets: { kind: 'news' },
  ...more,
});
const counted = (about: Thing, facts: readonly Fact[], more: object = {}) =>
  talliesOf({ events: ['article.published'], in: { all: [] }, ...more }, about, facts, seed).map(
    ({ n, seqs }) => `${n}:${seqs}`,
  );
const [news, , quality] = things as [Thing, Thing, Thing];

test('an article in several columns counts once for a unit, and for a column where it has its home', () => {
  const both = [
    fact('1', '2026-11-24 09:00'),
    fact('2', '2026-11-24 09:05', { article: 'a1', column: 'c2', home: false }),
  ];
  expect(counted(quality, both)).toEqual(['1:1']);
  expect(counted(news, both)).toEqual(['1:1']);
  expect(counted(things[1] as Thing, both)).toEqual([]);
});

test('whose event it is: the author’s unit, the column’s lead, or who acted', () => {
  const one = [fact('1', '2026-11-24 09:00')];
  const office = thing({ subject: 'unit', id: 'office' });
  expect([counted(quality, one), counted(office, one)]).toEqual([['1:1'], []]);
  expect([counted(office, one, { credit: 'column.lead' }), counted(quality, one, { credit: 'actor.unit' })]).toEqual([
    ['1:1'],
    [],
  ]);
});

test('another kind of text, and another event, do not count; what was withdrawn too soon as an error stops counting', () => {
  expect(counted(news, [fact('1', '2026-11-24 09:00')], { in: { all: [{ facet: 'kind', in: ['notice'] }] } })).toEqual(
    [],
  );
  expect(counted(news, [fact('1', '2026-11-24 09:00', { kind: 'article.updated' })])).toEqual([]);
  const gone = (when: string, withdrawal: string) => [
    fact('1', '2026-11-02 09:00'),
    fact('2', when, { kind: 'article.withdrawn', article: 'a1', withdrawal }),
  ];
  const lasting = { lasting: { n: 7, unit: 'day' } };
  expect(counted(news, gone('2026-11-09 23:59', 'error'), lasting)).toEqual(['1:1', '-1:2']);
  expect(counted(news, gone('2026-11-10 00:00', 'error'), lasting)).toEqual(['1:1']);
  expect(counted(news, gone('2026-11-03 09:00', 'superseded'), lasting)).toEqual(['1:1']);
  expect(counted(news, gone('2026-11-03 09:00', 'error'))).toEqual(['1:1']);
});

const nobody: Filled = () => [];
const told = (lines: readonly string[], facts: readonly Fact[], now: string, filled = nobody) =>
  planned(rule(...lines), things)
    .flatMap((plan) => linesOf(plan, groundsIn(facts, filled, seed), at(now)))
    .map(
      (line) =>
        `${line.thing.id} ${line.verdict.status}: ${sayStatus(line, seed, at(now))}；${sayMeasure(line, at(now))}`,
    );

test.each([
  [
    ['over: column news', 'by: column.lead', ...weekly],
    '2026-11-25 10:00',
    ['c1 pending: 还剩 2 个工作日；本周 0 / 1 次'],
  ],
  [
    ['over: column news', 'by: column.lead', ...weekly],
    '2026-11-29 10:00',
    ['c1 pending: 还剩 14 小时；本周 0 / 1 次'],
  ],
  [
    ['over: column news', 'by: column.lead', 'event: article.published', 'gap: at most 3 months'],
    // 4 to 6 April 2026 are days off: late since the 2nd, so the 2nd, 3rd, 7th and 8th.
    '2026-04-08 10:00',
    ['c1 breached: 超 4 个工作日；还没有过，已 97 天'],
  ],
  [
    ['over: column news', 'by: office', 'event: article.published', 'due: 12-10', 'opens: 20 days before'],
    '2026-11-25 10:00',
    ['c1 pending: 还剩 11 个工作日；12-10 止'],
  ],
  [
    ['over: portal', 'by: office', 'keep: at least 1 post head'],
    // Sunday 4 January 2026 is worked.
    '2026-01-06 10:00',
    ['bureau breached: 超 3 个工作日；0 / 1 人'],
  ],
  [
    ['over: column news', 'by: office', 'event: letter.answered', 'rate: at least 1 per day'],
    '2026-11-25 10:00',
    ['c1 provisional: 暂定：答复还不能在系统里办；今天 0 / 1 次'],
  ],
  [
    ['over: column news', 'by: column.lead', ...weekly],
    '2027-01-06 10:00',
    ['c1 provisional: 暂定：2027 年工作日表未载入；本周 0 / 1 次'],
  ],
])('%j at %s: %j', (lines, now, says) => {
  expect(told(lines, [], now)).toEqual(says);
});

test('a post that is filled keeps its duty, and a rule that begins later has no line yet', () => {
  const filled: Filled = (post, units) =>
    post === 'head' && units === 'all' ? [{ seq: 'h', at: at('2026-01-05 09:00'), n: 1 }] : [];
  expect(told(['over: portal', 'by: office', 'keep: at least 1 post head'], [], '2026-11-25 10:00', filled)).toEqual([
    'bureau met: 正常；1 / 1 人',
  ]);
  expect(told(['over: column news', 'by: column.lead', ...weekly], [], '2025-12-30 10:00')).toEqual([]);
});

test('each line is told by its own quota, also when another quota of the duty has no line now', () => {
  // On Sunday 27 December 2026 no working day is left; the week has its line.
  const two = [
    'over: column news',
    'by: column.lead',
    'event: article.published',
    'rate: [at least 3 per working day, at least 2 per week]',
  ];
  expect(told(two, [], '2026-12-27 10:00')).toEqual(['c1 pending: 还剩 14 小时；本周 0 / 2 次']);
});

test('E4 a quota of a day that is over says of which day, and that it was missed; a gap that ended says how long it was', () => {
  const say = (duty: readonly string[], facts: readonly Fact[], from: string, now: string) =>
    planned(rule(...duty), things).flatMap((plan) =>
      linesOver(plan, groundsIn(facts, nobody, seed), { from, to: '2026-12-01' }, at(now)).map(
        (line) => `${sayStatus(line, seed, at(now))}；${sayMeasure(line, at(now))}`,
      ),
    );
  const daily = ['over: column news', 'by: column.lead', 'event: article.published', 'rate: at least 1 per day'];
  expect(say(daily, [], '2026-11-24', '2026-11-25 10:00')).toEqual([
    '未达标；11-24 0 / 1 次',
    '还剩 14 小时；今天 0 / 1 次',
  ]);
  const gap = ['over: column news', 'by: column.lead', 'event: article.published', 'gap: at most 10 days'];
  const facts = ['2026-11-02 09:00', '2026-11-20 09:00'].map(
    (when, i): Fact => ({
      seq: String(i),
      at: at(when),
      kind: 'article.published',
      article: when,
      column: 'c1',
      facets: {},
    }),
  );
  expect(say(gap, facts, '2026-11-10', '2026-11-25 10:00')).toEqual([
    '已补，迟 6 个工作日；间隔 18 天',
    '正常；5 天前',
  ]);
});
