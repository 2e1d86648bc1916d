/** `keep`: a standing fact. ZJ-12: 必须指定专人. */
import type { Calendar } from '../calendar.ts';
import { addDays, localDay, startOf } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import type { Standing } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { keeps } from './limits.ts';
import { ahead, ifSure, type Life, type Verdict } from './verdict.ts';

export type KeepRule = Pick<Settled<Standing>, 'bound' | 'n'> & { readonly grace?: Duration };
/** One more, or one less, from an instant on (milliseconds since 1970); in log order. */
export type Change = { readonly seq: string; readonly at: number; readonly n: number };

/**
 * Whether so many are there now. One that is missing may be made good within the grace, counted from when it went
 * missing, from birth, or from the rule's first day.
 */
export function judgeKeep(
  rule: KeepRule,
  life: Life,
  changes: readonly Change[],
  calendar: Calendar,
  now: number,
): Verdict {
  const begin = startOf(life.bornOn > life.ruledFrom ? life.bornOn : life.ruledFrom);
  let balance = 0;
  let since = begin;
  let seqs: string[] = [];
  for (const { at, n, seqs: names } of atOnce(changes.filter((one) => one.at <= now))) {
    const was = keeps(rule.bound, rule.n, balance);
    balance += n;
    const is = keeps(rule.bound, rule.n, balance);
    if (is !== was && at > begin) since = at;
    seqs = is === was ? [...seqs, ...names] : [...names];
  }
  const from = localDay(since);
  const given = { from, n: balance, asked: rule.n, rests: seqs };
  if (keeps(rule.bound, rule.n, balance)) {
    return { ...given, to: addDays(localDay(now), 1), isSure: true, horizon: from, status: 'met' };
  }
  const over = rule.grace ? overAt(rule.grace, since, calendar) : { at: since, isSure: true, horizon: from };
  const waits = {
    ...given,
    to: addDays(localDay(Math.max(over.at - 1, since)), 1),
    overAt: over.at,
    isSure: over.isSure,
    horizon: over.horizon,
  };
  return ifSure({ ...waits, status: now >= over.at ? 'breached' : 'warned', ...ahead(now, over.at) });
}

/** What happens at one instant happens at once: a successor leaves no gap, whoever stands first in the log. */
function atOnce(changes: readonly Change[]): readonly { at: number; n: number; seqs: readonly string[] }[] {
  const instants = new Map<number, { at: number; n: number; seqs: readonly string[] }>();
  for (const { at, n, seq } of changes) {
    const before = instants.get(at);
    instants.set(at, { at, n: (before?.n ?? 0) + n, seqs: [...(before?.seqs ?? []), seq] });
  }
  return [...instants.values()];
}
