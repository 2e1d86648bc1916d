/**
 * The ledger at pace: 300 sites with 60 columns each, 3,000 units, 27 duties over a year of events, through the product's own
 * fold, tick and board. MENHU_BENCH_EVENTS says how many (1,000,000); MENHU_BENCH_SITES how many sites. Goals: the design's
 * ledger page.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays, localDay, startOf } from '../core/day.ts';
import type { BoardView } from '../server/contract/duties.ts';
import { table } from '../server/contract/table.ts';
import { type Opened, openPool } from '../server/db/client.ts';
import { startPostgres } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { migrationsFolder } from '../server/db/package-root.ts';
import { openFolder } from '../server/db/testing.ts';
import type { Database } from '../server/door/knock.ts';
import { dutiesRoutes } from '../server/duties/routes.ts';
import { advance, rebuild } from '../server/duties/stored/advance.ts';
import { compare } from '../server/duties/stored/compare.ts';
import { tryDuties } from '../server/duties/trial.ts';
import { setClock } from '../server/now.ts';
import { byAct, underLoad } from './duties/acts.ts';
import { copyIn, yearOf } from './duties/events.ts';
import { benchText, bindingOf, type Made, makeWorld } from './duties/world.ts';
import { type Figure, ofRounds } from './figure.ts';

const events = Number(process.env.MENHU_BENCH_EVENTS ?? 1_000_000);
const sites = Number(process.env.MENHU_BENCH_SITES ?? 300);
const size = { sites, columns: 60, units: sites * 10 };
const at = new Date('2026-12-16T15:30:00+08:00');
const dayMs = 86_400_000;

export async function bench(): Promise<readonly Figure[]> {
  const folder = openFolder('bench-duties');
  const server = await startPostgres(join(folder, 'DATA'));
  try {
    await migrate(server.ownerUrl, migrationsFolder());
    const opened = openPool(server.url, { role: 'worker', max: 8 });
    const owner = openPool(server.ownerUrl, { role: 'owner', max: 1 });
    try {
      return await measured(opened, owner);
    } finally {
      await owner.close();
      await opened.close();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it is doing, since at full size that takes minutes. */
const began = performance.now();
const tell = (what: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${what}`);

async function measured({ db }: Opened, owner: Opened): Promise<readonly Figure[]> {
  const founded = new Date(at.getTime() - 400 * dayMs);
  tell(`makes a world of ${sites} sites and a year of ${events} events`);
  const made = await makeWorld(db, size, founded);
  const last = await copyIn(db, made, yearOf(made, events, at.getTime()), founded);
  await owner.db.executeQuery(sql`analyze`.compile(owner.db));
  // As if it had been folded all along; then everything is made again.
  await sql`update duties.fold set seq = ${last}, until = ${at}, world_seq = 1`.execute(db);
  const figures: Figure[] = [{ name: 'events', value: last, unit: 'facts' }];
  tell('makes sums and lines, twice');
  figures.push(...(await first(db, owner)));
  await owner.db.executeQuery(sql`analyze`.compile(owner.db));
  tell('tries a text over the year');
  figures.push(await trial(db, made));
  tell('reads the board, and looks whether anything is due');
  figures.push(...(await board(db, made)), await idle(db));
  tell('acts, one by one and 80 in a second');
  figures.push(...(await byAct(db, made, at)), ...(await underLoad(db, made, at)));
  tell('holds lines against the events');
  figures.push(await agrees(db, new Date(at.getTime() + 60_000)));
  tell('goes through a midnight, two weeks and New Year');
  figures.push(...(await throughTime(db)));
  return figures;
}

const once = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

async function first(db: Database, owner: Opened): Promise<readonly Figure[]> {
  const whole = await once(() => rebuild(db));
  const lines = Number((await sql<{ n: number }>`select count(*)::int as n from duties.line`.execute(db)).rows[0]?.n);
  const sums = Number((await sql<{ n: number }>`select count(*)::int as n from duties.sum`.execute(db)).rows[0]?.n);
  // Empty as on the first day: deleted rows would be met again at every look into the key.
  await owner.db.executeQuery(sql`truncate duties.line`.compile(owner.db));
  const fromSums = await once(() => rebuild(db, { sums: false }));
  return [
    { name: 'lines', value: lines, unit: 'lines', note: `${sums} sums` },
    { name: 'first evaluation, sums to build', value: whole, unit: 'ms', note: 'goal 6,000' },
    { name: 'first evaluation from sums', value: fromSums, unit: 'ms', note: 'goal 3,000' },
  ];
}

async function trial(db: Database, made: Made): Promise<Figure> {
  let lines = 0;
  const ms = await once(async () => {
    const since = addDays(localDay(at), -365);
    const { duties } = await tryDuties(db, benchText(), bindingOf(made.root, made.unit), since, at);
    lines = [...duties.values()].reduce((sum, { all }) => sum + all.lines, 0);
  });
  return { name: 'try of a year', value: ms, unit: 'ms', note: `goal 8,000; ${lines} verdicts` };
}

/** As a page asks for it, up to the bytes that are sent. */
async function board(db: Database, { person }: Made): Promise<readonly Figure[]> {
  const times: number[] = [];
  let [cells, bytes] = [0, 0];
  setClock(at);
  for (let round = 0; round < 8; round++) {
    const ms = await once(async () => {
      const input = table.duties.board.in.parse({});
      const answer = await dutiesRoutes.board({ db, input, session: { person, login: '' } } as never);
      const { body } = answer as { body: BoardView };
      bytes = Buffer.byteLength(JSON.stringify(body));
      const rows = body.rules.flatMap(({ tables }) => tables.flatMap((one) => one.rows));
      cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== null)).length;
    });
    if (round > 0) times.push(ms);
  }
  setClock(undefined);
  return [{ ...ofRounds('board', 'ms', times), note: `goal 200; ${cells} cells, ${Math.round(bytes / 1000)} KB` }];
}

async function idle(db: Database): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < 50; round++) times.push(await once(() => advance(db, at)));
  return { ...ofRounds('a tick with nothing due', 'ms', times), note: 'goal 5' };
}

async function agrees(db: Database, now: Date): Promise<Figure> {
  await advance(db, now);
  const { lines, differences } = await compare(db, now);
  for (const one of differences.slice(0, 5)) console.error(one);
  return { name: 'lines that differ from the events', value: differences.length, unit: 'lines', note: `of ${lines}` };
}

/** Each of these moments is reached from the one before it. */
async function throughTime(db: Database): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const moments: readonly (readonly [string, string, string])[] = [
    ['a midnight', '2026-12-17', 'goal 1,000'],
    ['two weeks slept through', '2026-12-31', 'no period is skipped'],
    ['New Year', '2027-01-01', 'goal 10,000'],
  ];
  for (const [name, day, goal] of moments) {
    const steps: number[] = [];
    let before = performance.now();
    const each = () => {
      steps.push(performance.now() - before);
      before = performance.now();
    };
    const ms = await once(() => advance(db, new Date(startOf(day)), { each }));
    figures.push({ name, value: ms, unit: 'ms', note: goal });
    figures.push({ name: `${name}, longest transaction`, value: Math.max(...steps), unit: 'ms', note: 'goal 500' });
  }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from duties.closed`.execute(db);
  return [...figures, { name: 'closed periods', value: rows[0]?.n ?? 0, unit: 'rows' }];
}
