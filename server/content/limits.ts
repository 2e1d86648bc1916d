/** The limits of time over what waits to be published: from the regulations that were in force when it was approved. */
import { type Happened, limitsOf } from '../../core/clock.ts';
import type { LimitView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { inForce, lawOf } from '../in-force.ts';
import type { KeptChain } from './store.ts';

/** A placement with the run that is alive on it. */
export type Running = {
  readonly runState: string | null;
  readonly chain: KeptChain | null;
  /** As approved: raised facets included. */
  readonly facets: Readonly<Record<string, string>> | null;
  readonly openedAt: Date | null;
  readonly movedAt: Date;
  readonly ownerUnitId: string;
};

/** The nearest limit of a run that is approved; undefined where no regulation states one. */
export async function limitOf(db: Database, row: Running): Promise<LimitView | undefined> {
  const { runState, chain, facets, openedAt, movedAt } = row;
  if (runState !== 'complete' || !chain || !facets || !openedAt) return undefined;
  const path = await inForce(db, row.ownerUnitId, movedAt);
  const sent = { kind: 'article.submitted', at: openedAt.getTime() };
  const approved = { kind: 'article.approved', at: movedAt.getTime() };
  const happened: readonly Happened[] = chain.steps.length > 0 ? [sent, approved] : [sent];
  const [nearest] = limitsOf(path, facets, happened);
  if (!nearest) return undefined;
  const { due, warnAt, clause } = nearest;
  return {
    due: new Date(due).toISOString(),
    ...(warnAt === undefined ? {} : { warnAt: new Date(warnAt).toISOString() }),
    law: await lawOf(db, clause, { path }),
  };
}

/** What has a limit first, the nearest end on top; then what has waited longest. */
export function byLimit(a: Sorted, b: Sorted): number {
  const [x, y] = [a.limit?.due ?? '', b.limit?.due ?? ''];
  if (x !== y) return x !== '' && (y === '' || x < y) ? -1 : 1;
  return a.since < b.since ? -1 : a.since > b.since ? 1 : 0;
}
type Sorted = { readonly limit?: LimitView | undefined; readonly since: string };
