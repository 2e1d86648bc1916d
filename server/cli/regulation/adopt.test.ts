/** Adopting by the command line, on the county of the door's tests: 云溪分局 has a rule of its own, and takes a second version. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDay } from '../../../core/day.ts';
import { type County, county, text } from '../../county.fixture.ts';
import { packageRoot } from '../../db/package-root.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../../db/testing.ts';
import { now } from '../../now.ts';
import { menhu } from '../run.fixture.ts';

let fresh: TestDatabase;
let c: County;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  c = await county(fresh.db);
  folder = openFolder('adopt');
}, 60_000);
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const cli = (...args: string[]) => menhu(['regulation', ...args], { DATABASE_URL: fresh.url, MENHU_LANG: 'zh' });
const today = localDay(now());
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const substation = readFileSync(join(packageRoot(), 'regulations/substation-portal.md'), 'utf8');
/** The second version has a reading to agree to, and a column more. */
const second = substation
  .replace('version: 1', 'version: 2')
  .replace('for: { site: sub }\nsteps:', 'for: { site: sub }\nreading: 科室负责人一人批即可\nsteps:')
  .replace('own: allowed', '  - { id: open, name: 公开事项, nature: static, lead: office }\nown: allowed');
const whole = [
  '--unit',
  '云溪分局',
  '--from',
  today,
  '--bind',
  'section=云溪综合科',
  '--bind',
  '分局综合科=云溪综合科',
];
const adoptions = async () =>
  (
    await fresh.pool.query(
      'select unit_id, from_on, until_on, by_person, binding from regulations.adoption order by at',
    )
  ).rows;
const columnsOf = async () =>
  (
    await fresh.pool.query(
      "select key from sites.column c join sites.site s on s.id = c.site_id where s.label = 'yunxi'",
    )
  ).rows.length;

test('--dry-run says columns, chains, readings to agree to and every reason against, and changes nothing', async () => {
  const before = [await adoptions(), await columnsOf()];
  const { code, out, err } = await cli('adopt', file('v2.md', second), ...whole.slice(0, 6), '--dry-run');
  expect([code, err]).toEqual([1, '']);
  for (const line of [
    `《分局子网站信息发布细则》第 2 版，云溪分局采用，${today} 起施行`,
    `代替第 1 版（2020-01-01 起施行，到 ${today} 为止）；没有按它正在办的稿件`,
    '  分局科室（section）：云溪综合科',
    '  分局综合科（office，一个单位）：还没有对应',
    '    采用时就开 1 个：公开事项',
    '    已有 3 个，照旧：工作动态、通知公告、办事指南',
    '      1. 作者所在单位的科室负责人审批',
    '  [没有同意] 《分局子网站信息发布细则》第四条：科室负责人一人批即可',
    "      同意就写 --accept 'flow own-site'",
    '现在还不能采用',
    '  “分局综合科”还没有对应到单位',
    '  这一读法还没有确认：科室负责人一人批即可（《分局子网站信息发布细则》第四条）',
  ])
    expect(out.split('\n')).toContain(line);
  expect([await adoptions(), await columnsOf()]).toEqual(before);
});

test('a unit of the same name is proposed, and never taken silently', async () => {
  const named = second.replace('name: 分局综合科', 'name: 云溪综合科');
  const asked = ['adopt', file('named.md', named), ...whole.slice(0, 6), '--accept-readings', '--by', 'branchadmin'];
  const dry = await cli(...asked, '--dry-run');
  expect(dry.out).toContain(
    '云溪综合科（office，一个单位）：还没有对应；有同名的单位，是它就写 --bind office=云溪综合科',
  );
  const real = await cli(...asked);
  expect([real.code, real.out]).toEqual([1, '这个规定现在还不能采用，原因见下\n  “云溪综合科”还没有对应到单位']);
});

test('the template asks all that has to be said, and filled in it is a binding', async () => {
  const { code, out } = await cli('adopt', file('v2.md', second), '--unit', '云溪分局', '--template');
  expect(code).toBe(0);
  expect(out).toContain('\n  office: []   # 分局综合科，一个单位\n');
  const filled = out
    .replace('section: []', 'section: [云溪综合科]')
    .replace('office: []', 'office: 云溪综合科')
    .replace('#  - flow own-site', '  - flow own-site')
    .replace('by:', 'by: branchadmin');
  const dry = await cli(
    'adopt',
    join(folder, 'v2.md'),
    '--binding',
    file('filled.yaml', filled),
    '--dry-run',
    '--json',
  );
  expect([dry.code, dry.err]).toEqual([0, '']);
  expect(JSON.parse(dry.out)).toMatchObject({
    ...{ adopted: false, slug: 'substation-portal', number: 2, unit: '云溪分局', from: today, reasons: [] },
    roles: [
      { id: 'section', units: ['云溪综合科'] },
      { id: 'office', units: ['云溪综合科'] },
    ],
    readings: [{ id: 'flow own-site', accepted: true }],
  });
});

test.each([
  [['--bind', 'offise=云溪综合科'], 1, '没有规定里的角色“offise”，是不是“office”？'],
  [['--bind', 'office=云溪综合课'], 1, '没有单位“云溪综合课”，是不是“云溪综合科”？'],
  [['--bind', 'office'], 2, '--bind 要写成 名称=值'],
  [['--leads', 'news=云溪综合科'], 1, '没有规定里的要指定承办单位的栏目“news”'],
  [['--accept', 'flow own-sit'], 2, '是不是“flow own-site”？'],
  [['--home', 'newz'], 1, '没有规定里的栏目“newz”，是不是“news”？'],
  [['--by', 'nobody', '--accept-readings'], 1, '没有用户名 nobody'],
  [['--accept-readings'], 2, '缺少 --by'],
  [['--unit', '云溪分局'], 2, '--unit 写了两次'],
  [['--binding', 'wrong.yaml'], 1, 'rolles'],
])('%j ends with %i and a sentence, and adopts nothing', async (more, code, words) => {
  file('wrong.yaml', 'rolles: {}\n');
  const args = more.map((one) => (one === 'wrong.yaml' ? join(folder, one) : one));
  const before = await adoptions();
  const ended = await cli('adopt', file('v2.md', second), ...whole, ...args);
  expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)]);
  expect(await adoptions()).toEqual(before);
});

test.each([
  ['2020-01-01', '不能早于今天'],
  ['2026-02-30', '2026-12-01 这样的日期'],
  ['明天', '2026-12-01 这样的日期'],
])('T7 a rule does not bind backwards, nor from %s on', async (from, words) => {
  const before = await adoptions();
  const args = ['--unit', '云溪分局', '--from', from, ...whole.slice(4), '--accept-readings', '--by', 'branchadmin'];
  const ended = await cli('adopt', file('v2.md', second), ...args);
  expect([ended.code, ended.err]).toEqual([2, expect.stringContaining(words)]);
  expect(await adoptions()).toEqual(before);
});

test('T7 the operator adopts in a person’s name; a run that is open is told of, and keeps its chain', async () => {
  const id = randomUUID();
  const sent = await c.act('branchWriter', 'submit', id, 0, {
    columnId: c.column('yunxi', 'news'),
    body: text('在路上'),
  });
  expect(sent).toMatchObject({ status: 200 });
  const run = async () =>
    (await fresh.pool.query('select chain, version_id from content.run where placement_id = $1', [id])).rows;
  const before = await run();
  const ended = await cli('adopt', file('v2.md', second), ...whole, '--accept', 'flow own-site', '--by', 'branchadmin');
  expect([ended.code, ended.err]).toEqual([0, '']);
  expect(ended.out.split('\n').slice(0, 2)).toEqual([
    `已采用：《分局子网站信息发布细则》第 2 版，云溪分局，${today} 起施行`,
    `代替第 1 版（2020-01-01 起施行，到 ${today} 为止）；1 件正在办的稿件按原来的流程走完`,
  ]);
  expect(await run()).toEqual(before);
  const mine = (await adoptions()).filter((one) => one.unit_id === c.unit('云溪分局'));
  expect(mine).toMatchObject([
    { until_on: today },
    { from_on: today, until_on: null, by_person: c.person('branchAdmin'), binding: { readings: ['flow own-site'] } },
  ]);
  const { rows } = await fresh.pool.query('select kind, person, address from door.event order by seq desc limit 1');
  expect(rows).toEqual([
    { kind: 'regulation.adopted', person: c.person('branchAdmin'), address: 'menhu regulation adopt' },
  ]);
  expect(await columnsOf()).toBe(4);
});

test('list tells what is in force for whom since when, and with --all what was replaced; show tells how it was bound', async () => {
  const { out } = await cli('list');
  expect(out.split('\n')).toEqual([
    '局  《市质监局门户网站管理规定（试行）》第 1 版（zj-portal）  2020-01-01 起  施行中',
    `云溪分局  《分局子网站信息发布细则》第 2 版（substation-portal）  ${today} 起  施行中`,
  ]);
  const all = await cli('list', '--all', '--json');
  expect(JSON.parse(all.out).map((one: { number: number; stands: string }) => [one.number, one.stands])).toEqual([
    [1, 'inForce'],
    [2, 'inForce'],
    [1, 'ended'],
  ]);
  const shown = await cli('show', 'substation-portal');
  for (const line of [
    '  分局科室（section）：云溪综合科',
    '  读法 《分局子网站信息发布细则》第四条：科室负责人一人批即可',
  ])
    expect(shown.out.split('\n')).toContain(line);
  expect((await cli('show', 'substation-portal', '--source')).out).toBe(second);
  expect((await cli('show', 'substation-porta')).err).toContain('是不是“substation-portal”？');
});

test('two units of one name are told apart by the way to them, and a text with faults is not even weighed', async () => {
  await fresh.pool.query(
    `insert into people.unit (id, parent_id, name, position, created_at) values ($1, $2, '办公室', 99, now())`,
    [randomUUID(), c.unit('质量处')],
  );
  const other = await cli('adopt', file('v2.md', second), ...whole.slice(0, 6), '--bind', 'office=办公室', '--dry-run');
  expect([other.code, other.err]).toEqual([
    2,
    expect.stringContaining('叫“办公室”的单位有 2 个，请写全：局/办公室、局/质量处/办公室'),
  ]);
  const bad = await cli('adopt', file('bad.md', second.replace('act: approve', 'act: aprove')), ...whole, '--dry-run');
  expect([bad.code, bad.err, bad.out]).toEqual([1, '', expect.stringMatching(/bad\.md:\d+:\d+: 错误：/)]);
});
