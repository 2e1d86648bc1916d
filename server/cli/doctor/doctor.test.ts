/** Doctor on the county of the door's tests: first all in order, then each thing wrong in turn. */
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { county } from '../../county.fixture.ts';
import { freshDatabase, openFolder, type TestDatabase } from '../../db/testing.ts';
import { repeat } from '../../jobs.ts';
import { now } from '../../now.ts';
import { menhu } from '../run.fixture.ts';
import type { Finding, State } from './finding.ts';
import { clockFinding, diskFinding, nodeFinding, scannerFinding } from './machine.ts';
import { lag } from './work.ts';

let fresh: TestDatabase;
let data: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  await county(fresh.db);
  data = openFolder('doctor');
  mkdirSync(join(data, 'keys'), { mode: 0o700 });
  writeFileSync(join(data, 'keys', 'pg-menhu'), 'x', { mode: 0o600 });
}, 60_000);
afterAll(async () => {
  await fresh.drop();
  rmSync(data, { recursive: true, force: true });
});

async function findings(
  env: Record<string, string> = { DATABASE_URL: fresh.url },
): Promise<ReadonlyMap<string, Finding>> {
  const { out, err, code } = await menhu(['doctor', '--data', data, '--json'], env);
  const told = JSON.parse(out) as { bad: number; findings: Finding[] };
  expect([err, code]).toEqual(['', told.bad > 0 ? 1 : 0]);
  return new Map(told.findings.map((one) => [one.id, one]));
}
const query = (text: string, values: unknown[] = []) => fresh.pool.query(text, values);

test('an installation is looked over in whole sentences, and nothing in it is changed', async () => {
  const told = await findings();
  const states = Object.fromEntries([...told].map(([id, { state }]) => [id, state]));
  expect(states).toMatchObject({
    ...{ processes: 'bad', keys: 'ok', scanner: 'warn', backup: 'warn', database: 'ok', migrations: 'ok' },
    ...{ rights: 'ok', clock: 'ok', demo: 'ok', jobs: 'ok', 'publishing www': 'ok', 'regulation zj-portal': 'warn' },
  });
  expect(told.get('database')?.says.zh).toMatch(/^PostgreSQL \d+(\.\d+)?.*，UTF8，排序 C$/);
  expect(told.get('regulation zj-portal')?.details?.join()).toContain('办公室的保密审查员');
  const text = await menhu(['doctor', '--data', data], { DATABASE_URL: fresh.url, MENHU_LANG: 'zh' });
  expect(text.out).toContain('[异常] 系统没有运行\n       → 用 npm start 启动');
  expect(text.out.split('\n').at(-1)).toMatch(/^\d+ 项正常，\d+ 项要注意，\d+ 项异常$/);
}, 60_000);

test('C5 rights to change or remove the log are found, with what to revoke', async () => {
  const owner = async (text: string) => {
    const { openPool } = await import('../../db/client.ts');
    const { pool, close } = openPool(fresh.ownerUrl, { role: 'owner', max: 1 });
    await pool.query(text).finally(close);
  };
  await owner('grant update, delete on door.event to menhu');
  expect((await findings()).get('rights')).toMatchObject({
    state: 'bad',
    details: ['UPDATE door.event', 'DELETE door.event'],
  });
  await owner('revoke update, delete on door.event from menhu');
  expect((await findings()).get('rights')?.state).toBe('ok');
}, 60_000);

test('I8 parked and late jobs, and a log that nobody publishes, are told', async () => {
  const job = (state: string, run: string, error: string | null) =>
    query(
      `insert into door.job (id, key, kind, payload, run_at, attempts, state, error, created_at)
       values ($1::uuid, $1::text, 'serve', '{}', now() - $2::interval, 10, $3, $4, now())`,
      [randomUUID(), run, state, error],
    );
  await job('waiting', '6 minutes', null);
  expect((await findings()).get('jobs')).toMatchObject({
    state: 'warn',
    says: { en: 'jobs over five minutes late: 1' },
  });
  await job('parked', '0', 'no room');
  expect((await findings()).get('jobs')).toMatchObject({ state: 'bad', details: ['serve：no room'] });
  await query('delete from door.job');

  const { rows } = await query("select id from sites.site where label = 'www'");
  await query('insert into content.publication_head values ($1, 1)', [rows[0].id]);
  await query(
    `insert into content.publication (site_id, seq, class, op, subject, subject_id, column_ids, event_id, at)
     select $1, 1, 1, 'publish', 'placement', $2, '{}', (select id from door.event limit 1), now() - interval '10 minutes'`,
    [rows[0].id, randomUUID()],
  );
  expect((await findings()).get('publishing www')).toMatchObject({
    state: 'bad',
    says: { zh: '“局网站”有 1 项改动还没有公开，最早的等了 11 分钟' },
  });
  await query('insert into content.publisher values ($1, 1, 1, now())', [rows[0].id]);
  expect((await findings()).get('publishing www')?.state).toBe('ok');
}, 60_000);

test('I8 periodic work that lags, that fails or never ran is told, and so is mail that does not get out', async () => {
  const told = async () => ({ ...Object.fromEntries(await findings()) });
  expect((await told()).periodic?.state).toBe('warn');
  const failing = {
    name: 'digest',
    title: '每天的提醒',
    everyMs: 60_000,
    run: () => Promise.reject(new Error('no words')),
  };
  const clock = repeat(
    fresh.db,
    [{ ...failing, name: 'mail', title: '发邮件', run: async () => {} }, failing],
    () => {},
  );
  clock.wake();
  await clock.stop();
  expect((await told()).periodic).toMatchObject({
    state: 'bad',
    says: { zh: '定时的工作停了或出错：每天的提醒' },
    details: ['每天的提醒  还没有做过  no words', expect.stringMatching(/^发邮件 {2}20\d\d-/)],
  });
  await query("update door.periodic set error = null, failed_at = null, done_at = now() - interval '6 minutes'");
  expect((await told()).periodic?.says.en).toBe('periodic work that lags or fails: digest, mail');
  await query('update door.periodic set done_at = now()');
  expect((await told()).periodic?.state).toBe('ok');
  expect((await told()).mail?.state).toBe('ok');
  await query(
    `insert into notices.mail (id, person_id, address, made_at, state, attempts, next_at, error)
     select $1, id, 'nobody@mail.example', now(), 'failed', 1, now(), 'no such mailbox' from people.person limit 1`,
    [randomUUID()],
  );
  expect((await told()).mail).toMatchObject({ state: 'warn', details: ['nobody@mail.example  no such mailbox'] });
}, 60_000);

test('a public copy that is newer than the database, keys that others may read, and a lost database are told', async () => {
  mkdirSync(join(data, 'edge/sites/www'), { recursive: true });
  writeFileSync(join(data, 'edge/sites/www/cursor.json'), JSON.stringify({ to: 9, fingerprint: 'x' }));
  chmodSync(join(data, 'keys', 'pg-menhu'), 0o644);
  const told = await findings();
  expect(told.get('publishing www')?.says.zh).toContain('从旧的备份恢复的');
  expect(told.get('keys')).toMatchObject({ state: 'bad', details: [`chmod go= ${join(data, 'keys', 'pg-menhu')}`] });
  const away = await findings({ DATABASE_URL: 'postgresql://menhu:x@/menhu?host=/nowhere' });
  expect([away.get('failed')?.state, away.has('jobs')]).toEqual(['bad', false]);
  const stopped = await findings({});
  expect(stopped.get('database')?.says.zh).toMatch(/^没有查数据库：.*没有运行/);
}, 60_000);

test.each<[string, Finding | undefined, State | undefined]>([
  ['Node 20 where the public is served', nodeFinding('20.20.2', true), 'bad'],
  ['Node 20 inside', nodeFinding('20.20.2', false), 'warn'],
  ['Node 22', nodeFinding('22.12.0', true), 'ok'],
  ['Node 23', nodeFinding('23.1.0', true), 'warn'],
  ['Node 24', nodeFinding('24.1.0', true), 'ok'],
  ['a disk with 0.9 GB', diskFinding(0.9e9, 100e9), 'bad'],
  ['a disk with 4 GB of 20', diskFinding(4e9, 20e9), 'warn'],
  ['a disk with 9 GB of 100', diskFinding(9e9, 100e9), 'warn'],
  ['a disk with 20 GB of 100', diskFinding(20e9, 100e9), 'ok'],
  ['a clock two seconds off', clockFinding(-2_000), 'ok'],
  ['a clock three seconds off', clockFinding(3_000), 'warn'],
  ['a clock two minutes off', clockFinding(-120_000), 'bad'],
  ['signatures of today', scannerFinding(`ClamAV 1.0.7/27456/${now().toUTCString()}`, now()), 'ok'],
  ['signatures of long ago', scannerFinding('ClamAV 1.0.7/27456/Tue Nov 24 08:35:12 2020', now()), 'bad'],
  ['signatures without a day', scannerFinding('ClamAV 1.0.7', now()), 'warn'],
  ['a change of ten seconds ago', lag({ name: '', label: '', behind: 1, oldest: 10 }), undefined],
  ['a change of a minute ago', lag({ name: '', label: '', behind: 1, oldest: 60 }), 'warn'],
])('%s', (_name, finding, state) => {
  expect(finding?.state).toBe(state);
});
