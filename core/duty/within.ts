/** `within`: from one event to another. ZJ-15: 自接件之日起五个工作日; QX-8.1: 二十四小时. */
import type { Calendar } from '../calendar.ts';
import { type Day, dayMs, dayNumber, localDay, startOf } from '../day.ts';
import type { Duration } from '../duration.ts';
import { those } from '../groups.ts';
import type { Warn, Within } from '../regulation/duty-types.ts';
import type { Settled } from '../regulation/settle.ts';
import { byDay, countsHours } from './by-day.ts';
import { clock, type Rested, turnsAt } from './pauses.ts';
import { ahead, ifSure, later, type Verdict } from './verdict.ts';
import { firstWarning, type Running, type Warning } from './warn.ts';

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
  const known = those(happened, ({ at }) => at <= now);
  const verdicts: Verdict[] = [];
  for (let next = 0; next < known.length; next++) {
    if (!rule.from.includes(known[next]?.kind ?? '')) continue;
    const begun = next++;
    while (next < known.length && !rule.to.includes(known[next]?.kind ?? '')) next++;
    const verdict = lineOf(rule, known.slice(begun, next + 1), calendar, now);
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}

function lineOf(rule: WithinRule, events: readonly Happening[], calendar: Calendar, now: number): Verdict | undefined {
  const [start, last] = [events[0], events.at(-1)];
  const there = events.find(({ kind }) => kind === rule.onceThere);
  if (!start || (rule.onceThere !== undefined && !there)) return undefined;
  const end = last && last !== start && rule.to.includes(last.kind) ? last : undefined;
  const moving = movingOf(rule, events, calendar);
  const begun = begunBy(rule, moving) ?? start;
  const until = end?.at ?? now;
  // Where nothing moves it and no hours are counted, the day says it.
  const { over, warning } =
    isStill(rule) && !countsHours(rule)
      ? timesBy(rule, calendar)(localDay(begun.at))
      : timesFrom(rule, moving, begun.at, calendar, until);
  const given: Verdict = {
    status: 'met',
    from: localDay(start.at),
    to: localDay(over.at - 1 + dayMs),
    n: until - begun.at,
    asked: rule.limit.n,
    overAt: over.at,
    isSure: over.isSure,
    horizon: later(over.horizon, warning.horizon),
    rests: restingOn(events, moving, end, there),
  };
  if (end && end.at < over.at) return isSoon(rule.limit, begun.at, end.at) ? given : ifSure(given);
  if (end) return ifSure({ ...given, status: 'breached', doneAt: end.at });
  if (now >= over.at) return ifSure({ ...given, status: 'breached' });
  const isSure = over.isSure && warning.isSure;
  const status = now >= warning.at ? 'warned' : 'pending';
  const turns = status === 'warned' ? turnsAt(restsOf(rule, moving), over.at, now) : undefined;
  return ifSure({ ...given, isSure, status, ...ahead(now, warning.at, over.at, turns) });
}

type Times = { readonly over: Warning; readonly warning: Warning };

/** When the time is over, and when to warn of it. */
function timesFrom(
  rule: WithinRule,
  moving: readonly Happening[],
  startAt: number,
  calendar: Calendar,
  until: number,
): Times {
  const { warn, limit } = rule;
  const over = overOf(rule, moving, calendar, until);
  const running: Running = {
    startAt,
    overAt: over.at,
    limit,
    after(time) {
      return clock([time], startAt, restsOf(rule, moving), calendar, until);
    },
  };
  return { over, warning: firstWarning(warn, running, calendar) };
}

const timesBy = byDay((rule: WithinRule, day: Day, calendar) =>
  timesFrom(rule, [], startOf(day), calendar, startOf(day)),
);

/** Nothing moves its clock. */
const isStill = ({ pauses, restarts, extension }: WithinRule): boolean =>
  pauses.length === 0 && restarts.length === 0 && extension === undefined;

const restingOn = (
  events: readonly Happening[],
  moving: readonly Happening[],
  end: Happening | undefined,
  there: Happening | undefined,
): readonly string[] =>
  those(events, (one) => one === end || one === there || moving.includes(one)).map(({ seq }) => seq);

/** So soon that no calendar could make it late: there are never more working days than days. */
const isSoon = ({ n, unit }: Duration, from: number, to: number): boolean =>
  unit === 'working day' && dayNumber(localDay(to)) - dayNumber(localDay(from)) <= n;

/**
 * The events that begin or move the clock. Once its time is over nothing moves it: a breach isn't undone by an extension
 * or a restart that comes too late.
 */
function movingOf(rule: WithinRule, events: readonly Happening[], calendar: Calendar): readonly Happening[] {
  const moving = events.slice(0, 1);
  if (isStill(rule)) return moving;
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
