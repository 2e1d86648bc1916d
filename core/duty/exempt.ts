/** Exemptions: dated records with a reason. Language page, section 6. */
import { type Day, localDay, startOf } from '../day.ts';
import type { Planned } from './plan.ts';
import { ahead, type Verdict } from './verdict.ts';

/**
 * Who is let off what: one duty (`slug`, `duty`) of one adopter (`unit`) over one thing, from a day up to, without, another.
 * `at`: when it was given. `seq`: the event that gave it.
 */
export type Exemption = {
  readonly seq: string;
  readonly at: number;
  readonly unit: string;
  readonly slug: string;
  readonly duty: string;
  readonly thing: string;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
};

export const isExemptionOf = (
  one: Exemption,
  { rule, duty, thing }: Pick<Planned, 'rule' | 'duty' | 'thing'>,
): boolean =>
  one.unit === rule.binding.unit && one.slug === rule.regulation.slug && one.duty === duty.id && one.thing === thing.id;

/**
 * What isn't met is exempt, if the day on which its time is over lies in an exemption that was given before: afterwards
 * nothing undoes a breach. A gap, and whatever stands or is counted as it is now, is exempt on the days themselves, and
 * owed again when they are over.
 */
export function exempted(verdict: Verdict, plan: Planned, exemptions: readonly Exemption[], now: number): Verdict {
  if (verdict.status === 'met') return verdict;
  const { overAt, to } = verdict;
  const stands = isState(plan) && verdict.doneAt === undefined;
  const end = overAt ?? startOf(to);
  const day = stands ? localDay(now) : localDay(end - 1);
  const one = exemptions.find(
    ({ at, from, to: until }) => at <= now && (stands || at < end) && from <= day && day < until,
  );
  if (!one) return verdict;
  const next = stands ? ahead(now, verdict.changesAt, startOf(one.to)) : {};
  const { changesAt, ...rest } = verdict;
  return { ...rest, ...next, status: 'exempt', rests: [...verdict.rests, one.seq] };
}

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
