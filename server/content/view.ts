/** One placement for one person: how it stands, what may be done next and why not, and its whole history. */
import { sql } from 'kysely';
import { type Names, namesOf } from '../acting.ts';
import type { ChainView, Moved, PlacementView } from '../contract/views.ts';
import type { Database, Knock } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { withdrawalNames } from '../words/names.ts';
import { actionsOf } from './actions.ts';
import { addressOf } from './address.ts';
import { chainView } from './chain-view.ts';
import { type Known, know, thingOf } from './facts.ts';
import { historyOf } from './history.ts';
import { marksView } from './marks-view.ts';
import { facetsView, marksOf, revisionViews } from './revision-view.ts';
import {
  newestRevision,
  type PlacementRow,
  placementById,
  type RevisionRow,
  type RunRow,
  revisionById,
  seePlacement,
} from './store.ts';
import { suggestionOf } from './suggestion.ts';

/** 草稿 · 送审中 · 已批准，待发布 · 已批准，定时发布 · 已发布 · 被退回 · 已收回 · 已撤下 · 已放弃. A live page says so first. */
export function stateName(
  p: { state: string; discardedAt: Date | null },
  run: { state: string; outcome: string | null; publishAt: Date | null } | undefined,
): string {
  if (p.discardedAt) return '已放弃';
  const approved = run?.publishAt ? '已批准，定时发布' : '已批准，待发布';
  const review = run?.state === 'open' ? '送审中' : run?.state === 'complete' ? approved : undefined;
  if (p.state === 'published') return review ? `已发布，修改稿${review}` : '已发布';
  if (review) return review;
  if (p.state === 'withdrawn') return '已撤下';
  if (p.state === 'expired') return '已到期';
  if (run?.outcome === 'returned') return '被退回';
  return run?.outcome === 'recalled' ? '已收回' : '草稿';
}

type Line = Parameters<typeof stateName>[0] & {
  runState: string | null;
  outcome: string | null;
  publishAt: Date | null;
};

/** Of a row with its last run beside it. Whoever has it out of reach is told only that it is public (A10). */
export const stateOfLine = (row: Line, near = true): string =>
  near
    ? stateName(row, row.runState ? { state: row.runState, outcome: row.outcome, publishAt: row.publishAt } : undefined)
    : '已发布';

/** The run that is alive, else the last one. */
export async function lastRun(db: Database, placementId: string): Promise<RunRow | undefined> {
  const row = await db
    .selectFrom('content.run')
    .selectAll()
    .where('placementId', '=', placementId)
    .orderBy('openedAt', 'desc')
    .orderBy('movedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row as unknown as RunRow | undefined;
}

const runView = (run: RunRow, names: Names): Moved['run'] =>
  run.state === 'ended'
    ? undefined
    : {
        id: run.id,
        state: run.state,
        step: run.step,
        facets: facetsView(run.facets),
        submittedBy: names.person(run.submittedBy),
        openedAt: run.openedAt.toISOString(),
        movedAt: run.movedAt.toISOString(),
        ...(run.publishAt && run.scheduledBy
          ? { scheduled: { at: run.publishAt.toISOString(), by: names.person(run.scheduledBy) } }
          : {}),
      };

/** The answer to a move, in the act's own transaction: what the act changed is read anew, the rest is what it gathered. */
export async function movedView({ tx, ask, at }: Knock, before: Known): Promise<Moved> {
  const { person } = ask.actor;
  const p = await placementById(tx, ask.id);
  const thing = await thingOf(tx, p, before.thing);
  const { run, revision } = thing;
  const known = await know(tx, thing, person, at, before);
  const last = run ?? (await lastRun(tx, ask.id));
  const names = await namesFor(tx, known, revision ? [revision] : []);
  const runShown = run && runView(run, names);
  return {
    id: p.id,
    version: p.version,
    state: p.state,
    stateName: stateName(p, last),
    discarded: p.discardedAt !== null,
    ...(runShown ? { run: runShown } : {}),
    actions: await actionsOf(tx, known, person, revision, names),
  };
}

async function namesFor(
  db: Database,
  known: Known,
  revisions: readonly RevisionRow[],
  more: readonly string[] = [],
): Promise<Names> {
  const { run, p } = known.thing;
  const persons = [
    p.authorId,
    ...more,
    ...known.acting.map((a) => a.person),
    ...revisions.flatMap((r) => r.contributors),
    ...(run ? [run.submittedBy] : []),
    ...(run?.scheduledBy ? [run.scheduledBy] : []),
    ...(p.forcedBy ? [p.forcedBy] : []),
    ...(known.subject.run?.used.map((u) => u.person) ?? []),
  ];
  const steps = run?.chain.steps.flatMap((s) => [...s.units, ...(s.else?.units ?? [])]) ?? [];
  const publish = run?.chain.publish.by === 'post' ? run.chain.publish.units : [];
  return namesOf(db, persons, [p.unitId, ...steps, ...publish, ...(run ? [run.submittedUnitId] : [])]);
}

type Extra = {
  ended: PlacementView['ended'];
  register: PlacementView['register'];
  withdrawn: PlacementView['withdrawn'];
  chain: ChainView | undefined;
};

/** The whole view; undefined when it is out of reach. */
export async function placementView(
  db: Database,
  id: string,
  person: string,
  at: Date,
): Promise<PlacementView | undefined> {
  const p = await seePlacement(db, id, person, at);
  if (!p) return undefined;
  const thing = await thingOf(db, p);
  const known = await know(db, thing, person, at);
  const last = thing.run ?? (await lastRun(db, id));
  const shown = thing.revision ?? (await newestRevision(db, p.articleId));
  if (!shown) throw new Error(`article ${p.articleId} has no revision`);
  const published = p.revisionId ? await revisionById(db, p.revisionId) : undefined;
  const previous =
    published && published.id !== shown.id ? published : await newestRevision(db, p.articleId, shown.number);
  const register = await registerOf(db, id);
  const revisions = [shown, published, previous].filter((r) => r !== undefined);
  const names = await namesFor(db, known, revisions, [
    ...(register?.writtenBy ?? []),
    ...(register?.approvedBy ?? []),
    ...(register ? [register.publishedBy] : []),
  ]);
  const history = await historyOf(db, p.articleId, known.path);
  const revisionView = await revisionViews(db, revisions, names);
  const extra: Extra = {
    ended: last?.state === 'ended' && !p.runId ? await endedView(db, history, last, known) : undefined,
    register: register && (await registerView(db, register, names)),
    withdrawn: withdrawnView(p),
    chain: last ? await chainView(db, last, known, names) : undefined,
  };
  return {
    ...(await frame(db, known, last, names)),
    shown: revisionView(shown),
    marks: marksOf(shown),
    ...(published ? { public: revisionView(published) } : {}),
    ...(previous ? { previous: revisionView(previous) } : {}),
    ...defined(extra),
    siblings: await siblingsOf(db, p),
    actions: await actionsOf(db, known, person, thing.revision ?? shown, names),
    history,
  };
}

const defined = (extra: Extra) =>
  Object.fromEntries(Object.entries(extra).filter(([, v]) => v !== undefined)) as Partial<PlacementView>;

async function frame(db: Database, known: Known, last: RunRow | undefined, names: Names) {
  const { p, column, run } = known.thing;
  const runShown = run && runView(run, names);
  const address = p.state === 'published' ? await addressOf(db, p.id) : undefined;
  return {
    id: p.id,
    version: p.version,
    articleId: p.articleId,
    site: { id: column.siteId, name: column.siteName, label: column.siteLabel },
    column: { id: column.id, name: column.name },
    unit: names.unit(p.unitId),
    author: names.person(p.authorId),
    home: p.home,
    state: p.state,
    stateName: stateName(p, last),
    discarded: p.discardedAt !== null,
    ...(address ? { address } : {}),
    ...(runShown ? { run: runShown } : {}),
    ...(p.servedAt ? { servedAt: p.servedAt.toISOString() } : {}),
    ...(p.expiresOn ? { expiresOn: p.expiresOn } : {}),
    ...(await marksView(db, known, names)),
  };
}

async function endedView(
  db: Database,
  history: PlacementView['history'],
  last: RunRow,
  known: Known,
): Promise<PlacementView['ended']> {
  const line = history.findLast((h) => h.at === last.movedAt.toISOString());
  if (!line) return undefined;
  const suggestion = await suggestionOf(db, last, known);
  const said = { ...(line.words ? { words: line.words } : {}), ...(suggestion ? { suggestion } : {}) };
  return { outcome: last.outcome ?? '', at: line.at, by: line.person, ...said };
}

const registerOf = (db: Database, placementId: string) =>
  db
    .selectFrom('content.register')
    .selectAll()
    .where('placementId', '=', placementId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();

async function registerView(db: Database, line: NonNullable<Awaited<ReturnType<typeof registerOf>>>, names: Names) {
  return {
    writtenBy: line.writtenBy.map((id) => names.person(id)),
    approvedBy: line.approvedBy.map((id) => names.person(id)),
    publishedBy: names.person(line.publishedBy),
    at: line.at.toISOString(),
    hash: line.hash,
    law: await lawOf(db, line.clause),
  };
}

const withdrawnView = ({ withdrawal, withdrawnAt }: PlacementRow): PlacementView['withdrawn'] =>
  withdrawal && withdrawnAt
    ? { type: withdrawal, typeName: withdrawalNames[withdrawal], at: withdrawnAt.toISOString() }
    : undefined;

async function siblingsOf(db: Database, p: PlacementRow): Promise<PlacementView['siblings']> {
  const { rows } = await sql<{
    id: string;
    home: boolean;
    siteId: string;
    siteName: string;
    columnId: string;
    columnName: string;
    state: string;
    discardedAt: Date | null;
    runState: string | null;
    outcome: string | null;
    publishAt: Date | null;
  }>`
    select p.id, p.home, s.id as site_id, s.name as site_name, c.id as column_id, c.name as column_name, p.state, p.discarded_at,
           r.state as run_state, r.outcome, r.publish_at
      from content.placement p join sites.site s on s.id = p.site_id join sites.column c on c.id = p.column_id
      left join lateral (select state, outcome, publish_at from content.run where placement_id = p.id order by opened_at desc limit 1) r on true
     where p.article_id = ${p.articleId} and p.id <> ${p.id} order by p.home desc, c.name, p.id`.execute(db);
  return rows.map((r) => ({
    id: r.id,
    home: r.home,
    site: { id: r.siteId, name: r.siteName },
    column: { id: r.columnId, name: r.columnName },
    stateName: stateOfLine(r),
  }));
}
