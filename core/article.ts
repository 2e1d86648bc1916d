/**
 * An article on its way to the public. A *run* is one revision going through its chain (what is in review); a
 * *placement* is what is public. An article itself has no state. ZJ-12: 发布的信息必须按照规定的程序经过审批.
 */
import {
  type Guard,
  type PlacementState,
  type PlacementVerb,
  placementMoves,
  type Role,
  type RunState,
  runMoves,
  signed,
  type Verb,
} from './article-moves.ts';
import { afterRaise, type Chain, type ChainStep } from './chain.ts';
import { dayMs } from './day.ts';
import { judge } from './moves.ts';
import { type Clause, type Outcome, type Refusal, refuse } from './outcome.ts';
import { ofText, type TextState, textGuards } from './text-state.ts';

export { placementMoves, type Role, runMoves, type Verb, verbs } from './article-moves.ts';

export type { TextState } from './text-state.ts';

/** A run that is alive, with the chain it started with. `step` is the index of the step that is due. */
export type Run = {
  readonly state: 'open' | 'complete';
  readonly step: number;
  readonly hash: string;
  readonly chain: Chain;
  readonly facets: Readonly<Record<string, string>>;
  /** Makers of the revision, and who took an editing step (see `contributorsOf`). */
  readonly contributors: readonly string[];
  /** Which posts each person has used on this run so far: the submitter's, and those of the steps taken. */
  readonly used: readonly { readonly person: string; readonly post: string }[];
  /** Posts of the due step that have decided already (only `countersign` waits for several). */
  readonly decided: readonly string[];
  /** It waits for an instant to be published by itself. */
  readonly scheduled?: boolean;
};
export type Subject = {
  readonly placement: PlacementState;
  readonly everPublic: boolean;
  readonly discarded: boolean;
  readonly run?: Run;
  /** The placement that gives the address. Absent: it is. */
  readonly home?: boolean;
  readonly invalid?: boolean;
  readonly pinned?: boolean;
  /** It was published by force, and nobody has looked since: by whom, and who had a hand in the text. */
  readonly forced?: { readonly by: string; readonly contributors: readonly string[] };
};
export type Ask = {
  readonly verb: Verb;
  readonly person: string;
  /** The post it is made under. */
  readonly post: string;
  readonly step?: number | undefined;
  readonly hash?: string | undefined;
  readonly words?: string | undefined;
  readonly reason?: string | undefined;
};
export type Facts = {
  readonly roles: readonly Role[];
  /** An outside system asks: it writes and publishes like its post, and signs nothing (`no_signature`). */
  readonly outside?: boolean;
  /** The chain that this text would take now (submit), or that raised facets give (approve with raise, edit). */
  readonly chain?: Outcome<{ chain: Chain }> | undefined;
  /** Pairs of posts that one person may not use for one article, with the article that says so. */
  readonly apart: readonly (readonly string[])[];
  /** Whether every raised facet is really higher, as the regulation's scale goes. */
  readonly raisesOnly: boolean;
  /** What the text itself lacks, where a text is sent, edited or published. */
  readonly text?: TextState;
  /** The text that is handed in is the very one that is in review (edit, suggest). */
  readonly same?: boolean;
  /** The instant that is asked for (schedule) is not in the future, or more than a year away. */
  readonly timeUnfit?: boolean;
  /** Its last day is over (expire). */
  readonly due?: boolean;
  /** What is named as holding instead is not public, or is the text itself (mark_invalid). */
  readonly successorUnfit?: boolean;
  /** How many others are pinned in the column. */
  readonly pins?: number;
};
/** At most so many are pinned in a column: with more, the newest would be out of sight. */
export const pinsMax = 3;
/** What follows. `step` is the due step afterwards; `chain` is there when it is new. */
export type Ruling = {
  readonly event: string;
  readonly run: RunState;
  readonly placement: PlacementState;
  readonly step: number;
  readonly clause?: Clause;
  readonly chain?: Chain;
};

const yearMs = 366 * dayMs;
/** Whether a text may not be set to go out at this instant: it is over, or so far away that it must be a slip. */
export const timeUnfit = (out: Date, now: Date): boolean =>
  !(out.getTime() > now.getTime() && out.getTime() <= now.getTime() + yearMs);

const dueStep = (run: Run | undefined): ChainStep | undefined => run?.chain.steps[run.step];
const dueClause = (run: Run | undefined): Clause | undefined => dueStep(run)?.clause ?? run?.chain.publish.clause;

const apart = (s: Subject, ask: Ask, pairs: Facts['apart']): boolean =>
  pairs.some(
    (pair) =>
      pair.includes(ask.post) &&
      s.run?.used.some((u) => u.person === ask.person && u.post !== ask.post && pair.includes(u.post)),
  );

function guards(s: Subject, ask: Ask, facts: Facts): Record<Guard, boolean> {
  const due = dueStep(s.run);
  return {
    // What is done at an editing step is no approval: a contributor may do it (QX-8).
    own_work: (ask.verb === 'force' || due?.act !== 'edit') && (s.run?.contributors.includes(ask.person) ?? false),
    posts_apart: apart(s, ask, facts.apart),
    not_this_step: ask.step !== s.run?.step,
    not_editing: due?.act !== 'edit',
    no_suggestions: due?.edits !== 'suggest',
    nothing_changed: facts.same === true,
    text_changed: ask.hash !== s.run?.hash,
    lowered: !facts.raisesOnly,
    words_missing: !ask.words,
    reason_missing: !ask.words || !ask.reason,
    gate_shut: (s.run?.chain.requires.length ?? 0) > 0,
    was_public: s.everPublic,
    discarded: s.discarded,
    not_discarded: !s.discarded,
    time_unfit: facts.timeUnfit === true,
    not_scheduled: s.run?.scheduled !== true,
    not_due: facts.due !== true,
    is_invalid: s.invalid === true,
    not_home: s.home === false,
    successor_unfit: facts.successorUnfit === true,
    flag_open: s.forced !== undefined,
    not_forced: s.forced === undefined,
    not_third: s.forced?.by === ask.person || (s.forced?.contributors.includes(ask.person) ?? false),
    pins_full: (facts.pins ?? 0) >= pinsMax,
    not_pinned: s.pinned !== true,
    ...textGuards(facts.text),
  };
}

/** Whether the due step is done once this post has decided. */
const stepDone = (step: ChainStep | undefined, decided: readonly string[]): boolean =>
  step?.act !== 'countersign' || step.post.every((p) => decided.includes(p));

function ruleApprove(s: Subject, run: Run, ask: Ask, facts: Facts): Outcome<Ruling> {
  if (facts.chain && !facts.chain.ok) return facts.chain;
  const done = stepDone(run.chain.steps[run.step], [...run.decided, ask.post]);
  const step = done ? run.step + 1 : run.step;
  const chain = facts.chain ? afterRaise(run.chain, step, facts.chain.chain) : run.chain;
  const last = step >= chain.steps.length;
  const clause = dueClause(run);
  return {
    ok: true,
    event: last ? 'article.approved' : 'article.step_taken',
    run: last ? 'complete' : 'open',
    placement: s.placement,
    step,
    ...(clause ? { clause } : {}),
    ...(facts.chain ? { chain } : {}),
  };
}

/** The text is another one, and the step at which it was edited is still due. */
function ruleEdit(s: Subject, run: Run, facts: Facts): Outcome<Ruling> {
  if (facts.chain && !facts.chain.ok) return facts.chain;
  const clause = dueClause(run);
  return {
    ok: true,
    event: 'article.edited',
    run: 'open',
    placement: s.placement,
    step: run.step,
    ...(clause ? { clause } : {}),
    ...(facts.chain ? { chain: afterRaise(run.chain, run.step + 1, facts.chain.chain) } : {}),
  };
}

const publicEvent = (s: Subject): string =>
  s.placement === 'published' ? 'article.updated' : s.everPublic ? 'article.restored' : 'article.published';

const isPlacementVerb = (verb: Verb): verb is PlacementVerb => verb in placementMoves;

function rulePlacement(s: Subject, verb: PlacementVerb, facts: Facts, holds: (g: Guard) => boolean): Outcome<Ruling> {
  const judged = judge(placementMoves[verb], s.placement, facts.roles, holds);
  if (!judged.ok) return withClause(ofText(judged, facts.text), s);
  const at = { ok: true, run: s.run?.state ?? 'none', placement: s.placement, step: s.run?.step ?? 0 } as const;
  switch (verb) {
    case 'serve':
      return { ...at, event: 'article.served' };
    case 'expire':
      return { ...at, event: 'article.expired', placement: 'expired' };
    case 'withdraw':
      return { ...at, event: 'article.withdrawn', run: s.run ? 'ended' : 'none', placement: 'withdrawn' };
    case 'confirm':
      return { ...at, event: 'article.confirmed' };
    case 'mark_invalid':
      return { ...at, event: 'article.marked_invalid' };
    case 'pin':
      return { ...at, event: 'article.pinned' };
    case 'unpin':
      return { ...at, event: 'article.unpinned' };
    case 'clear_forced':
      return { ...at, event: 'article.forced_cleared' };
    case 'force': {
      const clause = s.run?.chain.clause ?? '';
      return { ...at, event: 'article.forced', run: 'ended', placement: 'published', clause };
    }
    case 'publish': {
      const clause = s.run?.chain.publish.clause ?? '';
      return { ...at, event: publicEvent(s), run: 'ended', placement: 'published', clause };
    }
  }
}

const withClause = (r: Refusal, s: Subject): Refusal => {
  const clause = r.clause ?? dueClause(s.run);
  return clause === undefined ? r : refuse(r.why, clause);
};

/** Judges one ask. Pure: the same subject, ask and facts always give the same ruling or the same reason. */
export function decide(s: Subject, ask: Ask, facts: Facts): Outcome<Ruling> {
  const reasons = guards(s, ask, facts);
  const holds = (g: Guard) => reasons[g];
  const state: RunState = s.run?.state ?? 'none';
  // No post would help a system to sign, so this is said first.
  if (facts.outside && signed(ask.verb)) return withClause(refuse('no_signature'), s);
  // Nothing is published whose chain isn't complete: the run's state comes before everything that the placement says (A1).
  if (ask.verb === 'publish' && state !== 'complete') return withClause(refuse(`not_while_${state}`), s);
  // What is approved needs no force, and what was never sent has no text that could be named.
  if (ask.verb === 'force' && state !== 'open') return withClause(refuse(`not_while_${state}`), s);
  if (isPlacementVerb(ask.verb)) return rulePlacement(s, ask.verb, facts, holds);
  const judged = judge(runMoves[ask.verb], state, facts.roles, holds);
  if (!judged.ok) return withClause(ofText(judged, facts.text), s);
  const base = { ok: true, placement: s.placement, step: s.run?.step ?? 0 } as const;
  switch (ask.verb) {
    case 'save':
      return { ...base, event: 'article.saved', run: 'none' };
    case 'submit': {
      const chain = facts.chain;
      if (!chain) return refuse('no_chain');
      if (!chain.ok) return chain;
      const empty = chain.chain.steps.length === 0;
      return {
        ...base,
        event: 'article.submitted',
        run: empty ? 'complete' : 'open',
        step: 0,
        clause: chain.chain.clause,
        chain: chain.chain,
      };
    }
    case 'approve':
      return s.run ? ruleApprove(s, s.run, ask, facts) : refuse('not_while_none');
    case 'recall':
      return { ...base, event: 'article.recalled', run: 'ended' };
    case 'edit':
      return s.run ? ruleEdit(s, s.run, facts) : refuse('not_while_none');
    case 'return':
    case 'suggest': {
      const clause = dueClause(s.run);
      return { ...base, event: 'article.returned', run: 'ended', ...(clause ? { clause } : {}) };
    }
    case 'schedule':
    case 'unschedule': {
      const event = ask.verb === 'schedule' ? 'article.scheduled' : 'article.unscheduled';
      return { ...base, event, run: 'complete', clause: s.run?.chain.publish.clause ?? '' };
    }
    case 'discard':
      return { ...base, event: 'article.discarded', run: s.run ? 'ended' : 'none' };
    case 'recover':
      return { ...base, event: 'article.recovered', run: 'none' };
  }
}
