/** Exemptions: dated records with a reason. Language page, section 6; decision 0535. */
import { addDays, type Day, localDay, startOf } from '../day.ts';
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
  const judgedAt = stands ? doneAt : end;
  const [over, last] = [localDay(end - 1), localDay(judgedAt - 1)];
  const given = exemptions.filter(
    (one) => one.at <= now && one.at < end && one.from <= over && !isBack(one, judgedAt, now),
  );
  const one = given.find(({ from, to: until }) => from <= last && last < until);
  if (one) {
    const { changesAt, ...rest } = verdict;
    const next = stands ? ahead(now, changesAt, startOf(one.to)) : {};
    return { ...rest, ...next, status: 'exempt', rests: [...verdict.rests, one.seq] };
  }
  // What stands becomes exempt with the first day, whatever happens.
  return stands ? { ...verdict, ...ahead(now, verdict.changesAt, ...given.map(({ from }) => startOf(from))) } : verdict;
}

/** Taken back before the time was over. */
const isBack = ({ backAt }: Exemption, judgedAt: number, now: number): boolean =>
  backAt !== undefined && backAt <= now && backAt < judgedAt;

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
