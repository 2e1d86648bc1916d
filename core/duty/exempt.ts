/** Exemptions: dated records with a reason. Language page, section 6; decision 0535. */
import { addDays, type Day, startOf } from '../day.ts';
import { groups } from '../groups.ts';
import type { Planned } from './plan.ts';
import { ahead, type Verdict } from './verdict.ts';

/**
 * Who is let off what: one duty (`slug`, `duty`) of one adopter (`unit`) over one thing, from a day up to, without, another.
 * `at`: when it was given. `backAt`: when it was taken back: it stays for what was over by then. Both in milliseconds since
 * 1970. `seq`: the event that gave it.
 */
export type Exemption = {
  readonly seq: string;
  readonly at: number;
  readonly backAt?: number;
  readonly unit: string;
  readonly slug: string;
  readonly duty: string;
  readonly thing: string;
  readonly from: Day;
  readonly to: Day;
};

const nameOf = ({ unit, slug, duty, thing }: Omit<Exemption, 'seq' | 'at' | 'from' | 'to'>): string =>
  `${unit} ${slug} ${duty} ${thing}`;

/** Those of each planned duty, under whichever version of the regulation. */
export function exemptionsBy(
  all: readonly Exemption[],
): (plan: Pick<Planned, 'rule' | 'duty' | 'thing'>) => readonly Exemption[] {
  if (all.length === 0) return () => all;
  const found = groups(all, nameOf);
  return ({ rule: { binding, regulation }, duty, thing }) =>
    found.get(nameOf({ unit: binding.unit, slug: regulation.slug, duty: duty.id, thing: thing.id })) ?? [];
}

/**
 * What isn't met is exempt, if the day on which its time is over lies in an exemption that was given before: afterwards
 * nothing undoes a breach. A gap, and whatever stands or is counted as it is now, is exempt on the days themselves, from
 * the one on which it broke to today, and owed again when they are over.
 */
export function exempted(verdict: Verdict, plan: Planned, exemptions: readonly Exemption[], now: number): Verdict {
  if (verdict.status === 'met' || exemptions.length === 0) return verdict;
  const { overAt, to, doneAt = now + 1 } = verdict;
  const stands = isState(plan);
  const end = overAt ?? (stands ? now + 1 : startOf(to));
  const known = exemptions.filter(({ at }) => at <= now);
  const stretch = stretchOf(known, end, stands ? doneAt : end, now);
  if (stretch) {
    const { changesAt, ...rest } = verdict;
    const next = stands ? ahead(now, changesAt, stretch.until) : {};
    return { ...rest, ...next, status: 'exempt', rests: [...verdict.rests, ...stretch.seqs] };
  }
  if (!stands) return verdict;
  // What stands becomes exempt with the first day, whatever happens.
  const begins = known.filter((one) => one.at < end && untilOf(one, now) > now).map(({ from }) => startOf(from));
  return { ...verdict, ...ahead(now, verdict.changesAt, ...begins.filter((at) => at < end)) };
}

/**
 * Those that hold one after the other, with no instant between them, from the last one in time to the last one that is
 * judged. Each has to be given while it is still exempt. Which of several holds is the first in the list: that stays as it
 * was, whatever is given or taken back later.
 */
function stretchOf(
  known: readonly Exemption[],
  end: number,
  judgedAt: number,
  now: number,
): { readonly seqs: readonly string[]; readonly until: number } | undefined {
  const seqs: string[] = [];
  let until = Math.min(end, judgedAt) - 1;
  while (until < judgedAt) {
    const next = known.find((one) => one.at <= until && startOf(one.from) <= until && until < untilOf(one, now));
    if (!next) return undefined;
    seqs.push(next.seq);
    until = untilOf(next, now);
  }
  return { seqs, until };
}

/** The first instant at which it doesn't hold any more: its days are over, or it was taken back. */
const untilOf = ({ to, backAt }: Exemption, now: number): number =>
  Math.min(startOf(to), backAt !== undefined && backAt <= now ? backAt : Number.POSITIVE_INFINITY);

/** It is judged as things are now, and has no end of its own. */
function isState({ duty: { does } }: Planned): boolean {
  switch (does.pattern) {
    case 'gap':
    case 'keep':
      return true;
    case 'share':
      return 'last' in does.over;
    case 'count':
      return does.per === undefined;
    default:
      return false;
  }
}

/** Days that one exemption may last: whoever needs it longer says so again. */
const mostDays = 366;

/** Why one can't be given for these days, both included; undefined: it can. A day that is over excuses nothing any more. */
export function exemptFault(
  { from, until }: { readonly from: Day; readonly until: Day },
  today: Day,
): 'exempt_past' | 'exempt_reversed' | 'exempt_long' | undefined {
  if (from < today) return 'exempt_past';
  if (until < from) return 'exempt_reversed';
  return until >= addDays(from, mostDays) ? 'exempt_long' : undefined;
}
