/** Exemptions over a real database: who gives them, what is refused, what the ledger makes of them, stored and judged anew. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { act } from '../act.ts';
import type { LedgerLine } from '../contract/duties.ts';
import type { ExemptionLine } from '../contract/exemptions.ts';
import { text } from '../county.fixture.ts';
import { setClock } from '../now.ts';
import { regimes } from '../regimes.fixture.ts';
import { walker } from '../walk.fixture.ts';
import { exemptionRoutes } from './exemption-routes.ts';
import { dutiesRoutes } from './routes.ts';
import { advance } from './stored/advance.ts';
import { judgedAgain } from './stored/again.fixture.ts';
import { compare } from './stored/compare.ts';

const w = walker(regimes);
const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
const clock = (when: string) => setClock(at(when));
afterAll(() => setClock(undefined));
const routes = exemptionRoutes(act);

const approved = async () => {
  const id = randomUUID();
  const facets = { weight: 'general', reach: 'section', sensitive: 'no' };
  const body = { columnId: w.c().column('qixiang', 'weather-news'), body: text('周末有雾', { facets }) };
  expect(await w.c().act('forecaster', 'submit', id, 0, body)).toMatchObject({ status: 200 });
  expect((await w.approve('administrator', id)).status).toBe(200);
  expect((await w.approve('reviewer', id)).status).toBe(200);
  return id;
};
const asks = (name: string) =>
  ({ db: w.db(), session: { person: w.c().person(name), login: name }, address: '10.0.0.7' }) as never as object;
const bodyOf = <T>(reply: object) => ('body' in reply ? reply.body : undefined) as T;
/** The 24 hours of QX-8.1: one line for each text. */
const clocks = async (name = 'qxMain') => {
  const { items } = bodyOf<{ items: LedgerLine[] }>(await dutiesRoutes.lines({ ...asks(name), input: {} } as never));
  return items.filter(({ duty }) => duty.key.endsWith(' publish-general'));
};
const give = async (name: string, line: LedgerLine | undefined, days: readonly [string, string], more: object = {}) => {
  const [from, until] = days;
  const what = { duty: line?.duty.key, thing: line?.thing.id, from, until, words: '机房停电检修', key: randomUUID() };
  const reply = await routes.give({ ...asks(name), input: { ...what, ...more } } as never);
  return { status: reply.status, ...bodyOf<{ code?: string; message?: string; law?: { cite: string } }>(reply) };
};
const takeBack = async (name: string, id: string | undefined) =>
  bodyOf<object>(
    await routes.takeBack({ ...asks(name), input: { id, words: '提前恢复', key: randomUUID() } } as never),
  );
/** Stored lines and closed periods say what is judged from the events. */
const agrees = async (when: string) => {
  await advance(w.db(), at(when));
  expect((await compare(w.db(), at(when))).differences).toEqual([]);
  expect((await judgedAgain(w.db())).others).toEqual([]);
};
const october: readonly [string, string] = ['2030-09-30', '2030-10-05'];

test('R1 QX-8.1 the main leader lets a text off its 24 hours: exempt from then on, with who and why, and so it stays when it goes out late', async () => {
  clock('2030-09-30 16:00');
  const id = await approved();
  const [line] = await clocks();
  expect([line?.status, line?.may]).toEqual(['pending', 'exempt']);
  expect([(await clocks('administrator'))[0]?.may, (await clocks('forecaster'))[0]?.may]).toEqual([
    undefined,
    undefined,
  ]);
  clock('2030-09-30 17:00');
  expect(await give('qxMain', line, october)).toMatchObject({ status: 200 });
  await agrees('2030-09-30 17:00');
  clock('2030-10-02 09:00');
  const [exempt] = await clocks();
  expect(exempt).toMatchObject({
    ...{ status: 'exempt', words: '豁免至 10-05', may: 'take_back' },
    exemption: { by: { name: 'qxMain' }, reason: '机房停电检修', from: '2030-09-30', until: '2030-10-05' },
  });
  expect(exempt?.evidence.map(({ name }) => name)).toEqual(['同意，审批完成', '给予豁免']);
  expect((await w.publish('administrator', id)).status).toBe(200);
  expect((await clocks())[0]).toMatchObject({ status: 'exempt' });
  await agrees('2030-10-02 09:00');
});

test('R1 a breach can’t be let off afterwards; whoever bears a duty, or has no right, is refused, and every wrong day is said', async () => {
  clock('2030-10-20 16:00');
  await approved();
  const [line] = await clocks();
  const days: readonly [string, string] = ['2030-10-20', '2030-10-25'];
  expect(await give('forecaster', line, days)).toMatchObject({ status: 409, code: 'not_exempter' });
  expect(await give('administrator', line, days)).toMatchObject({
    ...{ status: 409, code: 'own_duty' },
    law: { cite: expect.stringContaining('第八条') },
  });
  expect(await give('qxMain', line, ['2030-10-19', '2030-10-25'])).toMatchObject({ code: 'exempt_past' });
  expect(await give('qxMain', line, ['2030-10-25', '2030-10-24'])).toMatchObject({ code: 'exempt_reversed' });
  expect(await give('qxMain', line, ['2030-10-20', '2031-10-21'])).toMatchObject({ code: 'exempt_long' });
  expect(await give('qxMain', line, days, { thing: randomUUID() })).toMatchObject({ code: 'no_such_line' });
  clock('2030-10-21 16:01');
  expect((await clocks()).map(({ status, may }) => [status, may])).toEqual([
    ['breached', undefined],
    ['exempt', undefined],
  ]);
  expect(await give('qxMain', line, ['2030-10-21', '2030-10-25'])).toMatchObject({ code: 'exempt_over' });
});

test('R1 what was taken back is owed again, once; the list names what is in force and who gave it', async () => {
  clock('2030-11-20 10:00');
  await approved();
  const line = (await clocks()).find(({ status }) => status === 'pending');
  expect(await give('qxMain', line, ['2030-11-20', '2030-11-30'])).toMatchObject({ status: 200 });
  expect(await give('qxMain', line, ['2030-11-30', '2030-12-02'])).toMatchObject({ code: 'exempt_twice' });
  const list = async (name: string) =>
    bodyOf<{ items: ExemptionLine[] }>(await routes.list({ ...asks(name), input: {} } as never)).items;
  const [one, ...rest] = await list('qxMain');
  expect(rest).toEqual([]);
  expect(one).toMatchObject({
    ...{ until: '2030-11-30', reason: '机房停电检修', by: { name: 'qxMain' }, may: 'take_back', subject: '稿件' },
    duty: { law: { cite: expect.stringContaining('第八条') } },
  });
  expect((await list('forecaster'))[0]?.may).toBeUndefined();
  expect(await takeBack('forecaster', one?.id)).toMatchObject({ code: 'not_exempter' });
  clock('2030-11-20 12:00');
  expect(await takeBack('qxMain', one?.id)).toEqual({ id: one?.id });
  expect(await takeBack('qxMain', one?.id)).toMatchObject({ code: 'exemption_over' });
  expect(await list('qxMain')).toEqual([]);
  await agrees('2030-11-20 12:00');
  clock('2030-11-21 10:01');
  expect((await clocks())[0]?.status).toBe('breached');
  await agrees('2030-11-21 10:01');
});
