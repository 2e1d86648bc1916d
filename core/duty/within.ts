/** `within`: from one event to another. ZJ-15: 自接件之日起五个工作日; QX-8.1: 二十四小时. */
import type { Calendar } from '../calendar.ts';
import { addDays, dayNumber, localDay } from '../day.ts';
import { type Duration, overAt } from '../duration.ts';
import type { Warn, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { clock, type Rested } from './pauses.ts';
import { ahead, ifSure, later, type Verdict } from './verdict.ts';
import { firstWarning } from './warn.ts';

export type WithinRule = Pick<
  Settled<Within>,
  'from' | 'to' | 'limit' | 'onceThere' | 'pauses' | 'restarts' | 'extension'
> & {
  readonly warn: readonly Settled<Warn>[];
};
/** One event of the subject, in log order. `at`: milliseconds since 1970. */
export type Happening = { readonly seq: string; readonly kind: string; readonly at: number };

/**
 * One verdict for each time that the clock was started, in order. A `from` starts a line unless one is open, the first of
 * `to` ends it. `happened`: events of the subject, in log order; what lies after `now` is not looked at.
 */
export function judgeWithin(
  rule: WithinRule,
  happened: readonly Happening[],
  calendar: Calendar,
  now: number,
): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let open: Happening[] = [];
  for (const one of happened.filter(({ at }) => at <= now)) {
    if (open.length === 0 && !rule.from.includes(one.kind)) continue;
    open.push(one);
    if (open.length === 1 || !rule.to.includes(one.kind)) continue;
    verdicts.push(...lineOf(rule, open, calendar, now));
    open = [];
  }
  return open.length > 0 ? [...verdicts, ...lineOf(rule, open, calendar, now)] : verdicts;
}

function lineOf(rule: WithinRule, events: readonly Happening[], calendar: Calendar, now: number): readonly Verdict[] {
  const start = events[0];
  if (!start || (rule.onceThere !== undefined && !events.some(({ kind }) => kind === rule.onceThere))) return [];
  const end = events.slice(1).find(({ kind }) => rule.to.includes(kind));
  const begun = events.findLast(({ kind }) => rule.restarts.includes(kind)) ?? start;
  const until = end?.at ?? now;
  const rests = restsOf(rule, events);
  const after = (time: Duration) => clock(time, begun.at, rests, calendar, until);
  const plain = after(rule.limit);
  const longer = extended(rule, events, begun, plain.at, calendar);
  const over = { ...plain, ...longer };
  const warning = firstWarning(rule.warn, { startAt: begun.at, overAt: over.at, limit: rule.limit, after }, calendar);
  const given = {
    from: localDay(start.at),
    to: addDays(localDay(over.at - 1), 1),
    n: until - begun.at,
    asked: rule.limit.n,
    overAt: over.at,
    isSure: over.isSure && (warning?.isSure ?? true),
    horizon: later(over.horizon, warning?.horizon),
    rests: events.filter(({ kind }) => counts(kind, rule)).map(({ seq }) => seq),
  };
  if (end && end.at < over.at)
    return [isSoon(rule.limit, begun.at, end.at) ? { ...given, status: 'met' } : ifSure({ ...given, status: 'met' })];
  if (end) return [ifSure({ ...given, status: 'breached', doneAt: end.at })];
  if (now >= over.at) return [ifSure({ ...given, status: 'breached' })];
  const warned = warning !== undefined && now >= warning.at;
  return [ifSure({ ...given, status: warned ? 'warned' : 'pending', ...ahead(now, warning?.at, over.at) })];
}

/** So soon that no calendar could make it late: there are never more working days than days. */
const isSoon = ({ n, unit }: Duration, from: number, to: number): boolean =>
  unit === 'working day' && dayNumber(localDay(to)) - dayNumber(localDay(from)) <= n;

/** An event in which the clock begins, ends or changes. */
function counts(kind: string, rule: WithinRule): boolean {
  const turns = [...rule.from, ...rule.to, ...rule.restarts, ...rule.pauses.flatMap(({ from, to }) => [from, to])];
  return turns.includes(kind) || kind === rule.onceThere || kind === rule.extension?.event;
}

/** Each pause from its first event to the next of its second; those of one row share what they may take in all. */
function restsOf({ pauses }: WithinRule, events: readonly Happening[]): readonly Rested[] {
  return pauses.flatMap(({ from, to, atMost }, kind) => {
    const rests: Rested[] = [];
    let since: number | undefined;
    for (const one of events) {
      if (since === undefined && one.kind === from) since = one.at;
      else if (since !== undefined && one.kind === to) {
        rests.push({ from: since, to: one.at, kind, atMost });
        since = undefined;
      }
    }
    return since === undefined ? rests : [...rests, { from: since, kind, atMost }];
  });
}

/** Granted once, and counted from where the time would have ended. */
function extended(
  { extension, restarts }: WithinRule,
  events: readonly Happening[],
  begun: Happening,
  end: number,
  calendar: Calendar,
) {
  const given =
    extension && events.find(({ kind, at }) => kind === extension.event && (restarts.length === 0 || at >= begun.at));
  return given && extension ? overAt(extension.by as Duration, end - 1, calendar) : {};
}
