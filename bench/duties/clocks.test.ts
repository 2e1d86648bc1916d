/** Clocks of texts, made again from the facts: which texts have a line is looked for in SQL, and what it says is core's. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs } from '../../core/day.ts';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { rebuild } from '../../server/duties/stored/advance.ts';
import { compare } from '../../server/duties/stored/compare.ts';
import { random } from '../../world/random.ts';
import { copyIn, type Happened } from './events.ts';
import { type Made, makeWorld } from './world.ts';

const at = new Date('2026-12-16T15:30:00+08:00');
const founded = new Date('2025-11-20T09:00:00+08:00');
const hourMs = 3_600_000;
let fresh: TestDatabase;
let made: Made;

beforeAll(async () => {
  fresh = await freshDatabase();
  made = await makeWorld(fresh.db, { sites: 2, columns: 6, units: 4 }, founded);
}, 60_000);
afterAll(() => fresh.drop());

/** Handed in, approved and published after hours or weeks, or never; some of them once more. */
function texts(): readonly Happened[] {
  const chance = random(11);
  const facts: Happened[] = [];
  for (let i = 0; i < 600; i++) {
    const article = chance.uuid();
    const column = chance.whole(made.column.length);
    let now = at.getTime() - chance.whole(120) * dayMs - chance.whole(24) * hourMs;
    for (let round = 0; round < 1 + (chance.whole(5) === 0 ? 1 : 0); round++)
      for (const kind of ['article.submitted', 'article.approved', 'article.published']) {
        now += chance.whole(2) === 0 ? chance.whole(30) * hourMs : chance.whole(8) * dayMs;
        if (now > at.getTime() || chance.whole(12) === 0) break;
        facts.push({ at: now, kind, article, column });
      }
  }
  return facts.toSorted((a, b) => a.at - b.at);
}

test('R1 rebuilt from the facts, every text whose clock runs or stopped too late of late has its lines, and no other', async () => {
  const { db } = fresh;
  const seq = await copyIn(db, made, texts(), founded);
  await sql`update duties.fold set seq = ${seq}, until = ${at}, world_seq = 1`.execute(db);
  await rebuild(db);
  const { rows } = await sql<{ how: string; n: number }>`
    select case when done_at is not null then 'late' else status end as how, count(*)::int as n
      from duties.line where subject = 'article' group by 1`.execute(db);
  const many = Object.fromEntries(rows.map(({ how, n }) => [how, n]));
  expect(Object.keys(many).toSorted()).toEqual(['breached', 'late', 'pending', 'warned']);
  expect(many.late).toBeGreaterThan(50);
  expect((await compare(db, at)).differences).toEqual([]);
}, 60_000);
