/** Urging over a real database: who may, how often, and what those who bear the line are told. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from '../act.ts';
import type { LedgerLine } from '../contract/duties.ts';
import { setClock } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { dutiesRoutes } from './routes.ts';
import { urgeRoutes } from './urge-routes.ts';
import { urgedAlarms } from './urging.ts';

const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
const clock = (when: string) => setClock(at(when));
beforeAll(() => clock('2026-09-01 09:00'));
afterAll(() => setClock(undefined));
const w = walker();
const routes = urgeRoutes(act);
const asks = (name: string) =>
  ({ db: w.db(), session: { person: w.c().person(name), login: name }, address: '10.0.0.7' }) as never as object;
const bodyOf = <T>(reply: object) => ('body' in reply ? reply.body : undefined) as T;

/** ZJ-14: each business column once a week. */
const lines = async (name: string) =>
  bodyOf<{ items: LedgerLine[] }>(await dutiesRoutes.lines({ ...asks(name), input: {} } as never)).items.filter(
    ({ duty }) => duty.key.endsWith(' business-weekly'),
  );
const urge = async (name: string, line: LedgerLine | undefined, key: string = randomUUID()) => {
  const reply = await routes.give({
    ...asks(name),
    input: { duty: line?.duty.key, thing: line?.thing.id, key },
  } as never);
  return { status: reply.status, ...bodyOf<{ code?: string; law?: { cite: string } }>(reply) };
};

test('ZJ-4 the centre urges a column that is late, once a working day; who bears it is told once, with the article', async () => {
  clock('2026-11-27 09:00');
  const [line, other] = (await lines('webmaster')).filter(({ mayUrge }) => mayUrge);
  expect(line).toMatchObject({ status: 'warned', mayUrge: true });
  expect((await lines('writer')).filter(({ mayUrge }) => mayUrge)).toEqual([]);
  expect(await urge('writer', line)).toMatchObject({
    code: 'not_supervisor',
    law: { cite: expect.stringContaining('第四条') },
  });
  const key = randomUUID();
  expect(await urge('webmaster', line, key)).toMatchObject({ status: 200 });
  // The same request again has one effect; another one comes too soon.
  expect(await urge('webmaster', line, key)).toMatchObject({ status: 200 });
  expect(await urge('webmaster', line)).toMatchObject({ status: 409, code: 'urged_today' });
  const now = (await lines('webmaster')).find((one) => one.key === line?.key);
  expect(now?.urged).toMatchObject({ n: 1 });
  expect(now?.mayUrge).toBeUndefined();
  expect(await urgedAlarms(w.db(), at('2026-11-27 09:01'))).toMatchObject([
    {
      ...{
        stage: 'urged',
        title: expect.stringContaining(line?.thing.name ?? '?'),
        says: expect.stringContaining('催办：'),
      },
      law: { cite: expect.stringContaining('第十四条') },
      persons: expect.arrayContaining([expect.any(String)]),
    },
  ]);
  // Two at once: one of them comes too late.
  const both = await Promise.all([urge('webmaster', other), urge('webmaster', other)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('what was urged on Friday is urged again on Monday; what is met, and what nobody bears, is not', async () => {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from door.event where kind = 'duty.urged'`.execute(w.db());
  expect(rows[0]?.n).toBe(2);
  clock('2026-11-28 10:00');
  const [line] = (await lines('webmaster')).filter(({ urged }) => urged);
  expect(await urge('webmaster', line)).toMatchObject({ code: 'urged_today' });
  clock('2026-11-30 10:00');
  expect((await lines('webmaster')).filter(({ status }) => status !== 'pending')).toEqual([]);
  expect(await urge('webmaster', line)).toMatchObject({ code: 'not_pressing' });
});
