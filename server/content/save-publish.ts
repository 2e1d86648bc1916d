/** What was approved becomes public, byte for byte, and gets its one line in the register (ZJ-13.4). */
import { sql } from 'kysely';
import { contributorsOf } from '../../core/takers.ts';
import type { Change, Knock } from '../door/knock.ts';
import { tellReaders } from './marks.ts';
import { change, endRun, eventOf, type Saving, standing, tellOthers } from './saving.ts';
import { decisionsOf, type PlacementRow, type RunRow, revisionById } from './store.ts';

/** The next number of a column: it places the article in the column's stable buckets for good. */
async function numberIn({ tx }: Knock, columnId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into content.column_head (column_id, last) values (${columnId}, 1)
    on conflict (column_id) do update set last = content.column_head.last + 1 returning last`.execute(tx);
  return rows[0]?.last ?? 0;
}

async function register({ knock, ruling }: Saving, p: PlacementRow, run: RunRow): Promise<void> {
  const { tx, at, ask, eventId } = knock;
  const revision = await revisionById(tx, run.revisionId);
  const steps = (await decisionsOf(tx, run.id)).map((d) => ({ step: d.step, person: d.personId }));
  await tx
    .insertInto('content.register')
    .values({
      eventId,
      siteId: p.siteId,
      placementId: p.id,
      revisionId: run.revisionId,
      hash: run.hash,
      title: revision.fields.title,
      writtenBy: [...contributorsOf(run.chain, revision.contributors, steps)],
      approvedBy: steps.filter(({ step }) => run.chain.steps[step]?.act !== 'edit').map(({ person }) => person),
      publishedBy: ask.actor.person,
      clause: ruling.clause ?? run.clause,
      at,
    })
    .execute();
}

export async function publish(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { tx, at } = knock;
  const { p, run } = known.thing;
  if (!run) throw new Error('a publication was allowed without a run');
  const isForced = knock.ask.verb === 'force';
  await endRun(knock, run, isForced ? 'forced' : 'published');
  // The flag of a forced publication stays through later ones, until somebody has looked.
  const forced = isForced ? { forcedRunId: run.id, forcedBy: knock.ask.actor.person, forcedAt: at } : {};
  const expiresOn = known.thing.revision?.fields.expires ?? null;
  const number = p.number ?? (await numberIn(knock, p.columnId));
  const after = {
    ...p,
    state: 'published' as const,
    revisionId: run.revisionId,
    runId: null,
    version: p.version + 1,
    expiresOn,
    ...forced,
  };
  await tx
    .updateTable('content.placement')
    .set({
      state: 'published',
      revisionId: run.revisionId,
      runId: null,
      version: after.version,
      number,
      firstPublishedAt: p.firstPublishedAt ?? at,
      publishedAt: at,
      servedAt: null,
      withdrawal: null,
      withdrawnAt: null,
      expiredAt: null,
      expiresOn,
      ...forced,
    })
    .where('id', '=', p.id)
    .execute();
  await register(saving, p, run);
  const op = p.state === 'published' ? ('update' as const) : ('publish' as const);
  const publication = {
    siteId: p.siteId,
    class: 1 as const,
    op,
    placementId: p.id,
    revisionId: run.revisionId,
    columnIds: [p.columnId],
  };
  const others = [...(await tellOthers(knock, p)), ...(await tellReaders(knock.tx, p))];
  return change(eventOf(saving, standing(after, undefined)), [publication, ...others]);
}

/** The publisher reports that the public sees it. The version stays: nothing that a person decided has changed. */
export async function serve(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { p, run } = known.thing;
  await knock.tx.updateTable('content.placement').set({ servedAt: knock.at }).where('id', '=', p.id).execute();
  const { target, first_at: firstAt } = knock.ask.body as { target: string; first_at: string };
  return change(eventOf(saving, { ...standing(p, run), ...{ target, first_at: firstAt } }));
}
