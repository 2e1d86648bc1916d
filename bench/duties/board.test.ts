/** The board of a cluster with more units than a table lists: nothing is lost, only put on further pages. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoardView } from '../../server/contract/duties.ts';
import { table } from '../../server/contract/table.ts';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { boardOf, cellsOf } from '../../server/duties/board.ts';
import { ledgerAt } from '../../server/duties/ledger.ts';
import { type Asked, rowsMax } from '../../server/duties/places.ts';
import { dutiesRoutes } from '../../server/duties/routes.ts';
import { rebuild } from '../../server/duties/stored/advance.ts';
import { boardAt } from '../../server/duties/stored/page.ts';
import { setClock } from '../../server/now.ts';
import { copyIn, yearOf } from './events.ts';
import { type Made, makeWorld } from './world.ts';

const units = 250;
const at = new Date('2026-12-16T15:30:00+08:00');
let fresh: TestDatabase;
let made: Made;
const db = () => fresh.db;

beforeAll(async () => {
  fresh = await freshDatabase();
  const founded = new Date('2025-11-20T09:00:00+08:00');
  made = await makeWorld(db(), { sites: 3, columns: 20, units }, founded);
  const seq = await copyIn(db(), made, yearOf(made, 2_000, at.getTime()), founded);
  await sql`update duties.fold set seq = ${seq}, until = ${at}, world_seq = 1`.execute(db());
  await rebuild(db());
  setClock(at);
}, 60_000);
afterAll(async () => {
  setClock(undefined);
  await fresh.drop();
});

const board = async (query: object = {}): Promise<BoardView> => {
  const input = table.duties.board.in.parse(query);
  const answer = await dutiesRoutes.board({ db: db(), input, session: { person: made.person, login: '' } } as never);
  return table.duties.board.out.parse((answer as { body: unknown }).body);
};
const tableIn = ({ rules }: BoardView, kind: 'site' | 'unit') =>
  rules
    .flatMap(({ tables }) => tables)
    .find((one) => one.kind === kind) as BoardView['rules'][number]['tables'][number];
const names = (view: BoardView, kind: 'site' | 'unit') => tableIn(view, kind).rows.map(({ thing }) => thing.name);
/** What each row has broken, by the lines behind its cells. */
const troubles = (view: BoardView) =>
  tableIn(view, 'unit').rows.map(({ cells }) => cells.reduce((n, cell) => n + (cell?.trouble ?? 0), 0));
const added = ({ sums }: BoardView) => Object.values(sums).reduce((n, one) => n + one, 0);

test('R1 a table lists those in most trouble and says how many it leaves out; the sums count all, and every unit is on one of its pages', async () => {
  const first = await board();
  expect(names(first, 'site').toSorted()).toEqual(['网站1', '网站2', '网站3']);
  const unit = tableIn(first, 'unit');
  expect([unit.rows.length, unit.all, unit.page, unit.pages]).toEqual([rowsMax, units, 1, 3]);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from duties.line where status <> 'none'`.execute(
    db(),
  );
  expect(added(first)).toBe(rows[0]?.n);

  const alone = { adoption: first.rules[0]?.adoption, kind: 'unit' };
  const pages = [await board(alone), await board({ ...alone, page: 2 }), await board({ ...alone, page: 3 })];
  expect(pages.map((one) => one.rules.map(({ tables }) => tables.map(({ kind, page }) => [kind, page])))).toEqual([
    [[['unit', 1]]],
    [[['unit', 2]]],
    [[['unit', 3]]],
  ]);
  const all = pages.flatMap((one) => names(one, 'unit'));
  expect([all.length, new Set(all).size]).toEqual([units, units]);
  expect(names(pages[0] as BoardView, 'unit')).toEqual(names(first, 'unit'));
  expect(pages.map(added)).toEqual([
    added(pages[0] as BoardView),
    added(pages[0] as BoardView),
    added(pages[0] as BoardView),
  ]);
  // Whoever is in trouble stands before whoever is in none.
  const inTrouble = pages.flatMap(troubles).map((n) => n > 0);
  expect(inTrouble).toEqual([...inTrouble].toSorted((a, b) => Number(b) - Number(a)));
  expect(inTrouble.filter((one) => one).length).toBe(unit.trouble);
  // The page after the last one is the last one.
  expect(names(await board({ ...alone, page: 9 }), 'unit')).toEqual(names(pages[2] as BoardView, 'unit'));
  expect(names(await board({ rows: 'all' }), 'unit')).toEqual(all);
});

test('a unit is found by its name, wherever it stands; only what is in trouble can be listed', async () => {
  const one = await board({ name: '单位250' });
  expect([names(one, 'unit'), one.rules[0]?.tables.length]).toEqual([['单位250'], 1]);
  const { cells } = tableIn(one, 'unit').rows[0] ?? { cells: [] };
  expect(added(one)).toBe(cells.reduce((n, cell) => n + (cell?.lines ?? 0), 0));
  expect((await board({ name: '没有这个' })).rules).toEqual([]);

  const whole = await board({ rows: 'all' });
  const troubled = await board({ rows: 'all', only: 'trouble' });
  expect(troubles(troubled)).toEqual(troubles(whole).filter((n) => n > 0));
  expect(troubled.sums).toEqual(whole.sums);
});

test.each<Partial<Asked>>([{}, { name: '单位2' }, { only: 'trouble' }, { rows: 'all' }])(
  'R1 what is listed of the stored lines is what is listed of the events: %o',
  async (some) => {
    const [asked, now] = [{ page: 1, ...some }, at.getTime()];
    const stored = boardOf(await boardAt(db(), at, asked), now, false);
    expect(stored).toEqual(boardOf(cellsOf(await ledgerAt(db(), at), asked), now, false));
  },
);
