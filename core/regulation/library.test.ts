/** The texts of the library against the originals: who answers for what, who may do what, and by when. */
import { expect, test } from 'vitest';
import { regulationFile, soundly } from '../zj.fixture.ts';
import { sayBasis, sayBeside } from './basis.ts';
import type { Regulation } from './types.ts';

const read = (file: string): Regulation => soundly(regulationFile(file));
const zj = read('zj-portal.md');
const jy = read('jy-education-site.md');
const cx = read('cx-portal.md');
const ms = read('ms-assessment.md');
const hd = read('hd-interaction.md');
const dq = read('dq-enterprise-portal.md');

const column = (text: Regulation, id: string) => text.columns.find((one) => one.id === id);
const ledBy = (text: Regulation, role: string) =>
  text.columns.filter(({ lead }) => lead.includes(role)).map(({ id }) => id);
const duty = (text: Regulation, id: string) => text.duties?.find((one) => one.id === id);
const says = (text: Regulation, kind: string, id: string) =>
  text.blocks.find((one) => one.kind === kind && one.id === id)?.says ?? '';

test.each([
  ['MS-1.1 party office', 'party', ['about']],
  ['MS-1.5 publicity office', 'publicity', ['headlines', 'topics', 'civility', 'gallery']],
  ['MS-1.6 discipline', 'discipline', ['integrity']],
  ['MS-1.7 organisation', 'organisation', ['organisation', 'grassroots']],
  ['MS-1.8 union, youth, women', 'mass', ['mass']],
  ['MS-1.9 investment', 'investment', ['investment']],
  ['MS-1.10 projects', 'projects', ['enterprises']],
])('%s answers for its columns', (_name, role, columns) => {
  expect(ledBy(ms, role)).toEqual(columns);
});

test('MS-1.3 the government office has fifteen columns of its own, and assesses the others', () => {
  expect(ledBy(ms, 'government')).toHaveLength(15);
  expect(ms.remits).toMatchObject([{ part: ['assess'], who: 'government', clause: '1.3' }]);
});

test('MS-1.2 MS-1.4 the column of leaders is shared by four offices, and one of videos by two', () => {
  expect(column(ms, 'leaders')?.parts).toEqual({ 区委: 'party', 人大: 'npc', 政府: 'government', 政协: 'cppcc' });
  expect(column(ms, 'video')?.parts).toEqual({ 政府: 'government', 宣传: 'publicity' });
});

test('MS-1.11 MS-1.12 five columns of each department, and its documents online on the next day', () => {
  expect(ms.columns.filter(({ per }) => per === 'departments')).toHaveLength(5);
  expect(duty(ms, 'documents-online')).toMatchObject({ does: { limit: { n: 1, unit: 'day' } } });
});

test('MS-3.1 thirty points for leadership, MS-3.2 for frequency, MS-3.3 six for each item', () => {
  const points = ms.lines?.filter(({ clause }) => clause === '3.1').map((one) => one.points);
  expect(points?.map((one) => ('points' in one ? one.points : 0))).toEqual([10, 5, 5, 10]);
  expect(ms.lines?.find(({ id }) => id === 'volume')?.points).toMatchObject({ is: 'each', points: 6 });
});

test('MS-4.1 MS-4.2 MS-4.4 self-assessed by the 10th, assessed by the 15th, summed up by the end of January', () => {
  const days = ['self-assess', 'unified-assess', 'year-summary'].map((id) => {
    const does = duty(ms, id)?.does;
    return does?.pattern === 'due' ? does.days : undefined;
  });
  expect(days).toEqual([[{ day: 10, of: 'month' }], [{ day: 15, of: 'month' }], [{ month: 1, date: 31 }]]);
});

test('MS-5 one first, two second, three third prizes', () => {
  expect(ms.awards?.[0]?.prizes.map(({ count }) => count)).toEqual([1, 2, 3]);
});

test('HD-3 the director’s mailbox comes to the hotline and is handled by the office alone', () => {
  expect(hd.letters?.find(({ id }) => id === 'director')).toMatchObject({
    columns: ['director-box'],
    first: ['hotline'],
    handle: { by: ['office'], may: [] },
    clause: '3',
  });
});

test('HD-2 a department answers within two working days of getting the letter', () => {
  expect(duty(hd, 'section-answers')).toMatchObject({ by: 'leg.unit', does: { limit: { n: 2, unit: 'working day' } } });
});

test('CX-13 nothing goes online unreviewed: the main site has a chain, sub-sites a floor', () => {
  const flows = cx.flows.filter(({ move }) => move === 'article.publish');
  expect(flows.map(({ id, steps, floor }) => [id, steps.length, floor?.setBy])).toEqual([
    ['main-site', 1, undefined],
    ['sub-site', 0, 'site.owner'],
  ]);
});

test('CX-4 CX-5 CX-24.1 CX-24.2 the city plans, the centre runs the main site and hosts, owners answer for content', () => {
  const who = cx.remits.map(({ clause, who: unit, part }) => [clause, unit, part.join(' ')]);
  expect(who).toEqual([
    ['4', 'city', 'plan coordinate lead'],
    ['5', 'centre', 'design network server daily'],
    ['5', 'centre', 'supervise technique'],
    ['24.1', 'centre', 'network server'],
    ['24.1', 'site.owner', 'content'],
    ['24.2', 'site.owner', 'network server content'],
  ]);
});

test('CX-6 CX-18 CX-19 each member has a leader, a contact and somebody for mail; one mailbox for each post', () => {
  const posts = cx.posts.filter(({ clause }) => ['6', '18', '19'].includes(clause)).map(({ id }) => id);
  expect(posts).toEqual(['supervising-leader', 'contact', 'mail-administrator', 'postmaster']);
  expect(cx.filings?.find(({ id }) => id === 'mailbox')).toMatchObject({
    forEach: 'post',
    unique: ['holder', 'address'],
  });
});

test('CX-16 CX-22 CX-29 letters come in at one place; who tells on a user answers for it; letters are looked through', () => {
  expect(cx.letters?.[0]).toMatchObject({ first: ['centre'], toldBy: 'first', publish: 'sender agreed' });
  expect(says(cx, 'finding', 'privacy-breach')).toContain('由市政府办公室追究责任');
  expect(says(cx, 'check', 'letters')).toContain('（来信、答复）：须经人看过');
});

test('DQ-3 DQ-5 information officers write and publish under the head of their unit', () => {
  expect(dq.flows).toMatchObject([
    { for: { all: [] }, steps: [{ post: ['head'], of: 'author.unit', act: 'approve' }] },
  ]);
  expect(dq.posts.find(({ id }) => id === 'information-officer')?.may).toContain('publish');
});

test('DQ-7 each dynamic column: two days a week and twenty items a month', () => {
  const does = duty(dq, 'dynamic-rate')?.does;
  expect(does?.pattern === 'rate' && does.quotas.map(({ n, of, per }) => `${n} ${of} ${per}`)).toEqual([
    '2 days week',
    '20 items month',
  ]);
});

test('DQ-8 a unit that is silent for three months loses its link, after a notice', () => {
  expect(says(dq, 'duty', 'alive')).toContain('告知后从主站首页撤下链接，到“发布”为止');
});

test('JY-5 the group’s seats are the main leader and the heads, not people of its own', () => {
  const seats = jy.posts
    .filter(({ clause }) => clause === '5')
    .map(({ id, heldBy }) => [id, heldBy?.post[0], heldBy?.of]);
  expect(seats).toEqual([
    ['chair', 'main-leader', 'self'],
    ['member', 'head', 'section'],
  ]);
});

test('ZJ-14 daily news, weekly business, data on two days of the year', () => {
  const patterns = zj.duties?.filter(({ clause }) => clause === '14').map(({ does }) => does);
  expect(patterns).toMatchObject([
    { pattern: 'rate', quotas: [{ n: 1, per: 'day' }] },
    { pattern: 'rate', quotas: [{ n: 1, per: 'week' }] },
    {
      pattern: 'due',
      days: [
        { month: 1, date: 10 },
        { month: 7, date: 10 },
      ],
    },
  ]);
});

test('ZJ-15 five working days to answer, three to pass on, five to refer upwards', () => {
  const limits = zj.duties?.filter(({ clause }) => clause === '15').map(({ does }) => 'limit' in does && does.limit);
  expect(limits).toEqual([
    { n: 5, unit: 'working day' },
    { n: 3, unit: 'working day' },
    { n: 5, unit: 'working day' },
  ]);
});

test('ZJ-18.5 logs for sixty days, ZJ-24 three grades of an accident', () => {
  expect(zj.retentions).toMatchObject([{ id: 'logs', keep: { n: 60, unit: 'day' } }]);
  expect(zj.findings?.[0]).toMatchObject({ confirmedBy: 'discipline', grades: ['轻微', '一般', '严重'] });
});

test('the national set says of each number where it is from; only what was read or confirmed needs no check', () => {
  const national = read('national-2019.md');
  const counted = national.blocks.filter(({ kind }) => kind === 'duty');
  const bare = counted.filter(({ basis }) => basis === undefined).map(({ id }) => id);
  // These two have only values that the adopter sets.
  expect(bare).toEqual(['own-cadence', 'guides-mended']);
  const said = Object.fromEntries(counted.map((block) => [block.id, sayBeside(block).at(-1)]));
  expect(said['request-corrected']).toBe('出处：政府信息公开条例（国务院令第711号） 第三十条（读过原文）');
  expect(said.home).toContain('（转引，待核对）');
  expect(said['new-media']).toContain('（凭记忆，待核对）');
  expect(sayBasis({ text: '甲', sure: 'memory', confirmed_by: '王敏', confirmed_on: '2026-12-01' })).toBe(
    '出处：甲（王敏 2026-12-01 核对过）',
  );
});

test('the national set vetoes ten things, and scales a site without services', () => {
  const [score] = read('national-2019.md').scores ?? [];
  expect(score?.veto).toHaveLength(10);
  expect(score?.groups.map(({ points, without }) => [points, without !== undefined])).toEqual([
    [25, true],
    [75, false],
  ]);
});
