import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { people, units } from './county.ts';
import type { Ids } from './found.ts';
import { loadWorld } from './load.ts';

const at = new Date('2026-11-25T10:00:00+08:00');
let fresh: TestDatabase;
let ids: Ids;
const load = (database: TestDatabase) => loadWorld(database.db, { at, password: () => 'county of tests 1' });
beforeAll(async () => {
  fresh = await freshDatabase();
  ids = (await load(fresh)).ids;
}, 180_000);
afterAll(() => fresh.drop());

const rows = async (text: string, values: unknown[] = []) => (await fresh.pool.query(text, values)).rows;

test('a second load is refused, and changes nothing', async () => {
  const [before] = await rows('select count(*)::int as n from door.event');
  await expect(load(fresh)).rejects.toThrow('演示数据只能载入空的数据库');
  expect(await rows('select count(*)::int as n from door.event')).toEqual([before]);
});

test('it is marked as a demo for ever', async () => {
  expect(await rows('select demo from door.installation')).toEqual([{ demo: true }]);
  expect(await rows(`select after->>'demo' as demo from door.event where kind = 'installation.founded'`)).toEqual([
    { demo: 'true' },
  ]);
  await expect(fresh.pool.query('update door.installation set demo = false')).rejects.toThrow('permission denied');
});

test('every state that an article can be in is there, so often', async () => {
  const found = await rows(`
    select p.state, coalesce(r.state, 'none') as run, p.discarded_at is not null as discarded,
           coalesce((select e.outcome from content.run e where e.placement_id = p.id and e.state = 'ended'
                      order by e.moved_at desc limit 1), '') as last, count(*)::int as n
      from content.placement p left join content.run r on r.id = p.run_id group by 1, 2, 3, 4`);
  const said = found.map((f) => `${f.n} ${f.state}, run ${f.run}${f.discarded ? ', discarded' : ''}, last ${f.last}`);
  expect(said.sort()).toEqual(
    [
      '23 published, run none, last published',
      '1 published, run open, last published',
      '2 withdrawn, run none, last published',
      '2 none, run complete, last ',
      '5 none, run open, last ',
      '1 none, run none, last returned',
      '1 none, run none, last recalled',
      '1 none, run none, last ',
      '1 none, run none, discarded, last ',
    ].sort(),
  );
  expect(await rows('select count(*)::int as n from content.scratch')).toEqual([{ n: 1 }]);
  const kinds = await rows(`select distinct kind from door.event where kind like 'article.%' order by 1`);
  expect(kinds.map((k) => k.kind)).toEqual(
    [
      'approved',
      'discarded',
      'published',
      'recalled',
      'returned',
      'saved',
      'step_taken',
      'submitted',
      'updated',
      'withdrawn',
    ].map((word) => `article.${word}`),
  );
});

test('an open run waits at every step that its chain has', async () => {
  const waiting = await rows(
    `select r.chain->'steps'->r.step->'post' as post from content.run r where r.state = 'open'`,
  );
  expect(waiting.map((w) => w.post.join(' or ')).sort()).toEqual([
    'head', // 质量处
    'head', // 办公室, for a sensitive text
    'head', // 云溪县局
    'secrecy-reviewer',
    'secrecy-reviewer', // the newer revision of a page that is public
    'vice-leader or main-leader',
  ]);
});

// ZJ-13.2: 处室负责人审批; ZJ-5: 办公室保密审查; important or sensitive: 办公室领导审核, 局领导审定. Written by hand.
const plain = (unit: string) => `head ${unit} > secrecy-reviewer 办公室`;
const high = (unit: string) =>
  `head ${unit} > head 办公室 > secrecy-reviewer 办公室 > vice-leader/main-leader 云山市市场监督管理局`;
const chains: readonly (readonly [title: string, chain: string, publisher: string])[] = [
  ['关于征求《云山市产品质量信用分级办法（征求意见稿）》意见的公告', plain('法规处'), 'publisher 办公室'],
  ['冬季取暖用品消费提示', plain('稽查处'), 'author'],
  ['服务窗口调整办公时间的通知', plain('办公室'), 'publisher 办公室'],
  ['云山市重点工业产品质量安全追溯管理规定', high('法规处'), 'author'],
  ['一图之外：追溯管理规定要企业做什么', plain('法规处'), 'author'],
  ['工业产品生产许可证办事指南', plain('质量处'), 'author'],
  ['质量投诉怎样提、多久有结果', plain('稽查处'), 'author'],
  ['机构职能和内设处室', plain('办公室'), 'author'],
  ['全市质量监管主要数据（上半年）', plain('信息化中心'), 'author'],
  ['企业质量信用记录更新说明', plain('机关党委（纪检监察室）'), 'author'],
  ['市局部署年末重点工作', plain('办公室'), 'author'],
  ['质量“问诊”走进产业园，二十三家企业当场拿到改进建议', plain('质量处'), 'author'],
  ['市局开放日邀请市民走进检验室', plain('办公室'), 'author'],
  ['门户网站将进行夜间维护', plain('信息化中心'), 'author'],
  ['全市首批绿色产品认证证书发放', high('质量处'), 'author'],
  ['加油机计量专项检查结束，一百九十四把枪合格', plain('稽查处'), 'author'],
  ['查处一起冒用认证标志案', high('稽查处'), 'author'],
  ['稽查处查处一起冒用认证标志案', high('稽查处'), 'author'],
  ['品牌培育名单公布，十二家企业入选', plain('质量处'), 'author'],
  ['品牌培育名单公布，十三家企业入选', plain('质量处'), 'author'],
  ['电线电缆产品监督抽查情况', high('质量处'), 'author'],
  ['食品相关产品生产许可有三处变化', plain('质量处'), 'author'],
  ['集贸市场的秤免费检定，下周轮到城东', 'head 云溪县市场监督管理局', 'author'],
  ['关于办理液化气瓶检验登记的通知', 'head 云溪县市场监督管理局', 'author'],
  ['在云溪办理营业执照要知道的', 'head 云溪县市场监督管理局', 'author'],
  ['县局公布茶叶质量安全承诺企业', 'head 云溪县市场监督管理局 > main-leader 云溪县市场监督管理局', 'author'],
  ['乡镇所开展节前食品机械安全检查', 'head 云溪县市场监督管理局', 'author'],
  ['质量奖评审进入现场评价', plain('质量处'), 'author'],
  ['规范性文件清理结果', plain('法规处'), 'author'],
  ['儿童玩具监督抽查情况', high('质量处'), 'author'],
  ['农资打假专项行动阶段情况', high('稽查处'), 'author'],
  ['标准化示范村建设见成效', plain('质量处'), 'author'],
  ['门户网站适老版上线试运行', plain('信息化中心'), 'author'],
  ['检验检测机构能力比对结果公布', plain('质量处'), 'author'],
  ['关于举行行政处罚听证的公告', plain('法规处'), 'publisher 办公室'],
];

test('every article went the chain that its facets ask for (ZJ-13.2, ZJ-5, and the branch its own)', async () => {
  const runs = await rows(`
    select distinct v.fields->>'title' as title, r.chain::text as chain
      from content.run r join content.revision v on v.id = r.revision_id`);
  const unitNames = new Map(
    Object.entries(ids.units).map(([name, id]) => [id, units[name as keyof typeof units].name]),
  );
  const said = (p: { post: string[]; units: string[] }) =>
    `${p.post.join('/')} ${p.units.map((id) => unitNames.get(id)).join('/')}`;
  const found = runs.map(({ title, chain }) => {
    const { steps, publish } = JSON.parse(chain);
    return [title, steps.map(said).join(' > '), publish.by === 'post' ? said(publish) : publish.by].join(' | ');
  });
  expect([...new Set(found)].sort()).toEqual(chains.map((row) => row.join(' | ')).sort());
});

test('nobody approved what he wrote, and every act lies before the instant of looking', async () => {
  expect(
    await rows(`select d.person_id from content.decision d join content.revision v on v.id = d.revision_id
                 where d.person_id = any (v.contributors)`),
  ).toEqual([]);
  expect(await rows('select seq from door.event where at >= $1', [at])).toEqual([]);
  expect(await rows('select a.seq from door.event a join door.event b on b.seq = a.seq + 1 where b.at < a.at')).toEqual(
    [],
  );
  expect(await rows(`select kind, payload, error from door.job`)).toEqual([]);
});

test('a cross-listing is the same revision in two columns', async () => {
  const listed = await rows(`
    select v.fields->>'title' as title, array_agg(c.key order by p.home desc) as columns, count(distinct p.revision_id)::int as revisions
      from content.placement p join sites.column c on c.id = p.column_id join content.revision v on v.id = p.revision_id
     group by v.article_id, 1 having count(*) > 1 order by 1`);
  expect(listed).toEqual([
    {
      title: '质量“问诊”走进产业园，二十三家企业当场拿到改进建议',
      columns: ['home-news', 'quality-city'],
      revisions: 1,
    },
    { title: '集贸市场的秤免费检定，下周轮到城东', columns: ['news', 'notices'], revisions: 1 },
  ]);
});

test('the same instant and seed give the same county: ids, hours and hashes', async () => {
  const other = await freshDatabase();
  try {
    await load(other);
    const what = `select p.id, e.at, e.kind, e.person from door.event e join content.placement p on p.id = e.subject_id
                   join sites.column c on c.id = p.column_id where p.home order by e.at, p.id, e.kind`;
    expect((await other.pool.query(what)).rows).toEqual(await rows(what));
    const texts = 'select hash from content.revision order by hash';
    expect((await other.pool.query(texts)).rows).toEqual(await rows(texts));
  } finally {
    await other.drop();
  }
}, 180_000);

test('sixteen people in eight units', () => {
  expect(Object.keys(people)).toHaveLength(16);
  expect(Object.keys(units)).toHaveLength(8);
});
