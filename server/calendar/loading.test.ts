/** Loading working days in the console: who may, what is said before, and that deadlines go by the new days at once. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { workdayAt } from '../../core/calendar.ts';
import { act } from '../act.ts';
import { calendarAt } from '../calendar-of.ts';
import type { CalendarRights, CheckedDays } from '../contract/calendar.ts';
import { calendar as rows } from '../contract/calendar.ts';
import { now } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { calendarRoutes } from './routes.ts';

const w = walker();
const routes = calendarRoutes(act);
const asks = (name: string) => ({
  db: w.db(),
  bytes: Buffer.alloc(0),
  session: { person: w.c().person(name), login: name },
  address: '10.0.0.7',
  http: { token: undefined, setCookie: () => undefined },
});
const bodyOf = (reply: { status: number } | { body: unknown }) => ('body' in reply ? reply.body : undefined);
const rights = async (name: string): Promise<CalendarRights> =>
  rows.rights.out.parse(bodyOf(await routes.rights({ ...asks(name), input: {} })));
const check = async (text: string, unit?: string): Promise<CheckedDays> =>
  rows.check.out.parse(bodyOf(await routes.check({ ...asks('writer'), input: { text, ...(unit && { unit }) } })));
const load = async (name: string, text: string, more: { unit?: string; seen?: string } = {}) => {
  const reply = await routes.load({ ...asks(name), input: { text, seen: '', key: randomUUID(), ...more } });
  const body = bodyOf(reply) as { code?: string; law?: { cite: string }; reasons?: string[] };
  return { status: reply.status, code: body.code, law: body.law?.cite, reasons: body.reasons };
};
/** Invented: the real arrangement for 2031 is not out. */
const year = (...more: readonly string[]) =>
  ['日期,休或班,节日', '2031-01-01,休,元旦', '2031-05-01,休,劳动节', '2031-10-01,休,国庆节', ...more].join('\n');

test('the centre’s administrator may load everybody’s days and every unit’s, a branch’s its own; who may is told with the article', async () => {
  const [centre, branch, writer] = [await rights('webmaster'), await rights('branchAdmin'), await rights('writer')];
  const names = ({ units }: CalendarRights) => units.map(({ name }) => name);
  expect([centre.isForAll, branch.isForAll, writer.isForAll]).toEqual([true, false, false]);
  expect(names(centre)).toContain('云溪分局');
  expect(names(branch)).toEqual(['云溪分局', '云溪综合科']);
  expect(names(writer)).toEqual([]);
  expect(centre.by.map(({ says, law }) => [says, law.cite])).toEqual([
    ['局信息化中心的网站管理员', '《市质监局门户网站管理规定》第四条（二）'],
  ]);
});

test('every slip of a file is told with its line before anything is loaded, also when it is sent all the same', async () => {
  const wrong = year('2031-10-03,班,国庆节', '2031-02-30,休,春节', '2031-10-04,歇,国庆节');
  const all = [
    '第 5 行：10 月 3 日（星期五）本来就上班，不能是补班：请核对日期',
    '第 6 行：没有“2031-02-30”这一天：日期写成 2031-10-01',
    '第 7 行：不认识“歇”：写休或班',
  ];
  expect((await check(wrong)).faults.map(({ line, message }) => `第 ${line} 行：${message}`)).toEqual(all);
  expect(await load('webmaster', wrong)).toMatchObject({ status: 422, code: 'calendar_wrong', reasons: all });
  // Whether the list is whole is asked once all of it can be read.
  const half = await check('2031-01-01,休,元旦');
  expect(half.faults.map(({ message }) => message.slice(0, 5))).toEqual(['缺少劳动节', '缺少国庆节']);
  expect((await calendarAt(w.db(), now())).years.has(2031)).toBe(false);
});

test('E4 what is new is told, loaded once by who has the right, and days are sure from then on', async () => {
  const first = await check(year());
  expect(first.found).toMatchObject({ year: 2031, off: 3, worked: 0, isNew: true, seen: '' });
  expect(await load('branchAdmin', year())).toMatchObject({
    ...{ status: 409, code: 'not_loader' },
    law: '《市质监局门户网站管理规定》第四条（二）',
  });
  expect(await load('webmaster', year())).toMatchObject({ status: 200 });
  expect(workdayAt('2031-10-01', await calendarAt(w.db(), now()))).toEqual({ isWorkday: false, isSure: true });

  const newer = year('2031-10-02,休,国庆节');
  const second = await check(newer);
  expect(second.found).toMatchObject({
    isNew: false,
    changes: [{ on: '2031-10-02', is: { on: '2031-10-02', isOff: true, name: '国庆节' } }],
  });
  // Two who saw the same don't both load.
  expect(await load('webmaster', newer)).toMatchObject({ status: 409, code: 'calendar_meanwhile' });
  expect(await load('webmaster', newer, { seen: second.found?.seen ?? '' })).toMatchObject({ status: 200 });
});

test('a unit’s own days are its administrator’s, and hold for it and below', async () => {
  const unit = w.c().unit('云溪分局');
  const days = '2031-06-24,休,地方节日';
  expect((await check(days, unit)).found).toMatchObject({ year: 2031, off: 1, isNew: true });
  expect(await load('branchAdmin', days, { unit: w.c().unit('质量处') })).toMatchObject({ code: 'not_loader' });
  expect(await load('branchAdmin', days, { unit })).toMatchObject({ status: 200 });
  const on = async (of?: string) => workdayAt('2031-06-24', await calendarAt(w.db(), now(), of)).isWorkday;
  expect([await on(), await on(w.c().unit('云溪综合科'))]).toEqual([true, false]);
});
