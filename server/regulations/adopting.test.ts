/** Adopting in the console: who may, what is said before, and that the act leaves the same as the command line's. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { localDay } from '../../core/day.ts';
import { act } from '../act.ts';
import type { Binding, Checked } from '../contract/adoption.ts';
import { packageRoot } from '../db/package-root.ts';
import { now } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { adoptionRoutes } from './routes.ts';

const w = walker();
const routes = adoptionRoutes(act);
const today = localDay(now());
const substation = readFileSync(join(packageRoot(), 'regulations/substation-portal.md'), 'utf8');
/** A second version, with a reading to agree to and a column more. */
const second = substation
  .replace('version: 1', 'version: 2')
  .replace('for: { site: sub }\nsteps:', 'for: { site: sub }\nreading: 科室负责人一人批即可\nsteps:')
  .replace('own: allowed', '  - { id: open, name: 公开事项, nature: static, lead: office }\nown: allowed');

const asks = (name: string) => ({
  db: w.db(),
  bytes: Buffer.alloc(0),
  session: { person: w.c().person(name), login: name },
  address: '10.0.0.7',
  http: { token: undefined, setCookie: () => undefined },
});
const bodyOf = <T>(reply: { status: number } | { body: unknown }) => ('body' in reply ? reply.body : undefined) as T;
const check = async (source: string) =>
  bodyOf<{ faults: { line: number }[]; questions?: { roles: unknown[] }; last?: { binding: Binding } }>(
    await routes.check({ ...asks('branchAdmin'), input: { source, unit: w.c().unit('云溪分局') } }),
  );
const wanted = (change: object = {}) => ({
  ...{ source: second, unit: w.c().unit('云溪分局'), from: today, home: [], leads: {}, values: {} },
  roles: { section: [w.c().unit('云溪综合科')], office: [w.c().unit('云溪综合科')] },
  readings: ['flow own-site'],
  ...change,
});
type Plan = { mayAdopt: boolean; seen: number; reasons: string[]; replaces: string[]; columns: string[] };
const plan = async (name: string, change: object = {}) =>
  bodyOf<Plan>(await routes.plan({ ...asks(name), input: wanted(change) }));
const adopt = async (name: string, seen: number, change: object = {}) => {
  const reply = await routes.adopt({ ...asks(name), input: { ...wanted(change), seen, key: randomUUID() } });
  return { status: reply.status, ...bodyOf<{ code?: string; reasons?: string[] }>(reply) };
};
const adoptions = async () =>
  (await sql`select id, until_on from regulations.adoption order by id`.execute(w.db())).rows;

test('a text with a fault is answered with the place of it; a sound one with what it asks, and how it was answered last', async () => {
  const bad = await check(second.replace('act: approve', 'act: aprove'));
  expect(bad.questions).toBeUndefined();
  expect(bad.faults).toContainEqual(expect.objectContaining({ line: 59, message: expect.stringContaining('approve') }));
  const sound = await check(second);
  expect(sound.questions).toMatchObject({
    ...{ slug: 'substation-portal', version: 2, earliest: today },
    roles: [
      { id: 'section', name: '分局科室', many: true },
      { id: 'office', name: '分局综合科', many: false },
    ],
    readings: [{ id: 'flow own-site', cite: '《分局子网站信息发布细则》第四条', says: '科室负责人一人批即可' }],
  });
  // The reading is new: it is agreed to anew.
  expect(sound.last?.binding).toMatchObject({ roles: { office: [w.c().unit('云溪综合科')] }, readings: [] });
});

test('a value that a text leaves open for each site names the sites that are there', async () => {
  const zj = readFileSync(join(packageRoot(), 'regulations/zj-portal.md'), 'utf8');
  const asked = await routes.check({ ...asks('branchAdmin'), input: { source: zj, unit: w.c().unit('局') } });
  const values = bodyOf<Checked>(asked).questions?.values ?? [];
  expect(values.find(({ id }) => id === 'backup-cycle')?.each).toEqual({
    kind: '网站',
    of: [
      { id: expect.any(String), name: '局网站' },
      { id: expect.any(String), name: '云溪分局网站' },
    ],
  });
  expect(values.filter(({ each }) => each).map(({ id }) => id)).toEqual(['backup-cycle']);
});

test('the plan says what is replaced, what opens and every reason against, and changes nothing', async () => {
  const before = await adoptions();
  expect(await plan('branchAdmin')).toMatchObject({
    ...{ mayAdopt: true, seen: 1, reasons: [] },
    replaces: [`代替第 1 版（2020-01-01 起施行，到 ${today} 为止）；没有按它正在办的稿件`],
    columns: expect.arrayContaining(['  采用时就开 1 个：公开事项']),
  });
  const { reasons } = await plan('branchAdmin', { readings: [], from: '2020-01-01', roles: { section: [] } });
  expect(reasons).toEqual([
    `施行日期不能早于今天（${today}）：规定不能倒过去施行`,
    '“分局科室”还没有对应到单位',
    '“分局综合科”还没有对应到单位',
    '这一读法还没有确认：科室负责人一人批即可（《分局子网站信息发布细则》第四条）',
  ]);
  expect(await adoptions()).toEqual(before);
});

test('A11 whoever has no right to adopt is refused, and so is a day that has passed or what somebody else has overtaken', async () => {
  const before = await adoptions();
  expect((await plan('branchWriter')).mayAdopt).toBe(false);
  expect(await adopt('branchWriter', 1)).toMatchObject({ status: 409, code: 'not_adopter' });
  expect(await adopt('branchAdmin', 1, { from: '2020-01-01' })).toMatchObject({
    ...{ status: 409, code: 'not_adoptable' },
    reasons: [`施行日期不能早于今天（${today}）：规定不能倒过去施行`],
  });
  expect(await adopt('branchAdmin', 0)).toMatchObject({ status: 409, code: 'adopted_meanwhile' });
  expect(await adoptions()).toEqual(before);
});

test('the administrator adopts: in force, signed with who and from where, and of two who saw the same only one', async () => {
  expect(await adopt('branchAdmin', 1)).toMatchObject({ status: 200 });
  expect(await adopt('branchAdmin', 1)).toMatchObject({ status: 409, code: 'adopted_meanwhile' });
  const { rows } = await sql`
    select a.from_on::text, a.until_on, a.by_person, e.kind, e.person, e.address
      from regulations.adoption a join regulations.version v on v.id = a.version_id
      join door.event e on e.version_id = v.id where v.number = 2`.execute(w.db());
  const person = w.c().person('branchAdmin');
  expect(rows).toEqual([
    { fromOn: today, untilOn: null, byPerson: person, kind: 'regulation.adopted', person, address: '10.0.0.7' },
  ]);
  const { items } = bodyOf<{ items: { id: string; version: number; from: string }[] }>(
    await routes.library({ ...asks('branchAdmin'), input: {} }),
  );
  const mine = items.find(({ from }) => from === '云溪分局采用过');
  expect(mine?.version).toBe(2);
  expect(bodyOf(await routes.text({ ...asks('branchAdmin'), input: { id: mine?.id ?? '' } }))).toEqual({
    source: second,
  });
});
