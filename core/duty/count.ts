/** `count`: how many lines of other duties stand so. The national check: 单项否决. */
import type { Span } from '../period.ts';
import type { Count } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { keeps } from './limits.ts';
import type { Verdict } from './verdict.ts';

export type CountRule = Pick<Settled<Count>, 'bound' | 'n' | 'state'>;

/** `lines`: the verdicts of those duties over the same subject in this span, without what is counted elsewhere. */
export function judgeCount(rule: CountRule, lines: readonly Verdict[], span: Span): Verdict {
  const hit = lines.filter(({ status }) => status === rule.state);
  const unsure = lines.filter(({ status }) => status === 'provisional').length;
  const kept = keeps(rule.bound, rule.n, hit.length);
  // Any number of the unsure ones may come in: only what holds either way is said.
  const ways = Array.from({ length: unsure + 1 }, (_, i) => keeps(rule.bound, rule.n, hit.length + i));
  const either = ways.every((way) => way === kept);
  const status = either ? (kept ? 'met' : 'breached') : 'provisional';
  const rests = hit.flatMap((line) => line.rests);
  return { ...span, n: hit.length, asked: rule.n, isSure: either, horizon: span.from, status, rests };
}
