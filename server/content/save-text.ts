/** A text becomes a revision (存为一稿), and a revision becomes a run (送审). */
import { randomUUID } from 'node:crypto';
import type { Chain } from '../../core/flow.ts';
import type { Change, JobDraft, Knock } from '../door/knock.ts';
import { profile, type Submission } from './body.ts';
import { nameFiles } from './files.ts';
import { change, endRun, eventOf, type Saving, standing } from './saving.ts';
import {
  json,
  type KeptChain,
  newestRevision,
  type PlacementRow,
  type RevisionRow,
  type RunRow,
  revisionById,
} from './store.ts';

const submission = ({ ask }: Knock): Submission => ask.body as unknown as Submission;

/** The article and its placement, when this is their first act. Returns the placement with the unit that answers for it. */
async function born({ knock, known, post }: Saving): Promise<PlacementRow> {
  const { tx, at, ask } = knock;
  const { p, born: isNew } = known.thing;
  if (!isNew) return p;
  const unitId = p.unitId || (post?.unit ?? '');
  if (p.home)
    await tx
      .insertInto('content.article')
      .values({
        id: p.articleId,
        siteId: p.siteId,
        unitId,
        authorId: ask.actor.person,
        publicNo: publicNo(p.articleId),
        createdAt: at,
      })
      .execute();
  await tx
    .insertInto('content.placement')
    .values({
      id: p.id,
      articleId: p.articleId,
      siteId: p.siteId,
      columnId: p.columnId,
      home: p.home,
      state: 'none',
      version: 0,
      createdAt: at,
    })
    .execute();
  return { ...p, unitId };
}

/** The last part of an address: 10 letters and digits of the article's random id, so that no address can be counted up to. */
const publicNo = (articleId: string): string =>
  BigInt(`0x${articleId.replaceAll('-', '')}`)
    .toString(36)
    .padStart(25, '0')
    .slice(-10);

/**
 * The revision that this text is: the newest one when nothing changed and this person is already among its contributors,
 * else a new one. contributors(n) = contributors(n−1) and whoever made n (A3).
 */
export async function revisionOf(saving: Saving, p: PlacementRow): Promise<RevisionRow> {
  const { tx, at, ask } = saving.knock;
  const { made } = saving;
  if (!made) return revisionById(tx, submission(saving.knock).revisionId ?? '');
  await tx.selectFrom('content.article').select('id').where('id', '=', p.articleId).forUpdate().execute();
  const newest = await newestRevision(tx, p.articleId);
  const person = ask.actor.person;
  if (newest && newest.hash === made.hash && newest.contributors.includes(person)) return newest;
  // Whoever answers for a system, or stood behind the act in another way, had a hand in it too.
  const { onBehalfOf } = ask.actor;
  const contributors = [...new Set([...(newest?.contributors ?? []), person, ...(onBehalfOf ? [onBehalfOf] : [])])];
  const { kind, fields, html, facets, hash, originalId } = made;
  const number = (newest?.number ?? 0) + 1;
  const base = { id: randomUUID(), articleId: p.articleId, number, kind, html, hash, originalId };
  const revision = { ...base, fields, facets, contributors, madeAt: at };
  await tx
    .insertInto('content.revision')
    .values({ ...revision, fields: json(fields), facets: json(facets), profile, madeBy: person })
    .execute();
  await nameFiles(tx, revision.id, made.files);
  return revision as unknown as RevisionRow;
}

export async function dropScratch({ tx, ask }: Knock): Promise<void> {
  await tx
    .deleteFrom('content.scratch')
    .where('placementId', '=', ask.id)
    .where('personId', '=', ask.actor.person)
    .execute();
}

export async function saveText(saving: Saving): Promise<Change> {
  const { knock } = saving;
  const p = await born(saving);
  const revision = await revisionOf(saving, p);
  await knock.tx
    .updateTable('content.placement')
    .set({ version: p.version + 1, discardedAt: null })
    .where('id', '=', p.id)
    .execute();
  await dropScratch(knock);
  const after = standing({ ...p, version: p.version + 1, discardedAt: null }, undefined);
  return change(
    eventOf(saving, { ...after, ...{ text: revision.hash } }, { unitId: p.unitId, facets: revision.facets }),
  );
}

export async function submit(saving: Saving): Promise<Change> {
  const { knock, known, ruling } = saving;
  const { chain } = ruling;
  if (!chain) throw new Error('a submit was allowed without a chain');
  const p = await born(saving);
  const revision = await revisionOf(saving, p);
  if (known.thing.run) await endRun(knock, known.thing.run, 'superseded');
  const run = await openRun(saving, p, revision, chain);
  const after = { ...p, runId: run.id, version: p.version + 1, discardedAt: null };
  await knock.tx
    .updateTable('content.placement')
    .set({ runId: run.id, version: after.version, discardedAt: null })
    .where('id', '=', p.id)
    .execute();
  await dropScratch(knock);
  const event = eventOf(saving, standing(after, run), {
    unitId: p.unitId,
    versionId: run.versionId,
    runId: run.id,
    step: run.step,
  });
  return change(event, [], [...(await crossListings(saving, p, revision)), ...automatic(chain, run, p)]);
}

async function openRun(
  { knock, known, ruling, post, facets }: Saving,
  p: PlacementRow,
  revision: RevisionRow,
  chain: Chain,
): Promise<RunRow> {
  const { tx, at, ask } = knock;
  const kept: KeptChain = { ...chain, adoptions: known.path.map((law) => law.adoptionId) };
  const run: RunRow = {
    id: randomUUID(),
    placementId: p.id,
    revisionId: revision.id,
    hash: revision.hash,
    versionId: chain.versionId,
    flow: chain.flow,
    clause: chain.clause,
    chain: kept,
    facets: facets ?? {},
    step: ruling.step,
    state: ruling.run === 'complete' ? 'complete' : 'open',
    outcome: null,
    submittedBy: ask.actor.person,
    submittedPost: post?.post ?? '',
    submittedUnitId: post?.unit ?? '',
    openedAt: at,
    movedAt: at,
    publishAt: null,
    scheduledBy: null,
    scheduledAt: null,
  };
  await tx
    .insertInto('content.run')
    .values({ ...run, outcome: null, chain: json(kept), facets: json(run.facets) })
    .execute();
  await nameRunPosts(knock, run, kept);
  return run;
}

/** Writes down which posts the run names: its steps with who stands in, and who publishes (step -1). */
export async function nameRunPosts(
  { tx }: Knock,
  run: Pick<RunRow, 'id' | 'submittedPost' | 'submittedUnitId'>,
  chain: Chain,
): Promise<void> {
  const publish =
    chain.publish.by === 'post' ? chain.publish : { post: [run.submittedPost], units: [run.submittedUnitId] };
  const named = [
    ...chain.steps.flatMap((step, i) => [{ i, ...step }, ...(step.else ? [{ i, ...step.else }] : [])]),
    { i: -1, post: publish.post, units: publish.units },
  ];
  const rows = named.flatMap(({ i, post, units }) =>
    post.flatMap((one) => units.map((unitId) => ({ runId: run.id, step: i, post: one, unitId }))),
  );
  await tx
    .insertInto('content.runPost')
    .values(rows)
    .onConflict((c) => c.columns(['runId', 'step', 'post', 'unitId']).doNothing())
    .execute();
}

/** The other columns of the same submission: each is a job that submits the same revision there, through its own chain. */
async function crossListings({ knock }: Saving, p: PlacementRow, revision: RevisionRow): Promise<JobDraft[]> {
  const also = [...new Set(submission(knock).also ?? [])].filter((id) => id !== p.columnId);
  if (also.length === 0) return [];
  const there = await knock.tx
    .selectFrom('content.placement')
    .select(['id', 'columnId'])
    .where('articleId', '=', p.articleId)
    .execute();
  return also.map((columnId) => {
    const placementId = there.find((t) => t.columnId === columnId)?.id ?? randomUUID();
    const payload = {
      placementId,
      columnId,
      articleId: p.articleId,
      revisionId: revision.id,
      person: knock.ask.actor.person,
      ...(knock.ask.actor.onBehalfOf ? { onBehalfOf: knock.ask.actor.onBehalfOf } : {}),
    };
    return { key: `cross-list ${p.articleId} ${columnId}`, kind: 'cross-list', payload };
  });
}

/** Where the regulation says `automatic`, the last approval is followed by a job in which the program publishes. */
export function automatic(chain: Chain, run: Pick<RunRow, 'id' | 'state' | 'hash'>, p: PlacementRow): JobDraft[] {
  if (run.state !== 'complete' || chain.publish.by !== 'automatic') return [];
  return [{ key: `publish ${p.id}`, kind: 'publish', payload: { placementId: p.id, hash: run.hash } }];
}
