/** The registers over a real database: the small bureau of the door's tests, with one article published. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../act.ts';
import { table } from '../contract/table.ts';
import { adoptAnew } from '../county.fixture.ts';
import { setClock } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { registersRoutes } from './routes.ts';

const w = walker();
const routes = registersRoutes(({ label }) => `http://${label}.test`);
const ask = async <N extends keyof typeof routes>(name: N, input: object = {}) => {
  const answer = await routes[name]({ db: w.db(), input } as never);
  if (!('body' in answer)) throw new Error('the registers give JSON');
  return answer;
};
const out = async <N extends keyof typeof routes>(name: N, input: object = {}) => {
  const { status, body } = await ask(name, input);
  expect([name, status]).toEqual([name, 200]);
  return table.registers[name].out.parse(body) as ReturnType<(typeof table.registers)[N]['out']['parse']>;
};
const article = async (id: string, input: object = { slug: 'zj-portal' }) => {
  const { chapters } = await out('rule', input);
  return chapters.flatMap((chapter) => chapter.articles).find((one) => one.id === id);
};
const named = (people: readonly { name: string }[]) => people.map((one) => one.name);

beforeAll(async () => {
  setClock(new Date('2030-01-04T01:00:00Z'));
  await w.published();
});
afterAll(() => setClock(undefined));

test('the regulations in force are listed with who adopted them and what they govern', async () => {
  const { on, items } = await out('rules');
  expect(on).toBe('2030-01-04');
  expect(items.map((one) => [one.title, one.version, one.unit.name, named(one.sites), one.from])).toEqual([
    ['市质监局门户网站管理规定（试行）', 1, '局', ['局网站', '云溪分局网站'], '2020-01-01'],
    ['分局子网站信息发布细则', 1, '云溪分局', ['云溪分局网站'], '2020-01-01'],
  ]);
  expect((await out('rules', { on: '2019-12-31' })).items).toEqual([]);
});

test('ZJ-13.2 the reader shows the chain with the people who hold its posts now', async () => {
  const found = await article('13.2');
  const flow = found?.blocks.find((block) => block.kind === 'flow');
  expect(found).toMatchObject({ name: '第十三条（二）', standing: 'runs', standingName: '由程序执行' });
  expect(flow).toMatchObject({ kindName: '审批流程', about: '发布信息：主站', ordered: true });
  expect(flow?.lines.map((line) => line.says)).toEqual([
    '作者所在单位的处室负责人审批，并确认种类、轻重、敏感、涉及范围；办不了时由作者所在单位的分管局领导办',
    '轻重为重要的，或者敏感的，办公室领导审核；办不了时由办公室的分管局领导办',
    '轻重为重要的，或者敏感的，分管局领导或局主要领导审定；办不了时由局主要领导办',
  ]);
  const heads = flow?.lines[0]?.seats?.map(({ unit, people }) => `${unit.name} ${named(people).join()}`);
  expect(heads).toContain('质量处 head');
  expect(heads).toContain('稽查处 ');
  expect(flow?.lines[0]?.stand?.find(({ unit }) => unit.name === '质量处')).toMatchObject({
    people: [{ name: 'vice' }],
  });
  expect(flow?.lines[2]?.seats).toMatchObject([{ unit: { name: '局' }, people: [{ name: 'main' }, { name: 'vice' }] }]);
  expect(flow?.publish.map((line) => line.says)).toEqual([
    '种类为公告通知、涉及范围为全局的，办公室的信息发布人员发布',
    '其余的，报送人自己发布',
  ]);
  expect(flow?.chains).toHaveLength(18);
  expect(flow?.text).toContain('post: head, of: author.unit');
});

test('ZJ-16 an article on columns names the columns that came of it, and who leads them', async () => {
  const [block] = (await article('16.3'))?.blocks ?? [];
  expect(block?.lines).toMatchObject([
    {
      says: '质量兴市（动态）由质量处承办',
      columns: [{ name: '质量兴市', site: { name: '局网站' }, leads: [{ name: '质量处' }] }],
    },
  ]);
});

test('the head of the reader says who adopted which version when, and what holds above', async () => {
  const branch = await out('rule', { slug: 'substation-portal' });
  expect(branch).toMatchObject({
    from: '2020-01-01',
    versions: [{ version: 1, shown: true }],
    above: [{ slug: 'zj-portal' }],
  });
  expect(branch.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(branch.roles).toContainEqual({ name: '分局综合科', units: [expect.objectContaining({ name: '云溪综合科' })] });
  expect((await ask('rule', { slug: 'zj-portal', on: '2019-12-31' })).status).toBe(404);
  expect((await ask('rule', { slug: 'zj-portal', unit: w.c().unit('云溪分局') })).status).toBe(404);
});

test('sites are shown with what their foot lacks, and columns with what the public finds there', async () => {
  const { items } = await out('sites');
  const [main] = items;
  expect(items.map((site) => [site.rankName, site.name, named(site.rules.map((one) => one.unit))])).toEqual([
    ['主站', '局网站', ['局']],
    ['子网站', '云溪分局网站', ['云溪分局', '局']],
  ]);
  expect(main?.about).toContainEqual({ name: '主办单位' });
  const law = main?.columns.find((column) => column.key === 'law');
  expect(law).toMatchObject({
    name: '政策法规',
    natureName: '静态',
    articles: 1,
    lastAt: '2030-01-04T01:00:00.000Z',
    address: 'http://www.test/law/',
    law: { clause: 'zj-portal#16.2', cite: '《市质监局门户网站管理规定》第十六条（二）' },
  });
  expect(main?.columns.find((column) => column.key === 'quality-city')).toMatchObject({
    className: '业务',
    articles: 0,
  });
});

test('ZJ-6.1 a post without the holder that the text asks for is wrong, and so is one person under both posts', async () => {
  const before = await out('staff');
  const quality = before.units.find((unit) => unit.name === '质量处');
  expect(quality).toMatchObject({ level: 1, leaders: [{ person: { name: 'vice' } }] });
  expect(quality?.positions.map((one) => [one.name, named(one.holders.map((held) => held.person)), one.wrong])).toEqual(
    [
      ['主办人员', ['colleague', 'writer'].toSorted(byId), undefined],
      ['处室负责人', ['head'], undefined],
    ],
  );
  expect(before.units.find((unit) => unit.name === '稽查处')?.positions[1]?.wrong).toBe('至少要有 1 人，现在没有人');
  expect(quality?.positions[0]?.rights).toMatchObject([
    { verbs: ['拟写', '报送', '发布', '撤下'], law: { cite: '《市质监局门户网站管理规定》第六条（一）' } },
  ]);
  expect(before.conflicts).toEqual([]);
  await sql`insert into people.holding (id, person_id, post, unit_id, from_at) values
    (gen_random_uuid(), ${w.c().person('writer')}, 'head', ${w.c().unit('质量处')}, '2030-01-03')`.execute(w.db());
  const after = await out('staff');
  expect(after.units.find((unit) => unit.name === '质量处')?.positions[1]?.wrong).toBe('至多 1 人，现在有 2 人');
  expect(after.conflicts).toMatchObject([
    {
      person: { name: 'writer' },
      same: true,
      posts: [{ name: '主办人员' }, { name: '处室负责人' }],
      law: { clause: 'zj-portal#6.1' },
    },
  ]);
});

const byId = (a: string, b: string) => (w.c().person(a) < w.c().person(b) ? -1 : 1);

test('a year of the calendar: its days, how many are worked in each month, and the own days of a unit', async () => {
  const about = { subject: 'calendar', verb: 'load_extra_for', id: w.c().unit('云溪分局'), version: 0 } as const;
  const days = [{ on: '2026-12-03', isOff: true, name: '开斋节' }];
  const actor = { person: w.c().person('writer'), address: 'test' };
  const loaded = await act(w.db(), { ...about, key: randomUUID(), actor, body: { year: 2026, days } });
  expect(loaded).toMatchObject({ status: 200 });
  const view = await out('calendar', { year: 2026 });
  expect(view.workdays).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  expect(view.days.filter(({ name }) => name === '劳动节').map(({ on, isOff }) => [on, isOff])).toEqual([
    ...['01', '02', '03', '04', '05'].map((day) => [`2026-05-${day}`, true]),
    ['2026-05-09', false],
  ]);
  expect(view.own).toEqual([{ unit: { id: w.c().unit('云溪分局'), name: '云溪分局' }, days }]);
  expect(view).toMatchObject({ isLoaded: true, years: Array.from({ length: 23 }, (_, i) => 2004 + i) });
  // New Year of 2019 began in 2018: that day is one of 2018.
  expect((await out('calendar', { year: 2018 })).days.at(-1)).toMatchObject({ on: '2018-12-31', isOff: true });
});

test('E4 a year that is not loaded says so, and what is missing by now', async () => {
  const view = await out('calendar');
  expect(view).toMatchObject({ year: 2030, today: '2030-01-04', isLoaded: false, days: [], own: [] });
  expect(view.alarm).toBe('2030 年的放假安排还没有导入：涉及的期限先按周一至周五上班计算，结果待定');
});

test('a version is compared with the one that the unit had before it; the first one with nothing', async () => {
  const unit = w.c().unit('局');
  const nothing = { duties: [], chains: [], tooMany: [], others: [], wordsOnly: [] };
  const before = { version: 1, from: '2020-01-01' };
  expect(await out('ruleChanges', { slug: 'zj-portal', unit })).toEqual({
    title: '市质监局门户网站管理规定（试行）',
    unit: { id: unit, name: '局' },
    after: before,
    changes: nothing,
  });
  setClock(new Date('2030-02-01T01:00:00Z'));
  const second = (source: string) =>
    source.replace('version: 1', 'version: 2').replace('rate: at least 1 per week', 'rate: at least 2 per week');
  expect(await adoptAnew(w.c(), second, '2030-02-01')).toMatchObject({ status: 200 });
  const changed = await out('ruleChanges', { slug: 'zj-portal', unit });
  expect(changed).toMatchObject({ before, after: { version: 2 }, changes: { chains: [], others: [] } });
  expect(changed.changes.duties.map(({ name, change, after }) => [name, change, after?.article])).toEqual([
    ['每周至少 2 次“发布”', 'stricter', '第十四条'],
  ]);
  // A link from an older verdict names its adoption: it opens the first version, on its last day.
  const earlier = await out('rule', { slug: 'zj-portal', unit, on: '2029-12-31' });
  const { adoption } = earlier;
  expect(await out('rule', { slug: 'zj-portal', adoption })).toMatchObject({ version: 1, on: '2030-01-31', adoption });
  expect(await out('rule', { slug: 'zj-portal', unit })).toMatchObject({ version: 2, on: '2030-02-01' });
  const often = earlier.chapters.flatMap(({ articles }) => articles).find(({ id }) => id === '14');
  expect(often?.blocks[0]).toMatchObject({ reading: '每日按自然日计，节假日也算', confirmed: true });
  expect(earlier.values).toContainEqual({ name: '整改期限', says: '3 个月' });
  // As of a day of the first version there is nothing before it.
  expect(await out('ruleChanges', { slug: 'zj-portal', unit, on: '2029-12-31' })).toMatchObject({ changes: nothing });
  expect(await ask('ruleChanges', { slug: 'zj-portal', unit, on: '2019-12-31' })).toMatchObject({ status: 404 });
});
