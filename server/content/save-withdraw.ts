/** Withdrawing: the whole article at every place, or the one place that is named. Needs no second person; beats every queue. */
import type { Change, Publication } from '../door/knock.ts';
import { tellReaders } from './marks.ts';
import { change, endRun, eventOf, type Saving, standing, tellOthers } from './saving.ts';
import { lockSiblings, type PlacementRow, runById } from './store.ts';

export async function withdraw(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { tx, ask } = knock;
  const { p } = known.thing;
  const others = ask.body.everywhere ? await lockSiblings(tx, p.articleId, p.id) : [];
  const touched = [p, ...others].filter((one) => one.state === 'published' || one.runId !== null);
  const publications: Publication[] = [];
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const one of touched) {
    const run = one.runId ? await runById(tx, one.runId) : undefined;
    if (run) await endRun(knock, run, 'withdrawn');
    const next = await leave(saving, one);
    before[one.id] = standing(one, run);
    after[one.id] = standing(next, undefined);
    if (one.state === 'published')
      publications.push({
        siteId: one.siteId,
        class: 0,
        op: 'withdraw',
        placementId: one.id,
        columnIds: [one.columnId],
      });
  }
  if (!ask.body.everywhere) publications.push(...(await tellOthers(knock, p)));
  publications.push(...(await tellReaders(tx, p)));
  const event = eventOf(saving, standing(p, undefined));
  const everywhere = {
    subjectKind: 'article' as const,
    subjectId: p.articleId,
    before,
    after: { ...after, type: ask.body.type },
  };
  const here = { before: before[p.id] as object, after: { ...(after[p.id] as object), type: ask.body.type } };
  return change({ ...event, ...(ask.body.everywhere ? everywhere : here) } as typeof event, publications);
}

/** A published placement becomes withdrawn; one that was only in review loses its run and stays unpublished. */
async function leave({ knock }: Saving, one: PlacementRow): Promise<PlacementRow> {
  const { tx, at, ask } = knock;
  const gone = one.state === 'published';
  const next = {
    ...one,
    runId: null,
    version: one.version + 1,
    ...(gone ? { state: 'withdrawn' as const, revisionId: null, pinnedAt: null } : {}),
  };
  await tx
    .updateTable('content.placement')
    .set({
      runId: null,
      version: next.version,
      ...(gone
        ? {
            state: 'withdrawn',
            revisionId: null,
            withdrawnAt: at,
            withdrawal: ask.body.type as 'error',
            servedAt: null,
            pinnedAt: null,
          }
        : {}),
    })
    .where('id', '=', one.id)
    .execute();
  return next;
}
