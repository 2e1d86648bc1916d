/** Being away over a real database: who may say it, what is refused, who acts meanwhile and on which ground. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addDays, type Day, localDay, startOf } from '../../core/day.ts';
import { act } from '../act.ts';
import { allWaiting, today } from '../content/lists.ts';
import { placementView } from '../content/view.ts';
import type { AbsencesView } from '../contract/absences.ts';
import type { PlacementView } from '../contract/views.ts';
import { text } from '../county.fixture.ts';
import { now } from '../now.ts';
import { staff } from '../registers/staff.ts';
import { walker } from '../walk.fixture.ts';
import { absenceRoutes } from './absence-routes.ts';

const w = walker();
const routes = absenceRoutes(act);
const asks = (name: string) =>
  ({ db: w.db(), session: { person: w.c().person(name), login: name }, address: '10.0.0.7' }) as never as object;
const day = (n: number): Day => addDays(localDay(now()), n);
type Said = { readonly status: number; readonly code?: string; readonly id?: string };
const said = (reply: object): Said => ({ ...reply, ...('body' in reply ? (reply.body as object) : {}) }) as Said;

const away = async (name: string, from: number, until: number, by = name, words?: string) => {
  const input = { id: w.c().person(name), from: day(from), until: day(until), words, key: randomUUID() };
  return said(await routes.register({ ...asks(by), input } as never));
};
const back = async (id: string | undefined, by: string, until?: number) => {
  const input = { id, ...(until === undefined ? {} : { until: day(until) }), key: randomUUID() };
  return said(await routes.shorten({ ...asks(by), input } as never));
};
const listed = async (name: string, by = name) => {
  const reply = await routes.list({ ...asks(by), input: { id: w.c().person(name) } } as never);
  return (reply as { body: AbsencesView }).body;
};
const waitsFor = async (name: string, id: string, at = now()) =>
  (await today(w.db(), w.c().person(name), at)).items.find(({ placementId }) => placementId === id)?.note;
const seen = async (name: string, id: string) =>
  (await placementView(w.db(), id, w.c().person(name), now())) as PlacementView;
/** Midday of a day to come. */
const noon = (n: number) => new Date(startOf(day(n)) + 12 * 3_600_000);
const mmdd = (n: number) => (day(n).slice(0, 4) === day(0).slice(0, 4) ? day(n).slice(5) : day(n));

test('ZJ-13.2 while the head is away the step is the vice leader’s, who is told why; the record says on which ground he acted', async () => {
  const id = await w.sent();
  expect(await waitsFor('head', id)).toBe('质量处报送，第 1 稿');
  expect(await waitsFor('vice', id)).toBeUndefined();
  const one = await away('head', 0, 9);
  expect(one.status).toBe(200);
  const name = (await listed('head')).person.name;
  expect(await waitsFor('head', id)).toBeUndefined();
  expect(await waitsFor('vice', id)).toBe(`${name}外出至 ${mmdd(9)}，由您代办：质量处报送，第 1 稿`);
  expect((await seen('writer', id)).chain?.steps[0]).toMatchObject({
    people: [{ id: w.c().person('vice') }],
    note: expect.stringMatching(new RegExp(`^${name}外出至 ${mmdd(9)}，由.*代办$`)),
  });
  // The last day belongs to it, and the day after doesn't.
  expect([await waitsFor('vice', id, noon(9)), await waitsFor('head', id, noon(10))]).toEqual([
    expect.stringContaining('由您代办'),
    '质量处报送，第 1 稿',
  ]);
  expect(await w.approve('vice', id)).toMatchObject({ status: 200 });
  const { history } = await seen('writer', id);
  expect(history.at(-1)).toMatchObject({ kind: 'article.step_taken', standsIn: '该办的人外出，代办' });
  expect(await back(one.id, 'head')).toMatchObject({ status: 200 });
});

test('whoever is back has his steps again; who is away and acts all the same may, and stands in for nobody', async () => {
  const [first, second] = [await w.sent(), await w.sent()];
  const one = await away('head', 0, 3);
  expect(await waitsFor('vice', first)).toContain('代办');
  expect(await w.approve('head', first)).toMatchObject({ status: 200 });
  expect((await seen('writer', first)).history.at(-1)?.standsIn).toBeUndefined();
  expect(await back(one.id, 'head')).toMatchObject({ status: 200 });
  expect([await waitsFor('vice', second), await waitsFor('head', second)]).toEqual([undefined, '质量处报送，第 1 稿']);
  expect((await w.approve('vice', second)).body).toMatchObject({ code: 'not_your_role' });
  expect(await w.approve('head', second)).toMatchObject({ status: 200 });
});

test('A3 a stand-in who had a hand in the text doesn’t act for whoever is away: it waits, and says until when', async () => {
  // He is an undertaker there as well, and wrote it himself.
  await w
    .db()
    .insertInto('people.holding')
    .values({
      id: randomUUID(),
      personId: w.c().person('vice'),
      post: 'undertaker',
      unitId: w.c().unit('质量处'),
      fromAt: now(),
      untilAt: null,
    })
    .execute();
  const id = randomUUID();
  const more = { columnId: w.c().column('www', 'law'), body: text('分管领导写的稿件') };
  expect(await w.c().act('vice', 'submit', id, 0, more)).toMatchObject({ status: 200 });
  const one = await away('head', 0, 2);
  expect(await waitsFor('vice', id)).toBeUndefined();
  expect((await w.approve('vice', id)).body).toMatchObject({ code: 'not_your_role' });
  expect((await seen('writer', id)).chain?.steps[0]?.note).toMatch(/外出至 .*，回来后办理$/);
  expect(await waitsFor('head', id)).toBe('质量处报送，第 1 稿');
  expect(await back(one.id, 'head')).toMatchObject({ status: 200 });
  await sql`update people.holding set until_at = now() where person_id = ${w.c().person('vice')} and post = 'undertaker'`.execute(
    w.db(),
  );
});

test('a step without a stand-in waits for whoever is away; no right passes on', async () => {
  const id = await w.sent();
  expect(await w.approve('head', id)).toMatchObject({ status: 200 });
  const one = await away('secrecy', 0, 5);
  expect((await seen('writer', id)).chain?.steps[1]).toMatchObject({
    people: [{ id: w.c().person('secrecy') }],
    note: expect.stringMatching(/外出至 .*，回来后办理$/),
  });
  expect((await w.approve('vice', id)).status).toBeGreaterThanOrEqual(400);
  expect(await back(one.id, 'secrecy')).toMatchObject({ status: 200 });
});

test('one says it for himself; for somebody else whoever may take him off his posts, and nobody else', async () => {
  const [mine, main] = [await listed('writer'), await listed('writer', 'main')];
  expect([mine.may, main.may, (await listed('writer', 'colleague')).may]).toEqual([true, true, false]);
  expect(await away('writer', 1, 3, 'colleague')).toMatchObject({ status: 409, code: 'not_for_him' });
  const one = await away('writer', 1, 3, 'main', '因病请假');
  expect(one.status).toBe(200);
  expect((await listed('writer')).items).toEqual([
    { id: one.id, from: day(1), until: day(3), running: false, by: expect.anything(), words: '因病请假' },
  ]);
  // Why is nobody else's business.
  expect((await listed('writer', 'colleague')).items[0]?.words).toBeUndefined();
  expect(await back(one.id, 'colleague')).toMatchObject({ status: 409, code: 'not_for_him' });
  expect(await back(one.id, 'writer', 2)).toMatchObject({ status: 200 });
  expect((await listed('writer')).items[0]?.until).toBe(day(2));
  expect(await back(one.id, 'writer')).toMatchObject({ status: 200 });
  expect((await listed('writer')).items).toEqual([]);
});

test('what is over, the wrong way round, too long or there already is refused; each act is in the log', async () => {
  const one = await away('lawyer', 2, 4);
  const codes = await Promise.all(
    [
      [-1, 3],
      [6, 5],
      [6, 6 + 366],
      [4, 6],
    ].map(async ([from = 0, until = 0]) => (await away('lawyer', from, until)).code),
  );
  expect(codes).toEqual(['absence_past', 'absence_reversed', 'absence_long', 'absence_twice']);
  expect(await back(one.id, 'lawyer', 4)).toMatchObject({ code: 'not_shorter' });
  expect(await back(one.id, 'lawyer')).toMatchObject({ status: 200 });
  expect(await back(one.id, 'lawyer')).toMatchObject({ code: 'absence_over' });
  expect(await back(randomUUID(), 'lawyer')).toMatchObject({ status: 404 });
  const { rows } = await sql`
    select kind, subject_id, after ->> 'until' as until from door.event
     where kind like 'absence.%' and subject_id = ${w.c().person('lawyer')} order by seq`.execute(w.db());
  expect(rows).toEqual([
    { kind: 'absence.registered', subjectId: w.c().person('lawyer'), until: day(4) },
    { kind: 'absence.shortened', subjectId: w.c().person('lawyer'), until: null },
  ]);
});

test('of two that come at once for the same days one is registered', async () => {
  const both = await Promise.all([away('clerk', 3, 6), away('clerk', 5, 8)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await listed('clerk')).items.length).toBe(1);
});

test('the register of people says who is away today and until when; notices go to who is here', async () => {
  const id = await w.sent('law', {});
  await w.approve('head', id);
  const one = await away('colleague', 0, 4);
  await away('head', 1, 4);
  const { units } = await staff(w.db(), day(0), now());
  const holders = units.flatMap(({ positions }) => positions.flatMap((each) => each.holders));
  const until = (name: string) => holders.find(({ person }) => person.id === w.c().person(name))?.away;
  expect([until('colleague'), until('head'), until('writer')]).toEqual([day(4), undefined, undefined]);
  await w.approve('secrecy', id);
  const told = async () =>
    (await allWaiting(w.db(), now())).find(({ duty }) => duty.placementId === id)?.persons.toSorted();
  expect(await told()).toEqual([w.c().person('writer')]);
  expect(await back(one.id, 'colleague')).toMatchObject({ status: 200 });
  expect(await told()).toEqual([w.c().person('colleague'), w.c().person('writer')].toSorted());
});
