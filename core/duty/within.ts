/** `within`: from one event to another. ZJ-15: 自接件之日起五个工作日; QX-8.1: 二十四小时. */
import type { Calendar } from '../calendar.ts';
import { addDays, dayNumber, localDay } from '../day.ts';
import type { Duration } from '../duration.ts';
import type { Warn, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { clock, type Rested, turnsAt } from './pauses.ts';
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
  const there = events.find(({ kind }) => kind === rule.onceThere);
  if (!start || (rule.onceThere !== undefined && !there)) return [];
  const end = events.slice(1).find(({ kind }) => rule.to.includes(kind));
  const moving = movingOf(rule, events, calendar);
  const begun = begunBy(rule, moving) ?? start;
  const until = end?.at ?? now;
  const over = overOf(rule, moving, calendar, until);
  const warning = firstWarning(
    rule.warn,
    {
      startAt: begun.at,
      overAt: over.at,
      limit: rule.limit,
      after: (time) => clock([time], begun.at, restsOf(rule, moving), calendar, until),
    },
    calendar,
  );
  const given: Verdict = {
    status: 'met',
    from: localDay(start.at),
    to: addDays(localDay(over.at - 1), 1),
    n: until - begun.at,
    asked: rule.limit.n,
    overAt: over.at,
    isSure: over.isSure,
    horizon: later(over.horizon, warning.horizon),
    rests: restingOn(events, [...moving, end, there]),
  };
  if (end && end.at < over.at)
    return [isSoon(rule.limit, begun.at, end.at) ? { ...given, status: 'met' } : ifSure({ ...given, status: 'met' })];
  if (end) return [ifSure({ ...given, status: 'breached', doneAt: end.at })];
  if (now >= over.at) return [ifSure({ ...given, status: 'breached' })];
  const isSure = over.isSure && warning.isSure;
  const status = now >= warning.at ? 'warned' : 'pending';
  const turns = status === 'warned' ? turnsAt(restsOf(rule, moving), over.at, now) : undefined;
  return [ifSure({ ...given, isSure, status, ...ahead(now, warning.at, over.at, turns) })];
}

const restingOn = (events: readonly Happening[], all: readonly (Happening | undefined)[]): readonly string[] =>
  events.filter((one) => all.includes(one)).map(({ seq }) => seq);

/** So soon that no calendar could make it late: there are never more working days than days. */
const isSoon = ({ n, unit }: Duration, from: number, to: number): boolean =>
  unit === 'working day' && dayNumber(localDay(to)) - dayNumber(localDay(from)) <= n;

/**
 * The events that begin or move the clock. Once its time is over nothing moves it: a breach isn't undone by an extension
 * or a restart that comes too late.
 */
function movingOf(rule: WithinRule, events: readonly Happening[], calendar: Calendar): readonly Happening[] {
  const moving = events.slice(0, 1);
  for (const one of events.slice(1)) {
    if (moves(rule, moving, one) && one.at < overOf(rule, moving, calendar, one.at).at) moving.push(one);
  }
  return moving;
}

/** A pause begins while none of its row lasts, and ends one that does; the time is made longer once. */
function moves(rule: WithinRule, moving: readonly Happening[], { kind }: Happening): boolean {
  const isLonger = moving.some((one) => one.kind === rule.extension?.event);
  if (rule.restarts.includes(kind) || (kind === rule.extension?.event && !isLonger)) return true;
  return rule.pauses.some(({ from, to }) => {
    const last = moving.findLast((one) => one.kind === from || one.kind === to);
    return kind === (last?.kind === from ? to : from);
  });
}

const begunBy = (rule: WithinRule, moving: readonly Happening[]): Happening | undefined =>
  moving.findLast(({ kind }) => rule.restarts.includes(kind)) ?? moving[0];

/** When the time is over; what was granted lasts through a restart, and is counted from where the time would have ended. */
function overOf(rule: WithinRule, moving: readonly Happening[], calendar: Calendar, now: number) {
  const { limit, extension } = rule;
  const isLonger = extension !== undefined && moving.some(({ kind }) => kind === extension.event);
  const startAt = begunBy(rule, moving)?.at ?? now;
  return clock(isLonger ? [limit, extension.by] : [limit], startAt, restsOf(rule, moving), calendar, now);
}

/** Each pause from its first event to the next of its second; those of one row share what they may take in all. */
export function restsOf({ pauses }: Pick<WithinRule, 'pauses'>, events: readonly Happening[]): readonly Rested[] {
  if (pauses.length === 0) return [];
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
