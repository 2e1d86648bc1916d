/** `menhu people leave` as it is typed: what it lists, what it refuses, and that it does nothing before it is told to. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { system } from '../../content/store.ts';
import { password } from '../../county.fixture.ts';
import { signIn } from '../../people/sign-in.ts';
import { walker } from '../../walk.fixture.ts';
import { menhu as typed } from '../run.fixture.ts';

const w = walker();
const why = ['--reason', '调到别的单位'];
const menhu = (...args: string[]) => typed(['people', 'leave', ...args], { DATABASE_URL: w.url(), MENHU_LANG: 'zh' });
const isOpen = async (login: string) => (await signIn(w.db(), login, password, '10.0.0.9')).ok;
const left = async () =>
  (
    await sql`select o.words, e.person, e.address, e.subject_id, e.after ->> 'account' as account, e.after -> 'left' as posts
               from door.event e join door.opinion o on o.event_id = e.id where e.kind = 'post.vacated' order by e.seq`.execute(
      w.db(),
    )
  ).rows;

test.each([
  [[], 2, '要写一个用户名'],
  [['head', 'writer', ...why], 2, '要写一个用户名'],
  [['head'], 2, '缺少 --reason（原因，记录在案）'],
  [['head', ...why, '--post', 'head'], 2, '岗位要写成 undertaker@质量处，不能是 head'],
  [['heads', ...why], 1, '没有用户名 heads'],
  [['head', ...why, '--post', 'head@质量'], 1, '没有单位“质量”，是不是“质量处”？'],
  [['head', ...why, '--yes', '--post', 'publisher@质量处'], 1, '没有岗位“publisher@质量处”有：head@质量处'],
] as const)('people leave %s ends with %i: %s', async (args, code, words) => {
  const said = await menhu(...args);
  expect([said.code, said.out]).toEqual([code, '']);
  expect(said.err).toContain(`menhu: ${words}`);
  expect(await left()).toEqual([]);
});

test('without --yes it says what passes on and to whom, and does nothing; with it rights end at once, by the operator', async () => {
  await w.sent();
  const asked = await menhu('head', ...why);
  expect([asked.code, asked.err]).toEqual([0, '']);
  const lines = asked.out.split('\n');
  expect([lines[0], lines.at(-1)]).toEqual(['head：质量处 处室负责人', '还没有办理：看过以后加 --yes']);
  expect(asked.out).toMatch(/\n {2}待办 {2}稿件\w{4}（审批，局网站 · 政策法规） → vice\n/);
  expect(asked.out).toMatch(
    /\n {2}职责 {2}主办人员在岗（质量处：质量处） → (writer、colleague|colleague、writer)、vice\n/,
  );
  expect(await left()).toEqual([]);
  expect(await isOpen('head')).toBe(true);

  const done = await menhu('head', ...why, '--yes');
  expect([done.code, done.err, done.out.split('\n')]).toEqual([0, '', [...lines.slice(0, -1), '已办理']]);
  expect(await isOpen('head')).toBe(false);
  expect(await left()).toEqual([
    {
      ...{ words: '调到别的单位', person: system, address: 'menhu people', subjectId: w.c().person('head') },
      ...{ account: 'closed', posts: [`head ${w.c().unit('质量处')}`] },
    },
  ]);
  expect(await menhu('head', ...why, '--yes')).toEqual({ code: 1, out: '', err: 'menhu: 用户 head 已停用' });
});

test('one post of two is left, and the account stays; with --close all posts and the account end', async () => {
  const one = await menhu('webmaster', ...why, '--post', 'administrator@信息化中心', '--yes', '--json');
  expect(one.err).toBe('');
  expect(JSON.parse(one.out)).toMatchObject({ done: true, more: 0, posts: [{ post: 'administrator' }] });
  expect(await isOpen('webmaster')).toBe(true);
  expect((await left()).at(-1)).toMatchObject({ account: 'kept' });
  await sql`update people.holding set until_at = null where person_id = ${w.c().person('webmaster')}`.execute(w.db());
  const all = await menhu('webmaster', ...why, '--post', 'administrator@信息化中心', '--close', '--yes');
  expect(all.out.split('\n')[0]).toBe('webmaster：信息化中心 网站管理员、信息化中心 技术审核员');
  expect(await isOpen('webmaster')).toBe(false);
});

test('who holds no post has none to leave, and who is the last one stays', async () => {
  const end = (which: ReturnType<typeof sql>) =>
    sql`update people.holding set until_at = now() where until_at is null and ${which}`.execute(w.db());
  await end(sql`person_id = ${w.c().person('lawyer')}`);
  const none = { code: 1, out: '', err: 'menhu: 用户 lawyer 现在不任岗位，不用办理离岗' };
  expect(await menhu('lawyer', ...why)).toEqual(none);
  expect(await menhu('lawyer', ...why, '--yes')).toEqual(none);
  expect(await isOpen('lawyer')).toBe(true);

  await end(sql`person_id <> ${w.c().person('main')}`);
  const before = (await left()).length;
  const last = await menhu('main', ...why, '--yes');
  expect([last.code, last.err]).toEqual([
    1,
    'menhu: 这个单位和上级单位都没有别的人，手上的事交不出去；请先安排接手的人',
  ]);
  expect(last.out).toContain('→ 没有人接');
  expect(last.out).not.toContain('已办理');
  expect((await left()).length).toBe(before);
  expect(await isOpen('main')).toBe(true);
});
