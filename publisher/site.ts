/** One site's publishing: withdrawals, then the log in batches, and the whole site anew when its frame has changed. */
import type { Database, Query } from './database.ts';
import { advance, type Lease, renew } from './lease.ts';
import { loadWithdrawn } from './load.ts';
import { leavingFiles } from './load-files.ts';
import { articlePath, type Key } from './page/key.ts';
import type { Chrome } from './page/rows.ts';
import type { Bytes } from './put-files.ts';
import { type Entry, entriesAbove, headOf, touchedBy, withdrawalsAbove } from './read.ts';
import { deedsFor, fold, type Touched } from './rules.ts';
import type { SiteTarget, Target } from './target.ts';
import type { Theme } from './theme.ts';
import { goneRows, perform, takeAway, type Withdrawn, type Work } from './work.ts';

export type SiteRun = {
  readonly database: Database;
  readonly theme: Theme;
  readonly chrome: Chrome;
  readonly target: SiteTarget;
  readonly files: Bytes;
  readonly fingerprint: string;
  readonly served: (entries: readonly Entry[]) => Promise<void>;
  readonly parked: (key: Key, reason: string) => void;
  /** Is the site's frame (its record, columns, the other sites) in this snapshot the one that pages are made with? */
  readonly sameFrame: (q: Query) => Promise<boolean>;
  lease: Lease;
  /** Withdrawals up to here are already gone. */
  urgentTo: number;
};

/** For each article that the batch touched, the last number that speaks of it. */
const spokenOf = (touched: readonly Touched[]) => new Map(touched.map((t) => [t.articleId, t.spoken]));

/** What the withdrawals above a number take away: pages with their rows, and the files that only they showed. */
async function withdrawn(q: Query, chrome: Chrome, above: number): Promise<(Withdrawn & { to: number }) | undefined> {
  const { site } = chrome;
  const entries = await withdrawalsAbove(q, site.id, above);
  if (entries.length === 0) return undefined;
  const touched = (await touchedBy(q, site.id, entries)).filter((t) => t.state === 'withdrawn' && t.entry > 0);
  const entry = new Map(touched.map((t) => [t.placementId, t.entry]));
  const rows = await loadWithdrawn(q, site.id, [...entry.keys()]);
  const spoken = spokenOf(touched);
  const leaving = (await leavingFiles(q, site.id, [...spoken.keys()])).filter((file) => file.withdrawnBy !== null);
  return {
    rows: rows.map((r) => ({ ...r, entry: entry.get(r.placementId) ?? 0 })),
    leaving,
    spoken,
    filePages: await goneRows(q, chrome, leaving),
    to: entries.at(-1)?.seq ?? 0,
  };
}

/** Withdrawals above the cursor, however long the queue before them: gone before anything is rendered, pages first. */
export async function withdrawFirst(run: SiteRun): Promise<void> {
  const { database, chrome, theme, target, parked } = run;
  const found = await database.snapshot((q) => withdrawn(q, chrome, run.urgentTo));
  if (!found) return;
  await renew(database.query, run.lease);
  const frame = { chrome, templates: theme.templates, target: target.live, parked };
  await takeAway(frame, found);
  run.urgentTo = Math.max(run.urgentTo, found.to);
}

/** Between slices of any longer work. */
export const pause = (run: SiteRun) => async (): Promise<void> => {
  await withdrawFirst(run);
  await renew(run.database.query, run.lease);
};

/** A site or a column changed since the round began: what was being done is begun anew, with the new frame. */
export class Stale extends Error {}

export async function workFor(run: SiteRun, q: Query, target: Target, between: () => Promise<void>): Promise<Work> {
  const { chrome, theme, files, parked } = run;
  if (!(await run.sameFrame(q))) throw new Stale(`the frame of site ${chrome.site.label} changed`);
  const asOf = await headOf(q, chrome.site.id);
  return { q, chrome, templates: theme.templates, target, files, asOf, parked, between };
}

/**
 * Addresses that become public with these entries: nothing may link to them before their page is there. One that was
 * only changed has its page already, unless the same batch published it before the change.
 */
function freshOf(entries: readonly Entry[], touched: readonly Touched[]): Set<string> {
  const saying = (op: string) => new Set(entries.filter((e) => e.op === op).map((e) => e.subjectId));
  const [published, updated, marked] = [saying('publish'), saying('update'), saying('mark')];
  const there = (id: string) => (updated.has(id) || marked.has(id)) && !published.has(id);
  const fresh = touched.filter((t) => t.state === 'public' && t.own && !there(t.placementId));
  return new Set(fresh.map((t) => articlePath(t.column, t.publicNo)));
}

/** Brings one batch above `from` to a tree. Answers the entries that are in it; none means the log's end. */
export async function carry(run: SiteRun, target: Target, from: number, between: () => Promise<void>) {
  return run.database.snapshot(async (q) => {
    const { site } = run.chrome;
    const entries = await entriesAbove(q, site.id, from);
    if (entries.length === 0) return entries;
    const touched = await touchedBy(q, site.id, entries);
    const deeds = fold(touched.flatMap((t) => deedsFor(site.label, t)));
    const spoken = spokenOf(touched);
    const leaving = await leavingFiles(q, site.id, [...spoken.keys()]);
    const work = await workFor(run, q, target, between);
    await perform(work, { deeds, fresh: freshOf(entries, touched), leaving, spoken });
    return entries;
  });
}

/** The next batch into the live tree, durable, told, and only then counted. False: there was none. */
export async function nextBatch(run: SiteRun, from: number): Promise<number | undefined> {
  await withdrawFirst(run);
  const entries = await carry(run, run.target.live, from, pause(run));
  const to = entries.at(-1)?.seq;
  if (to === undefined) return undefined;
  await run.target.live.commit({ to, fingerprint: run.fingerprint });
  await run.served(entries.filter((e) => e.seq > run.lease.seq));
  run.lease = await advance(run.database.query, run.lease, to);
  return to;
}
