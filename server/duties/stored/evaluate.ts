/** All kept lines made again at once. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Planned } from '../../../core/duty/plan.ts';
import type { Database } from '../../door/knock.ts';
import { later } from '../later.ts';
import { holders } from '../world.ts';
import { keysStored } from './anew.ts';
import { build } from './build.ts';
import { type GroundsOf, type Judged, judgedAt } from './judge.ts';
import { write } from './lines.ts';
import { moreMemory } from './memory.ts';
import { partsOf, type Read, readPart } from './part.ts';
import type { Planning } from './planning.ts';
import { settleSome, unsettled } from './settle.ts';
import { lookOver } from './texts.ts';

/**
 * In one transaction. `now`: at which instant; `upto`: the last fact that counts; `isNew`: no sum is there. Answers how many
 * lines are others than before. While core plans and judges, PostgreSQL looks for the next and writes the last.
 */
export async function evaluate(
  db: Database,
  planning: Planning,
  { upto, now, isNew }: { readonly upto: number; readonly now: number; readonly isNew: boolean },
): Promise<number> {
  await moreMemory(db);
  const texts = later(lookOver(db, planning, { upto, now, isNew }));
  const stored = later(keysStored(db));
  await breathe();
  await build(db, planning, upto, isNew ? texts : undefined);
  const parts = partsOf(planning, await stored, (await texts).shown);
  const then = { upto, now, filled: await holders(db, new Date(now)), isBare: !(await isThere(db)) };
  const read = (): Promise<Read> | undefined => {
    const { value } = parts.next();
    return value && later(readPart(db, planning, value, then));
  };
  const ahead = [read(), read()];
  let [writing, all] = [Promise.resolve(0), 0];
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const { plans, before, grounds } = await next;
    ahead.push(read());
    const judged = await judgedInTurns(plans, grounds, now);
    all += await writing;
    writing = later(write(db, judged, before));
  }
  all += await writing;
  const closed = await unsettled(db);
  while (closed.size > 0) (await settleSome(db, planning, { closed }))();
  return all;
}

async function isThere(db: Database): Promise<boolean> {
  const { rows } = await sql`select from duties.line limit 1`.execute(db);
  return rows.length > 0;
}

/** So many before others have their turn: what came from PostgreSQL, and what goes out to it. */
const atATime = 250;
async function judgedInTurns(plans: readonly Planned[], grounds: GroundsOf, now: number): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (let i = 0; i < plans.length; i += atATime) {
    judged.push(...judgedAt(plans.slice(i, i + atATime), grounds, now));
    await breathe();
  }
  return judged;
}

/** Sums and lines are thrown away, and made again from the facts; what is closed stays. */
export async function forget(db: Database): Promise<void> {
  await db.deleteFrom('duties.line').execute();
  await db.deleteFrom('duties.sum').execute();
  await db.deleteFrom('duties.loss').execute();
  await db.deleteFrom('duties.series').execute();
}
