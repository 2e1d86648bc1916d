/** The database stops, freezes or dies while the inside serves: 503 in the user's words, and nothing is lost when it is back. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Inside, type Said } from './away.fixture.ts';
import type { Row } from './contract/row.ts';
import { table } from './contract/table.ts';
import { password } from './county.fixture.ts';
import { openFolder } from './db/testing.ts';

const folder = openFolder('away');
let inside: Inside;
const logged: string[] = [];
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  inside = await Inside.open(join(folder, 'DATA'));
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await inside?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const rows = Object.values(table).flatMap((group) => Object.values(group) as Row[]);
const away: Said = {
  status: 503,
  body: { code: 'database_away', message: '数据库暂时没有回答，不能确认您的改动已经存上，请稍候再试，不会办两遍' },
};
/** Every endpoint, each as one question of a person and one of an outside system. */
const askAll = () => [false, true].flatMap(asked);
const asked = (byKey: boolean) =>
  rows.map(async (row) => {
    const body = row.path === '/api/sign-in' ? { login: 'writer', password } : row.method === 'GET' ? undefined : {};
    const path = row.path.replace(/\{\w+\}/g, randomUUID());
    return { path: row.path, ...(await inside.send(row.method, path, body, byKey)) };
  });
const allAway = [...rows, ...rows].map((row) => ({ path: row.path, ...away }));

test('G1 with the database stopped every endpoint says 503 in words, and the same ask has one effect when it is back', {
  timeout: 180_000,
}, async () => {
  const letter = inside.letter('停库前写好的稿');
  await inside.server.stop();
  expect(await Promise.all(askAll())).toEqual(allAway);
  expect(await letter.submit()).toEqual(away);
  await inside.startDatabase();
  expect([(await letter.submit()).status, (await letter.submit()).status]).toEqual([200, 200]);
  expect(await letter.runs()).toBe(1);
});

test('G1 with the database frozen every endpoint says 503 in words, and what was asked meanwhile has one effect', {
  timeout: 180_000,
}, async () => {
  const letter = inside.letter('冻结前写好的稿');
  expect((await inside.letter('先有一件').submit()).status).toBe(200); // a connection is there, and will hang
  const frozen = inside.postgres();
  for (const pid of frozen) process.kill(pid, 'SIGSTOP');
  try {
    expect(await letter.submit()).toEqual(away);
    expect(await Promise.all(askAll())).toEqual(allAway);
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
  }
  expect([(await letter.submit()).status, (await letter.submit()).status]).toEqual([200, 200]);
  expect(await letter.runs()).toBe(1);
});

test('G1 D1 killed under eight people who send, it answers 200 or 503, and each text has one effect in the end', {
  timeout: 180_000,
}, async () => {
  const letters = Array.from({ length: 80 }, (_, n) => inside.letter(`第 ${n} 件`));
  const said: Said[] = [];
  const desks = Array.from({ length: 8 }, async (_, desk) => {
    for (let n = desk; n < letters.length; n += 8) {
      const answer = await letters[n]!.submit();
      said.push(answer);
      if (answer.status === 503) await sleep(50);
    }
  });
  while (said.length < 10) await sleep(5);
  process.kill(inside.server.pid() ?? 0, 'SIGKILL');
  await Promise.all(desks);
  expect(said.filter(({ status }) => status !== 200).length).toBeGreaterThan(0);
  expect(said.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  for (const until = Date.now() + 60_000; (await letters[0]!.submit()).status !== 200; await sleep(100))
    if (Date.now() > until) throw new Error('the database does not come back');
  const again = await Promise.all(letters.map((letter) => letter.submit()));
  expect(again.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await Promise.all(letters.map((letter) => letter.runs()))).toEqual(letters.map(() => 1));
});

test('G1 what is away is a warning for the operator, and no fault of the program', () => {
  const levels = logged.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line).level);
  expect(levels.length).toBeGreaterThan(rows.length);
  expect(new Set(levels)).toEqual(new Set(['warn']));
});
