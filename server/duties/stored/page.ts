/** What a page does before it reads stored lines: brings them up to now, so that whoever acted sees his own act. */
import type { Database } from '../../door/knock.ts';
import { type Cells, cellsOf } from '../board.ts';
import { ledgerAt } from '../ledger.ts';
import type { Asked } from '../places.ts';
import { advance, behind, state } from './advance.ts';
import { storedCells } from './cells.ts';
import { knownAt, type Planning } from './planning.ts';

/** A page folds so many facts itself; with more to do it reads the events, and the worker catches up. */
const mostBehind = 1_000;
const lockNotAvailable = '55P03';

/** Undefined: they can't be read as of this instant. */
export async function upToNow(db: Database, at: Date): Promise<{ planning: Planning; upto: number } | undefined> {
  const before = await state(db);
  if (at.getTime() < before.until || (await behind(db)).facts > mostBehind) return undefined;
  // Lines that are still to be judged by another world, or all of them by a process that has just started.
  const again = (await knownAt(db, before.worldSeq))?.again;
  if (again && again.plans.size + again.articles.size + again.closed.size > mostBehind) return undefined;
  try {
    await advance(db, at);
  } catch (error) {
    // Somebody else writes the ledger for seconds, as when everything is judged anew: this page doesn't wait for it.
    if ((error as { code?: string }).code === lockNotAvailable) return undefined;
    throw error;
  }
  const { seq, worldSeq } = await state(db);
  const known = await knownAt(db, worldSeq);
  return known && { planning: known.planning, upto: seq };
}

export async function boardAt(db: Database, at: Date, asked: Asked): Promise<Cells> {
  const stored = await upToNow(db, at);
  return stored ? storedCells(db, stored.planning, stored.upto, at, asked) : cellsOf(await ledgerAt(db, at), asked);
}
