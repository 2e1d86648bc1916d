/**
 * A site made anew, into a fresh tree, and switched to with one rename. Meanwhile the live tree goes on: withdrawals and
 * publications are carried into it between slices, and read once more from the log for the fresh tree at the end.
 */
import type { Query } from './database.ts';
import { advance } from './lease.ts';
import { loadArticles, loadWithdrawn } from './load.ts';
import { lastSpoken, leavingFiles, publicFiles } from './load-files.ts';
import { frozen } from './page/bucket.ts';
import type { Key } from './page/key.ts';
import { entriesAbove, headOf, lastNumbers } from './read.ts';
import type { Deed } from './rules.ts';
import { carry, nextBatch, pause, type SiteRun, workFor } from './site.ts';
import type { Target } from './target.ts';
import { goneRows, perform, putGone, putPage, takeFiles } from './work.ts';

const SLICE = 200;

/** The number that each article's last withdrawal has in the site's log. */
const WITHDRAWN_BY = `
  select w.placement_id as id, max(p.seq)::float8 as entry
    from content.public_withdrawal w
    join content.public_withdrawal s on s.article_id = w.article_id
    join content.publication p on p.site_id = w.site_id and p.class = 0 and p.subject_id = s.placement_id
   where w.site_id = $1 group by w.placement_id`;

async function markers(run: SiteRun, target: Target): Promise<void> {
  const { site } = run.chrome;
  await run.database.snapshot(async (q) => {
    const by = new Map((await q<{ id: string; entry: number }>(WITHDRAWN_BY, [site.id])).map((r) => [r.id, r.entry]));
    const work = await workFor(run, q, target, pause(run));
    for (const row of await loadWithdrawn(q, site.id, null))
      await putGone(work, { ...row, entry: by.get(row.placementId) ?? 0 });
    const leaving = await leavingFiles(q, site.id, null);
    await takeFiles(work, leaving, await lastSpoken(q, site.id), await goneRows(q, run.chrome, leaving));
  });
}

const ownPages = (q: Query, siteId: string) =>
  q<{ id: string }>(
    `select a.placement_id as id from content.public_article a
      where a.site_id = $1
        and (a.home or not exists (select 1 from content.public_article h where h.article_id = a.article_id and h.home))
      order by a.column_id, a.number`,
    [siteId],
  );

async function articles(run: SiteRun, target: Target, between: () => Promise<void>): Promise<void> {
  const { site } = run.chrome;
  const ids = (await ownPages(run.database.query, site.id)).map((r) => r.id);
  for (let i = 0; i < ids.length; i += SLICE) {
    await between();
    await run.database.snapshot(async (q) => {
      const work = await workFor(run, q, target, pause(run));
      for (const article of await loadArticles(q, ids.slice(i, i + SLICE)))
        await putPage(
          work,
          { kind: 'article', site: site.label, column: article.columnKey, publicNo: article.publicNo },
          { kind: 'article', article },
        );
    });
  }
}

async function lists(run: SiteRun, target: Target, between: () => Promise<void>): Promise<void> {
  const { site, columns } = run.chrome;
  const ids = columns.map((c) => c.id);
  const last = await lastNumbers(run.database.query, ids);
  const buckets = columns.flatMap(({ id, key }) =>
    Array.from(
      { length: frozen(last.get(id) ?? 0) },
      (_, n): Key => ({ kind: 'bucket', site: site.label, column: key, n }),
    ),
  );
  const indexes = columns.map((c): Key => ({ kind: 'index', site: site.label, column: c.key }));
  const keys: Key[] = [
    { kind: 'missing', site: site.label },
    ...buckets,
    ...indexes,
    { kind: 'home', site: site.label },
  ];
  for (let i = 0; i < keys.length; i += SLICE) {
    await between();
    const deeds = keys.slice(i, i + SLICE).map((key): Deed => ({ do: 'put', key }));
    await run.database.snapshot(async (q) => perform(await workFor(run, q, target, pause(run)), only(deeds)));
  }
}

const only = (deeds: readonly Deed[]) => ({ deeds, fresh: new Set<string>(), leaving: [], spoken: new Map() });

/** Between slices the live tree is served as ever; before there is one, only withdrawals can matter. */
function meanwhile(run: SiteRun, live: boolean): () => Promise<void> {
  return async () => {
    if (!live) return pause(run)();
    let from: number | undefined = run.lease.seq;
    while (from !== undefined) from = await nextBatch(run, from);
  };
}

export async function rebuild(run: SiteRun): Promise<void> {
  const { database, chrome, theme, target } = run;
  const before = await target.state();
  await pause(run)(); // also: who has lost the site clears nobody's tree away
  const started = await headOf(database.query, chrome.site.id);
  const fresh = await target.fresh();
  for (const { path, bytes } of theme.assets) await fresh.put(path, bytes, started);
  // The live tree's state keeps the old fingerprint until the switch: a crash before it starts the rebuild again.
  const old = before ? { ...run, fingerprint: before.fingerprint } : run;
  const between = meanwhile(old, before !== undefined);
  await markers(run, fresh);
  await articles(run, fresh, between);
  await lists(run, fresh, between);
  run.lease = old.lease;
  let to = started;
  for (;;) {
    const entries = await carry(run, fresh, to, pause(run));
    if (entries.length === 0) break;
    to = entries.at(-1)?.seq ?? to;
  }
  await pause(run)();
  await fresh.keepOnly(await publicFiles(database.query, chrome.site.id));
  await fresh.commit({ to, fingerprint: run.fingerprint });
  await tellRest(run, to);
  run.lease = await advance(database.query, run.lease, to);
}

async function tellRest(run: SiteRun, to: number): Promise<void> {
  for (let from = run.lease.seq; from < to; ) {
    const entries = (await entriesAbove(run.database.query, run.chrome.site.id, from)).filter((e) => e.seq <= to);
    if (entries.length === 0) return;
    await run.served(entries);
    from = entries.at(-1)?.seq ?? to;
  }
}
