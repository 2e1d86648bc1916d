/** What every saved verb shares: where a placement stands, the one event, a run that ends. */
import type { Ruling } from '../../core/article.ts';
import { type Acting, fits, groundOf, withHere } from '../../core/takers.ts';
import type { Change, EventDraft, JobDraft, Knock, Publication } from '../door/knock.ts';
import type { Made } from './body.ts';
import type { Known } from './facts.ts';
import { listedElsewhere, type PlacementRow, type RunRow } from './store.ts';

export type Saving = {
  readonly knock: Knock;
  readonly known: Known;
  readonly ruling: Ruling;
  readonly post: Acting | undefined;
  readonly facets?: Readonly<Record<string, string>>;
  /** The text that was handed in, cleaned. */
  readonly made?: Made;
  /** The article that holds instead of one that is marked as invalid. */
  readonly successor?: string;
};

/** State, run, step, the text in review, the instant that it waits for, version and revision: what replaying the events has to give back (C1). */
export const standing = (p: PlacementRow, run: Stood | undefined) => ({
  state: p.state,
  version: p.version,
  revision: p.revisionId,
  run: run?.id ?? null,
  run_state: run?.state ?? 'none',
  step: run?.step ?? null,
  in_review: run?.hash ?? null,
  discarded: p.discardedAt !== null,
  ...marksOf(p),
  ...(run?.publishAt ? { publish_at: run.publishAt.toISOString() } : {}),
});
/** What is said of it beside its text; only what there is. */
const marksOf = ({ pinnedAt, forcedRunId, invalidReason, successorId, confirmedAt }: PlacementRow) => ({
  ...(pinnedAt ? { pinned: pinnedAt.toISOString() } : {}),
  ...(forcedRunId ? { forced: forcedRunId } : {}),
  ...(invalidReason ? { invalid: invalidReason, successor: successorId } : {}),
  ...(confirmedAt ? { confirmed: confirmedAt.toISOString() } : {}),
});
type Stood = Pick<RunRow, 'id' | 'state' | 'step' | 'hash' | 'publishAt'>;

/** The event of a change to one placement, with where it stood before. */
export function eventOf(
  { knock, known, ruling, post, facets }: Saving,
  after: ReturnType<typeof standing>,
  more: Partial<EventDraft> = {},
): EventDraft {
  const { p, run, column } = known.thing;
  const words = knock.ask.body.words;
  return {
    kind: ruling.event,
    subjectKind: 'placement',
    subjectId: p.id,
    articleId: p.articleId,
    siteId: column.siteId,
    unitId: p.unitId,
    before: standing(p, run),
    after: { ...after, ...stoodIn(known, ruling.event, post) },
    ...(post ? { post: post.post } : {}),
    ...((facets ?? run?.facets) ? { facets: facets ?? run?.facets ?? {} } : {}),
    ...(run ? { versionId: run.versionId, runId: run.id, step: run.step } : {}),
    ...(ruling.clause ? { clause: ruling.clause } : {}),
    ...(typeof words === 'string' && words ? { words } : {}),
    ...more,
  };
}

const taken: readonly string[] = ['article.step_taken', 'article.approved', 'article.returned', 'article.edited'];

/** On which ground somebody took a step who doesn't hold its post. */
function stoodIn({ subject, acting }: Known, event: string, post: Acting | undefined) {
  const { run } = subject;
  const step = run?.state === 'open' && taken.includes(event) ? run.chain.steps[run.step] : undefined;
  if (!run || !step?.else || !post || fits(post, step) || !fits(post, step.else)) return {};
  const ground = groundOf(step, withHere(acting, post.person), run.contributors);
  return ground ? { stands_in: ground } : {};
}

export const change = (
  event: EventDraft,
  publications: readonly Publication[] = [],
  jobs: readonly JobDraft[] = [],
): Change => ({
  event,
  publications,
  jobs,
});

/** A run ends: it stays as history and the placement has none. */
export async function endRun({ tx, at }: Knock, run: RunRow, outcome: NonNullable<RunRow['outcome']>): Promise<void> {
  await tx
    .updateTable('content.run')
    .set({ state: 'ended', outcome: outcome as never, movedAt: at })
    .where('id', '=', run.id)
    .execute();
}

/** The run ends and the placement has none; what is in review goes back, or is given up. */
export async function end(
  saving: Saving,
  outcome: 'recalled' | 'returned' | 'discarded',
  more: Readonly<Record<string, string>> = {},
): Promise<Change> {
  const { knock, known } = saving;
  const { p, run } = known.thing;
  if (run) await endRun(knock, run, outcome);
  const discardedAt = outcome === 'discarded' ? knock.at : p.discardedAt;
  const after = { ...p, runId: null, version: p.version + 1, discardedAt };
  await knock.tx
    .updateTable('content.placement')
    .set({ runId: null, version: after.version, discardedAt })
    .where('id', '=', p.id)
    .execute();
  return change(eventOf(saving, { ...standing(after, undefined), ...more }));
}

/** A row for each other site that cross-lists this home placement, so that its links are made anew. */
export async function tellOthers({ tx }: Knock, p: PlacementRow): Promise<readonly Publication[]> {
  const others = await listedElsewhere(tx, p);
  return others.map((one) => ({
    siteId: one.siteId,
    class: 1,
    op: 'move',
    placementId: one.id,
    columnIds: [one.columnId],
  }));
}
