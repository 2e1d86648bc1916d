/** By when a public text is to be checked again, from its column's article. What is late, the ledger judges. */
import { type ReviewBy, reviewBy } from '../../core/column-rules.ts';
import { localDay } from '../../core/day.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { calendarAt } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';

type Standing = {
  readonly state: string;
  readonly publishedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly invalidReason: string | null;
  readonly columnKey: string;
  readonly rank: string;
  readonly ownerUnitId: string;
  /** What is in force over its site. */
  readonly path: readonly InForce[];
};

/** `due`: the last day for it has come. Nothing is asked of what isn't public, or no longer holds. */
export async function reviewOf(
  db: Database,
  p: Standing,
  at: Date,
): Promise<(ReviewBy & { readonly due: boolean }) | undefined> {
  const { publishedAt, confirmedAt, path } = p;
  if (p.state !== 'published' || p.invalidReason !== null || !publishedAt) return undefined;
  const since = confirmedAt && confirmedAt > publishedAt ? confirmedAt : publishedAt;
  const asked = reviewBy(path, { key: p.columnKey, rank: p.rank }, since, await calendarAt(db, at, p.ownerUnitId));
  return asked && { ...asked, due: localDay(at) >= asked.on };
}
