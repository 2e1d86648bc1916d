/** The stored ledger over a real database, held against the slow way after every deed, every night, and every change of rules. */
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { text } from '../../county.fixture.ts';
import { setClock } from '../../now.ts';
import { regimes } from '../../regimes.fixture.ts';
import { walker } from '../../walk.fixture.ts';
import { boardOf, cellsOf } from '../board.ts';
import { ledgerAt } from '../ledger.ts';
import { judgedStates } from '../rule-state.ts';
import { advance, rebuild } from './advance.ts';
import { compare } from './compare.ts';
import { boardAt } from './page.ts';
import { type States, storedStates } from './states.ts';

const w = walker(regimes);
const at = (when: string) => new Date(`${when.replace(' ', 'T')}:00+08:00`);
const clock = (when: string) => setClock(at(when));
afterAll(() => setClock(undefined));

const approved = async (weight: 'general' | 'major') => {
  const id = randomUUID();
  const body = {
    columnId: w.c().column('qixiang', 'weather-news'),
    body: text('周末有雾', { facets: { weight, reach: 'section', sensitive: 'no' } }),
  };
  expect(await w.c().act('forecaster', 'submit', id, 0, body)).toMatchObject({ status: 200 });
  expect((await w.approve('administrator', id)).status).toBe(200);
  expect((await w.approve(weight === 'major' ? 'qxVice' : 'reviewer', id)).status).toBe(200);
  return id;
};
const withdrawn = async (id: string) => {
  const { version } = await w.at(id);
  const body = { everywhere: true, type: 'error', reason: 'error', words: '写错了' };
  expect((await w.c().act('administrator', 'withdraw', id, version, body)).status).toBe(200);
};
const counted = (states: States | undefined) =>
  states?.states.map(({ duty, status, n }) => `${duty} ${status} ${n}`).toSorted();
/** Brought up to an instant, nothing differs from what is judged from the events. */
const agrees = async (when: string) => {
  await advance(w.db(), at(when));
  const { lines, differences } = await compare(w.db(), at(when));
  expect([when, differences]).toEqual([when, []]);
  const now = at(when).getTime();
  const asked = { page: 1 };
  const board = boardOf(await boardAt(w.db(), at(when), asked), now, false);
  expect(board).toEqual(boardOf(cellsOf(await ledgerAt(w.db(), at(when)), asked), now, false));
  // And what the reader of each regulation counts.
  for (const { adoption } of board.rules) {
    const [stored, judged] = [storedStates(w.db(), adoption, at(when)), judgedStates(w.db(), adoption, at(when))];
    expect(counted(await stored)).toEqual(counted(await judged));
  }
  return lines;
};

test('R1 E4 every stored line is what the events say, after each deed and each day that passes', async () => {
  expect(await agrees('2030-09-30 09:00')).toBe(9);
  clock('2030-09-30 16:00');
  const first = await approved('general');
  await agrees('2030-09-30 16:00');
  clock('2030-09-30 17:00');
  await approved('major');
  for (const when of ['2030-09-30 17:00', '2030-10-01 04:59', '2030-10-01 05:00', '2030-10-01 16:01'])
    await agrees(when);
  clock('2030-10-02 18:00');
  expect((await w.publish('administrator', first)).status).toBe(200);
  await agrees('2030-10-02 18:00');
  for (let day = 3; day < 20; day++) await agrees(`2030-10-${String(day).padStart(2, '0')} 00:00`);
  clock('2030-10-20 10:00');
  const second = await approved('general');
  expect((await w.publish('administrator', second)).status).toBe(200);
  await withdrawn(second);
  await agrees('2030-10-20 10:00');
  await agrees('2030-12-31 23:59');
  await agrees('2031-01-01 00:00');
});

test('made again from the facts, sums and lines are the same', async () => {
  const rows = async () => [
    await w
      .db()
      .selectFrom('duties.line')
      .selectAll()
      .orderBy('adoptionId')
      .orderBy('duty')
      .orderBy('subjectId')
      .orderBy('part')
      .orderBy('nth')
      .execute(),
    [
      ...(await w.db().selectFrom('duties.sum').selectAll().execute()),
      ...(await w.db().selectFrom('duties.loss').selectAll().execute()),
    ]
      .map(({ seriesId: _, ...sum }) => JSON.stringify(sum))
      .toSorted(),
  ];
  const before = await rows();
  await rebuild(w.db());
  expect(await rows()).toEqual(before);
});
