/** T22 over a real database, as the clock goes on: who is told of what, when, and how often. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualHours } from '../../core/notice.ts';
import { act } from '../act.ts';
import { owedTexts } from '../content/owing.ts';
import { system } from '../content/store.ts';
import { type County, county, text } from '../county.fixture.ts';
import { freshDatabase, type TestDatabase } from '../db/testing.ts';
import { owedLines } from '../duties/owing.ts';
import { setClock } from '../now.ts';
import type { Owing } from '../owing.ts';
import { guessedAlarms } from '../people/guessed.ts';
import { signIn } from '../people/sign-in.ts';
import { sendDigests, tellAlarms } from './digest.ts';

let fresh: TestDatabase;
let c: County;
beforeAll(async () => {
  fresh = await freshDatabase();
  setClock(at('2026-09-01 09:00'));
  c = await county(fresh.db);
  await sql`insert into notices.setting (person_id, address, by_mail, set_at)
    values (${c.person('writer')}, 'writer@mail.example', true, now())`.execute(fresh.db);
}, 60_000);
afterAll(async () => {
  setClock(undefined);
  await fresh.drop();
});

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const strike = (local: string) => {
  setClock(at(local));
  const digests = { hours: usualHours, owed: [owedLines, owedTexts], byMail: true };
  return sendDigests(fresh.db, digests, at(local));
};
/** Each of these days before nine, at nine, and late in the evening. */
async function live(days: readonly string[]): Promise<void> {
  for (const day of days) for (const clock of ['08:59', '09:00', '20:00']) await strike(`${day} ${clock}`);
}
const minute = sql`'MM-DD HH24:MI'`;
/** Notices of a person whose title has these words: when, at which stage, until when; in order. */
async function told(name: string, words: string): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select to_char(at at time zone 'Asia/Shanghai', ${minute}) || ' ' || stage || ' ' || coalesce(substring(says from '(..-..) .. 24:00 止'), '') as line
      from notices.notice where person_id = ${c.person(name)} and title like ${`%${words}%`} `.execute(fresh.db);
  return rows.map(({ line }) => line.trim()).toSorted();
}
const mails = async (name: string) => {
  const { rows } = await sql<{ line: string }>`
    select to_char(made_at at time zone 'Asia/Shanghai', ${minute}) as line from notices.mail
     where person_id = ${c.person(name)} order by made_at`.execute(fresh.db);
  return rows.map(({ line }) => line);
};
const digests = async (name: string) => {
  const { rows } = await sql<{ line: string }>`
    select to_char(made_at at time zone 'Asia/Shanghai', ${minute}) as line from notices.digest
     where person_id = ${c.person(name)} order by made_at`.execute(fresh.db);
  return rows.map(({ line }) => line);
};
const autumn = (from: number, to: number, month: string) =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-${month}-${String(from + i).padStart(2, '0')}`);

// ZJ-14: 业务栏目每周至少一条. The holidays are 1 to 7 October, and Saturday 10 October is worked.
test('T22 each week’s line warns once before its end and once after, at nine on working days, however many digests pass', async () => {
  await live([...autumn(28, 30, '09'), ...autumn(1, 14, '10')]);
  expect(await told('writer', '专题栏目')).toEqual([
    '09-28 09:00 soon 10-04',
    '10-08 09:00 late 10-04',
    '10-08 09:00 soon 10-11',
    '10-12 09:00 late 10-11',
    '10-14 09:00 soon 10-18',
  ]);
  const workdays = ['09-28', '09-29', '09-30', '10-08', '10-09', '10-10', '10-12', '10-13', '10-14'];
  expect(await digests('writer')).toEqual(workdays.map((day) => `${day} 09:00`));
  // A mail only where there is something new.
  expect(await mails('writer')).toEqual(['09-28', '10-08', '10-12', '10-14'].map((day) => `${day} 09:00`));
  expect(await mails('colleague')).toEqual([]);
}, 60_000);

test('T22 after two weeks without a worker everybody gets one digest, in working hours, of all that came meanwhile', async () => {
  await strike('2026-10-27 22:00');
  expect((await digests('writer')).at(-1)).toBe('10-14 09:00');
  await Promise.all([strike('2026-10-28 14:20'), strike('2026-10-28 14:20')]);
  expect((await digests('writer')).slice(-2)).toEqual(['10-14 09:00', '10-28 14:20']);
  expect((await told('writer', '专题栏目')).slice(5)).toEqual([
    '10-28 14:20 late 10-18',
    '10-28 14:20 late 10-25',
    '10-28 14:20 soon 11-01',
  ]);
  expect((await mails('writer')).slice(4)).toEqual(['10-28 14:20']);
}, 60_000);

test('T22 a text that waits for somebody is told of after two working days, once, and mail doesn’t name it', async () => {
  setClock(at('2026-10-29 10:00'));
  const body = { columnId: c.column('www', 'topics'), body: text('秋季抽查情况') };
  expect((await c.act('writer', 'submit', randomUUID(), 0, body)).status).toBe(200);
  await live([...autumn(29, 31, '10'), ...autumn(1, 5, '11')]);
  expect(await told('head', '秋季抽查情况')).toEqual(['11-02 09:00 waits']);
  const { rows } = await sql<{ outside: string; says: string; link: string }>`
    select outside, says, link from notices.notice where title = '秋季抽查情况'`.execute(fresh.db);
  expect(rows).toEqual([
    {
      outside: '局网站 · 专题栏目的一件稿件',
      says: '局网站 · 专题栏目，质量处报送，已等 2 个工作日',
      link: expect.stringMatching(/^\/review\//),
    },
  ]);
}, 60_000);

test('T22 people of a unit with a day off of its own have their digest the day after', async () => {
  const days = [{ on: '2026-11-06', isOff: true, name: '县庆日' }];
  const actor = { person: system, address: 'test' };
  const ask = {
    subject: 'calendar',
    verb: 'load_extra_for',
    id: c.unit('质量处'),
    version: 0,
    key: randomUUID(),
  } as const;
  expect(await act(fresh.db, { ...ask, actor, body: { year: 2026, days } })).toMatchObject({ status: 200 });
  await live(autumn(6, 9, '11'));
  expect([(await digests('writer')).slice(-2), (await digests('clerk')).slice(-2)]).toEqual([
    ['11-05 09:00', '11-09 09:00'],
    ['11-06 09:00', '11-09 09:00'],
  ]);
}, 60_000);

test('T22 a security alarm goes out at once, at night too and once; another alarm stands in the console at once', async () => {
  setClock(at('2026-11-14 23:10'));
  for (let n = 0; n < 10; n++) {
    await signIn(fresh.db, 'writer', 'a guess', '10.1.1.9');
    setClock(new Date(at('2026-11-14 23:10').getTime() + (n + 1) * 310_000));
  }
  const other = (): Owing => ({
    ...{ key: 'calendar 2027', stage: 'alarm', persons: [c.person('writer')], title: '放假安排', outside: '放假安排' },
    ...{ says: '还没有导入', verb: '看放假安排', link: '/calendar' },
  });
  const sources = { urgent: [guessedAlarms], others: [async () => [other()]], byMail: true };
  const night = at('2026-11-15 00:05');
  await tellAlarms(fresh.db, sources, night);
  await tellAlarms(fresh.db, sources, new Date(night.getTime() + 60_000));
  expect(await told('writer', '在试账号')).toEqual(['11-15 00:05 alarm']);
  expect(await told('webmaster', '在试账号')).toEqual(['11-15 00:05 alarm']);
  expect(await told('head', '在试账号')).toEqual([]);
  expect(await told('writer', '放假安排')).toEqual(['11-15 00:05 alarm']);
  expect((await mails('writer')).at(-1)).toBe('11-15 00:05');
});
