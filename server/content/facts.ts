/** Everything that the rule book needs to know about one ask, gathered once: roles, the chain, the posts used so far. */
import { type Holding, verbsOf } from '../../core/access.ts';
import type { Ask as RuleAsk, Run, Subject, Verb } from '../../core/article.ts';
import { raise } from '../../core/facets.ts';
import { type Chain, chainFor, type Target } from '../../core/flow.ts';
import type { KeyLimits } from '../../core/keys.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { type Acting, contributorsOf } from '../../core/takers.ts';
import { acting } from '../acting.ts';
import type { Database } from '../door/knock.ts';
import { adoptions, inForce } from '../in-force.ts';
import { limitsOf } from './key-limits.ts';
import {
  type ColumnRow,
  columnById,
  decisionsOf,
  type PlacementRow,
  type RevisionRow,
  type RunRow,
  revisionById,
  runById,
  runPosts,
} from './store.ts';

/** A placement with what is alive on it. `born`: it isn't in the table yet. */
export type Thing = {
  readonly p: PlacementRow;
  readonly born: boolean;
  readonly column: ColumnRow;
  readonly run?: RunRow;
  readonly revision?: RevisionRow;
};
export type Known = {
  readonly subject: Subject;
  readonly path: readonly InForce[];
  readonly acting: readonly Acting[];
  readonly mine: readonly Holding[];
  /** How far the key is narrowed, where an outside system asks. */
  readonly key?: KeyLimits;
  readonly named: readonly { post: string; unitId: string }[];
  readonly thing: Thing;
  /** The instant at which it is asked. */
  readonly at: Date;
};

/** What the writer stated; a text for a public site is to be disclosed unless he said otherwise. */
export const stated = (written: Readonly<Record<string, string>>) => ({ disclosure: 'open', ...written });

/** The facets of a target: what the writer stated, and what the column and the site are. */
export function facetsOf(
  column: ColumnRow,
  kind: string,
  written: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const fixed = {
    site: column.rank,
    hosting: column.hosting,
    column: column.key,
    nature: column.nature,
    visibility: 'public',
  };
  return { ...stated(written), kind, ...fixed, ...(column.class ? { class: column.class } : {}) };
}

export const targetOf = (
  column: ColumnRow,
  path: readonly InForce[],
  authorUnit: string,
  facets: Readonly<Record<string, string>>,
): Target => ({
  path,
  facets,
  authorUnit,
  siteOwner: column.ownerUnitId,
  columnLead: column.leadUnitIds,
});

/** A placement with what is alive on it. What `before` held already, the column and the revision, isn't read again. */
export async function thingOf(db: Database, p: PlacementRow, before?: Thing): Promise<Thing> {
  const column = before?.column ?? (await columnById(db, p.columnId));
  if (!column) throw new Error(`placement ${p.id} has no column`);
  const run = p.runId ? await runById(db, p.runId) : undefined;
  const kept = before?.revision?.id === run?.revisionId ? before?.revision : undefined;
  const revision = run && (kept ?? (await revisionById(db, run.revisionId)));
  return { p, born: false, column, ...(run ? { run } : {}), ...(revision ? { revision } : {}) };
}

/** What an act doesn't change: who acts as what, and the rules over the site. */
export type Around = Pick<Known, 'acting' | 'path' | 'mine' | 'key'>;

async function around(db: Database, thing: Thing, person: string, at: Date): Promise<Around> {
  const [everybody, path] = await Promise.all([acting(db, at), inForce(db, thing.column.ownerUnitId, at)]);
  const held = everybody.filter((a) => a.person === person);
  const key = held.some((a) => a.outside) ? await limitsOf(db, person) : undefined;
  return { acting: everybody, path, mine: verbsOf(held, path), ...(key ? { key } : {}) };
}

/** Gathers what is the same for every verb: what is around the thing (read now, unless it is given), and its run with its steps. */
export async function know(db: Database, thing: Thing, person: string, at: Date, given?: Around): Promise<Known> {
  const [here, run, named] = await Promise.all([
    given ?? around(db, thing, person, at),
    aliveRun(db, thing),
    thing.born ? [] : runPosts(db, thing.p.id),
  ]);
  const { p } = thing;
  const subject: Subject = {
    placement: p.state,
    everPublic: p.firstPublishedAt !== null,
    discarded: p.discardedAt !== null,
    ...(run ? { run } : {}),
    home: p.home,
    invalid: p.invalidReason !== null,
    pinned: p.pinnedAt !== null,
    ...(p.forcedRunId && p.forcedBy
      ? { forced: { by: p.forcedBy, contributors: await handsIn(db, p.forcedRunId) } }
      : {}),
  };
  return { ...here, subject, named, thing, at };
}

/** Everybody with a hand in the text of a run, also one that is over. */
async function handsIn(db: Database, runId: string): Promise<readonly string[]> {
  const run = await runById(db, runId);
  const [revision, taken] = await Promise.all([revisionById(db, run.revisionId), decisionsOf(db, runId)]);
  return contributorsOf(
    run.chain,
    revision.contributors,
    taken.map((d) => ({ step: d.step, person: d.personId })),
  );
}

async function aliveRun(db: Database, { run, revision }: Thing): Promise<Run | undefined> {
  if (!run || !revision || run.state === 'ended') return undefined;
  const taken = await decisionsOf(db, run.id);
  return {
    state: run.state,
    step: run.step,
    hash: run.hash,
    chain: run.chain,
    facets: run.facets,
    contributors: contributorsOf(
      run.chain,
      revision.contributors,
      taken.map((d) => ({ step: d.step, person: d.personId })),
    ),
    used: [
      { person: run.submittedBy, post: run.submittedPost },
      ...taken.map((d) => ({ person: d.personId, post: d.post })),
    ],
    decided: taken.filter((d) => d.step === run.step).map((d) => d.post),
    scheduled: run.publishAt !== null,
  };
}

/** The chain that raised facets give, under the rules that the run started with; undefined when nothing was raised. */
export async function raisedChain(
  db: Database,
  known: Known,
  changes: Readonly<Record<string, string>>,
): Promise<Outcome<{ chain: Chain }> | undefined> {
  const { run, p, column } = known.thing;
  if (!run) return undefined;
  const facets = { ...run.facets, ...changes };
  const up = raise(run.facets, facets);
  if (!up.ok) return refuse(up.why === 'facet_fixed' ? 'facet_fixed' : 'lowered');
  if (up.raised.length === 0) return undefined;
  const path = await adoptions(db, run.chain.adoptions);
  return chainFor('article.publish', targetOf(column, path, p.unitId, facets));
}

export const apartOf = (path: readonly InForce[]): readonly (readonly string[])[] =>
  path.flatMap((law) => law.regulation.apart);

export const ruleAsk = (
  verb: Verb,
  person: string,
  post: string,
  body: Readonly<Record<string, unknown>>,
): RuleAsk => ({
  verb,
  person,
  post,
  step: body.step as number | undefined,
  hash: body.hash as string | undefined,
  words: body.words as string | undefined,
  reason: (body.type ?? body.reason) as string | undefined,
});
