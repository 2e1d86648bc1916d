/** `count`: how many lines of other duties stand so. The national check: 单项否决. */
import type { Span } from '../period.ts';
import type { Count } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { keeps } from './limits.ts';
import type { Verdict } from './verdict.ts';

export type CountRule = Pick<Settled<Count>, 'bound' | 'n' | 'state' | 'per'>;

/**
 * `lines`: the verdicts of those duties over the same subject in this span, without what is counted elsewhere. Any number of
 * those that aren't sure may come in, and in a period those that are open, and while it runs (`isRunning`) others: only what
 * holds either way is said.
 */
export function judgeCount(rule: CountRule, lines: readonly Verdict[], span: Span, isRunning = false): Verdict {
  const hit = lines.filter(({ status }) => status === rule.state);
  const unsure = lines.filter(({ status }) => status === 'provisional').length;
  const open = rule.per ? lines.filter(({ status }) => status !== rule.state && isOpen(status)).length : 0;
  const kept = keeps(rule.bound, rule.n, hit.length);
  const more = unsure + open + (isRunning ? rule.n + 1 : 0);
  const ways = Array.from({ length: more + 1 }, (_, i) => keeps(rule.bound, rule.n, hit.length + i));
  const either = ways.every((way) => way === kept);
  const waits = isRunning || open > 0 ? 'pending' : 'provisional';
  const status = either ? (kept ? 'met' : 'breached') : waits;
  const rests = hit.flatMap((line) => line.rests);
  return {
    ...span,
    n: hit.length,
    asked: rule.n,
    isSure: either || waits === 'pending',
    horizon: span.from,
    status,
    rests,
  };
}

const isOpen = (status: Verdict['status']): boolean => status === 'pending' || status === 'warned';
