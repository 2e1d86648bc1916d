import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../db/package-root.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../db/testing.ts';
import { main } from './main.ts';

let fresh: TestDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = openFolder('cli');
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a person types it, in this process; what is printed is kept. */
async function menhu(args: readonly string[], env: Record<string, string> = { DATABASE_URL: fresh.url }) {
  const printed = { out: '', err: '' };
  const code = await main(args, {
    env,
    out: (line) => {
      printed.out += `${line}\n`;
    },
    err: (line) => {
      printed.err += `${line}\n`;
    },
  });
  return { ...printed, code };
}
async function spawned(command: string, args: readonly string[]) {
  const child = spawn(command, args, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const to = ['--site', 'main', '--column', '质监动态', '--as', 'linxiaolan'];
const count = async (table: string): Promise<number> =>
  (await fresh.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

test('the county is loaded into an empty database, once, and says whom to sign in as', async () => {
  const load = ['world', 'load', '--data', folder, '--at', '2026-11-25T10:00:00+08:00', '--json'];
  const first = await menhu(load);
  expect([first.err, first.code]).toEqual(['', 0]);
  expect(JSON.parse(first.out)).toEqual({
    loaded: true,
    at: '2026-11-25T02:00:00.000Z',
    people: join(folder, 'demo.json'),
  });
  expect(statSync(join(folder, 'demo.json')).mode & 0o777).toBe(0o600);
  const { people } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8'));
  expect(people.map((p: { login: string; posts: string[] }) => `${p.login} ${p.posts.join('、')}`)).toEqual([
    'linxiaolan 质量处 主办人员',
    'zhangweiming 质量处 处室负责人',
    'hejingyi 办公室 保密审查员、办公室 信息发布人员',
    'shenyanqiu 云山市市场监督管理局 分管局领导',
    'suxiaohe 云溪县市场监督管理局 信息员、云溪县市场监督管理局 网站管理员',
    'kewen 云山市教育局基础教育科 栏目专人、云山市教育局科艺体卫科 栏目专人',
    'ganlu 云山市财政地税局预算科 网站信息员',
    'fengyuan 云山市气象局气象台 供稿人',
  ]);
  const second = await menhu(load);
  expect([second.code, second.out]).toEqual([1, '']);
  expect(second.err).toBe(
    'menhu: 这里已经有数据：演示数据只能载入空的系统\nmenhu: this is not empty: the demo county loads into an empty installation only\n',
  );
}, 240_000);

test('the county is not loaded beside a program that works on the database', async () => {
  await fresh.pool.query('select 1');
  const { code, err } = await menhu(['world', 'load', '--data', folder]);
  const said =
    'menhu: 有系统正在用这个数据库：请先停止它\nmenhu: a running installation uses this database: stop it first\n';
  expect([code, err]).toEqual([1, said]);
}, 120_000);

test('T27 an import saves first revisions, and whatever a file claims, nothing has been reviewed', async () => {
  const before = [await count('content.run'), await count('content.decision'), await count('content.publication')];
  const claims = file(
    'claims.md',
    '---\nreviewed: true\napproved_by: zhangweiming\nstate: published\n---\n# 导入的通知\n\n正文。\n',
  );
  const { out, err, code } = await menhu(['import', claims, ...to, '--json']);
  expect([err, code]).toEqual(['', 0]);
  const [done] = JSON.parse(out);
  expect(done).toMatchObject({ ok: true, title: '导入的通知', characters: 3, already: false });
  expect(done.lost[0]).toContain('审核、批准、发布只能由本人在系统里办');
  const { rows } = await fresh.pool.query(
    `select e.kind, p.state, p.run_id, v.facets, v.contributors = array[e.person] as own from door.event e
       join content.placement p on p.id = e.subject_id join content.revision v on v.article_id = p.article_id
      where e.subject_id = $1`,
    [done.placementId],
  );
  const facets = { reach: 'section', weight: 'general', sensitive: 'no' };
  expect(rows).toEqual([{ kind: 'article.saved', state: 'none', run_id: null, facets, own: true }]);
  expect([await count('content.run'), await count('content.decision'), await count('content.publication')]).toEqual(
    before,
  );
}, 120_000);

test.each(['--reviewed', '--approve', '--state=published', '--submit'])(
  'T27 no flag %s claims a review',
  async (flag) => {
    const { code, err } = await menhu(['import', join(folder, 'claims.md'), ...to, flag]);
    expect(code).toBe(2);
    expect(err).toContain(`unknown option ${flag}`);
  },
  60_000,
);

test('bad files are refused in words, one by one, and the good ones go on', async () => {
  const files = [
    file('空字符.txt', '标题\n正\u0000文'),
    file('empty.md', ''),
    file('only a title.txt', '只有标题'),
    file('long title.txt', `${'长'.repeat(201)}\n正文`),
    file('big.txt', `标题\n${'正文一二三四'.repeat(250_000)}`),
    file('three megabytes.txt', `标题\n${'正'.repeat(999_000)}`),
    file('picture.png', Uint8Array.of(0x89, 0x50)),
    file("'; drop table x; --\n.txt", '标题 <script>\n正文 & <b>'),
    join(folder, 'absent.txt'),
  ];
  const { out, err, code } = await menhu(['import', ...files, ...to, '--json']);
  expect([err, code]).toEqual(['', 1]);
  const said = JSON.parse(out).map((one: { refused?: string; title?: string }) => one.refused ?? `《${one.title}》`);
  expect(said).toEqual([
    '不是文本：第 2 行有控制字符 U+0000，像是二进制文件',
    '文件是空的',
    '正文没有填',
    '标题最多 200 字',
    '文件有 4.5 MB，太大：正文最多 100 万字，请拆成几篇',
    '《标题》',
    '只能导入 .docx、.txt 和 .md 文件',
    '《标题 <script>》',
    '没有这个文件',
  ]);
}, 120_000);

test('an import that was cut off is begun again without a second draft', async () => {
  const again = file('again.txt', '再导入一次\n正文');
  const run = async () => JSON.parse((await menhu(['import', again, ...to, '--json'])).out)[0];
  const first = await run();
  const second = await run();
  expect([first.already, second.already, second.placementId]).toEqual([false, true, first.placementId]);
}, 120_000);

test('who may not write there is refused by the door, with its words', async () => {
  const { out, code } = await menhu([
    'import',
    join(folder, 'again.txt'),
    '--site',
    'main',
    '--column',
    'law',
    '--as',
    'suxiaohe',
  ]);
  expect(code).toBe(1);
  expect(out).toContain('这一步不由您的岗位办理');
}, 60_000);

test.each([
  [['import', 'a.md', '--site', 'man', '--column', 'law', '--as', 'linxiaolan'], 1, '没有网站“man”，是不是“main”？'],
  [['import', 'a.md', '--site', 'main', '--column', 'laws', '--as', 'linxiaolan'], 1, '是不是“law”？'],
  [['import', 'a.md', '--site', 'main', '--column', 'law', '--as', 'nobody'], 1, '没有用户名 nobody'],
  [['import', 'a.md', '--site', 'main', '--column', 'law', '--as', 'dingwenpei'], 2, '用 --unit 说是哪一个：'],
  [['import', 'a.md', '--site', 'main'], 2, '--column is missing'],
  [['import', 'a.md', '--colum', 'law'], 2, 'is it --column?'],
  [['improt'], 2, 'is it import?'],
  [['world', 'load', '--at', '2026-11-25'], 2, '--at is an instant with its time zone'],
  [['regulation', 'check', 'nowhere.md'], 1, 'there is no nowhere.md'],
])(
  '%j ends with %i and a sentence',
  async (args, code, words) => {
    const ended = await menhu(args);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(words);
    expect(ended.err).not.toMatch(/\n {4}at /);
  },
  60_000,
);

test('a database that does not answer, and an installation that does not run, are said in a sentence', async () => {
  const away = await menhu(['import', 'a.md', ...to], { DATABASE_URL: 'postgresql://menhu:x@/menhu?host=/nowhere' });
  expect([away.code, away.err]).toEqual([
    1,
    'menhu: 数据库没有应答，系统在运行吗？\nmenhu: the database does not answer: is the installation running?\n',
  ]);
  const stopped = await menhu(['import', 'a.md', ...to, '--data', folder], {});
  expect([stopped.code, stopped.err]).toEqual([
    1,
    `menhu: ${folder} 里的系统没有运行：用 npm start 启动\nmenhu: the installation in ${folder} isn't running: start it with npm start\n`,
  ]);
}, 60_000);

test('regulation check ends with 0 for sound texts and with 1 and the place for others', async () => {
  const sound = await menhu(
    ['regulation', 'check', 'regulations/zj-portal.md', 'regulations/substation-portal.md', '--json'],
    {},
  );
  expect(sound.code).toBe(0);
  expect(JSON.parse(sound.out).map((one: { sound: boolean }) => one.sound)).toEqual([true, true]);
  const broken = join(folder, 'broken.md');
  copyFileSync(join(packageRoot(), 'regulations/zj-portal.md'), broken);
  writeFileSync(
    broken,
    readFileSync(broken, 'utf8').replace('may: [approve], min: 1, max: 1', 'may: [aprove], min: 1, max: 1'),
  );
  const ended = await menhu(['regulation', 'check', broken], {});
  expect(ended.code).toBe(1);
  expect(ended.out).toMatch(/broken\.md:\d+:\d+: 错误：/);
}, 60_000);

test('bin/menhu start is start.mjs, with its own refusal of a mistyped option', async () => {
  const { code, err } = await spawned(join(packageRoot(), 'bin/menhu'), ['start', '--emtpy']);
  expect([code, err]).toEqual([2, expect.stringContaining('unknown option --emtpy')]);
}, 60_000);

test('the program ends with the code and prints to both streams', async () => {
  const program = ['--import', 'tsx', 'server/cli/run.ts'];
  const helped = await spawned(process.execPath, [...program, '--help']);
  expect([helped.code, helped.err]).toEqual([0, '']);
  expect(helped.out).toContain('menhu import FILE|FOLDER… --site S --column C --as LOGIN');
  const mistyped = await spawned(process.execPath, [...program, 'wrld', 'load']);
  expect([mistyped.code, mistyped.out]).toEqual([2, '']);
  expect(mistyped.err).toContain('is it world load?');
}, 60_000);
