/** A run's chain for people: who took which step, whose turn it is, who publishes, and under which article. */

import type { Chain, ChainStep } from '../../core/flow.ts';
import type { Facets } from '../../core/regulation/types.ts';
import { groundOf, holdersOf, missedAt, missedOf, publishersPosts, takersOf } from '../../core/takers.ts';
import { facetNames, valueNames } from '../../core/vocabulary/facets.ts';
import { acts } from '../../core/vocabulary/words.ts';
import type { Names } from '../acting.ts';
import type { ChainView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { lawOf } from '../in-force.ts';
import { sayAway } from './away-words.ts';
import type { Known } from './facts.ts';
import { postName } from './post-names.ts';
import { decisionsOf, type RunRow } from './store.ts';

type Done = { readonly people: readonly string[]; readonly at: Date; readonly words?: string };

async function stepView(
  db: Database,
  step: ChainStep,
  n: number,
  state: ChainView['steps'][number]['state'],
  facets: Facets,
  known: Known,
  names: Names,
  done?: Done,
) {
  const contributors = known.subject.run?.contributors ?? [];
  const people = done?.people ?? takersOf(step, known.acting, contributors);
  const note = done ? undefined : awayNote(step, contributors, known, names);
  return {
    n,
    act: step.act,
    actName: acts[step.act] ?? step.act,
    postName: step.post.map((post) => postName(known.path, post, step.units[0])).join('或'),
    unitName: step.units.map((unit) => names.unit(unit).name).join('、'),
    people: people.map((id) => names.person(id)),
    state,
    ...(note ? { note } : {}),
    confirms: (step.confirms ?? []).map((facet) => confirmed(facet, facets)),
    law: await lawOf(db, step.clause, known),
    ...(done ? { at: done.at.toISOString(), ...(done.words ? { words: done.words } : {}) } : {}),
  };
}

/** Who would take this step, and is away; who acts instead, or that it waits for him. */
function awayNote(step: ChainStep, contributors: readonly string[], known: Known, names: Names): string | undefined {
  const { acting, path, at } = known;
  const missed = missedAt(step, acting, contributors);
  if (missed.length === 0) return undefined;
  const stand = groundOf(step, acting, contributors) === 'away' ? step.else : undefined;
  const who = stand?.post.map((post) => postName(path, post, stand.units[0])).join('或');
  const says = sayAway(missed, (id) => names.person(id).name, at);
  return who ? `${says}，由${who}代办` : `${says}，回来后办理`;
}

/** 公开方式为主动公开: what whoever takes the step signs with it. */
function confirmed(facet: string, facets: Facets): string {
  const value = facets[facet];
  const name = facetNames[facet] ?? facet;
  return value === undefined ? name : `${name}为${valueNames[`${facet} ${value}`] ?? value}`;
}

/** The chain that a run took or is taking. */
export async function chainView(db: Database, run: RunRow, known: Known, names: Names): Promise<ChainView> {
  const decisions = await decisionsOf(db, run.id);
  const opinions = await db
    .selectFrom('door.opinion')
    .select(['eventId', 'words'])
    .where('eventId', 'in', decisions.map((d) => d.eventId).concat('00000000-0000-0000-0000-000000000000'))
    .execute();
  const doneAt = (n: number): Done | undefined => {
    const mine = decisions.filter((d) => d.step === n);
    const last = mine.at(-1);
    const words = opinions.filter((o) => mine.some((d) => d.eventId === o.eventId)).map((o) => o.words);
    return (
      last && { people: mine.map((d) => d.personId), at: last.at, ...(words.length ? { words: words.join('；') } : {}) }
    );
  };
  const steps = await Promise.all(
    run.chain.steps.map((step, n) => {
      const state = n < run.step ? 'done' : n === run.step && run.state === 'open' ? 'current' : 'waiting';
      return stepView(db, step, n, state, run.facets, known, names, doneAt(n));
    }),
  );
  const state = run.state === 'complete' ? 'current' : run.outcome === 'published' ? 'done' : 'waiting';
  return {
    ...(await head(db, run.chain)),
    steps,
    publish: await publishView(
      db,
      run.chain,
      { post: run.submittedPost, unit: run.submittedUnitId },
      state,
      known,
      names,
    ),
  };
}

/** The chain that a text would take: nothing is done yet. */
export async function plannedChain(
  db: Database,
  chain: Chain,
  submitted: { post: string; unit: string },
  known: Known,
  names: Names,
): Promise<ChainView> {
  const facets = known.subject.run?.facets ?? {};
  const steps = await Promise.all(chain.steps.map((step, n) => stepView(db, step, n, 'waiting', facets, known, names)));
  return {
    ...(await head(db, chain)),
    steps,
    publish: await publishView(db, chain, submitted, 'waiting', known, names),
  };
}

const head = async (db: Database, chain: Chain) => ({
  flow: chain.flow,
  law: await lawOf(db, chain.clause, { versionId: chain.versionId }),
  ...(chain.reading ? { reading: chain.reading } : {}),
});

async function publishView(
  db: Database,
  chain: Chain,
  submitted: { post: string; unit: string },
  state: 'done' | 'current' | 'waiting',
  known: Known,
  names: Names,
): Promise<ChainView['publish']> {
  const posts = publishersPosts(chain, submitted);
  const people = holdersOf(posts, known.acting);
  const missed = state === 'done' ? [] : missedOf(posts, known.acting);
  const says = sayAway(missed, (id) => names.person(id).name, known.at);
  return {
    postName: posts ? posts.post.map((post) => postName(known.path, post, posts.units[0])).join('或') : '系统',
    people: people.map((id) => names.person(id)),
    automatic: !posts,
    state,
    ...(says ? { note: `${says}，回来后发布` } : {}),
    law: await lawOf(db, chain.publish.clause, known),
  };
}
