/** A step is taken: by name the revision and its hash; raised facets bring the stricter chain with them. */
import type { Change } from '../door/knock.ts';
import { automatic, nameRunPosts } from './save-text.ts';
import { change, eventOf, type Saving, standing } from './saving.ts';
import { json, type RunRow } from './store.ts';

/** The run with the stricter chain, where raised facets brought one; `set` is what changes of its row. */
export function underRaised({ ruling, facets }: Saving, run: RunRow) {
  const chain = ruling.chain ? { ...ruling.chain, adoptions: run.chain.adoptions } : run.chain;
  const next = { ...run, step: ruling.step, chain, facets: facets ?? run.facets };
  const own = ruling.chain ? { chain: json(chain), flow: chain.flow, clause: chain.clause } : {};
  return { next, set: { step: ruling.step, facets: json(next.facets), ...own } };
}

export async function approve(saving: Saving): Promise<Change> {
  const { knock, known, ruling, post } = saving;
  const { tx, at, ask, eventId } = knock;
  const { p, run } = known.thing;
  if (!run) throw new Error('an approval was allowed without a run');
  await tx
    .insertInto('content.decision')
    .values({
      runId: run.id,
      step: run.step,
      personId: ask.actor.person,
      post: post?.post ?? '',
      unitId: post?.unit ?? '',
      revisionId: run.revisionId,
      hash: run.hash,
      at,
      eventId,
    })
    .execute();
  const state = ruling.run === 'complete' ? ('complete' as const) : ('open' as const);
  const { next: raised, set } = underRaised(saving, run);
  const next = { ...raised, state };
  await tx
    .updateTable('content.run')
    .set({ state, movedAt: at, ...set })
    .where('id', '=', run.id)
    .execute();
  if (ruling.chain) await nameRunPosts(knock, run, next.chain);
  await tx
    .updateTable('content.placement')
    .set({ version: p.version + 1 })
    .where('id', '=', p.id)
    .execute();
  return change(eventOf(saving, standing({ ...p, version: p.version + 1 }, next)), [], automatic(next.chain, next, p));
}
