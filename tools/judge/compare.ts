/** Both judges side by side: at random instants, at every edge that either of them names, and between now and the next change. */
import { closing, placeAt } from './days.ts';
import { type Case, difference, type Pair } from './sides.ts';

/** `lines`: how often both were asked. `walked`: changes that were looked for by stepping; `exact`: those foretold to the minute. */
export type Compared = { lines: number; walked: number; exact: number; readonly differences: string[] };
export const nothing = (): Compared => ({ lines: 0, walked: 0, exact: 0, differences: [] });

/** Adds what was seen of one case. */
export function compare(one: Case, seen: Compared): void {
  compareAll(one, seen);
  if (one.pattern === 'within') for (const late of doneAtTheEnd(one)) compareAll(late, seen);
}

/** The same, done at the very instant at which the time is over: no random event falls on it often enough. */
function doneAtTheEnd(one: Case): readonly Case[] {
  const ends = one.nows.flatMap((now) => one.judge(now, now)).flatMap(({ ours }) => ours?.overAt ?? []);
  return [...new Set(ends)].slice(0, 1).map((end) => {
    const done = { seq: 'done', at: end, kind: 'y' };
    const ended = one.changed?.({ raw: (raw) => [...raw.filter(({ at }) => at < end), done] }) ?? one;
    return { ...ended, nows: [end, end + 60_000] };
  });
}

function compareAll(one: Case, seen: Compared): void {
  const begin = one.begin ?? Number.NEGATIVE_INFINITY;
  for (const now of edgesOf(one).filter((edge) => edge >= begin))
    for (const pair of one.judge(now, now)) {
      if (!pair.core && !pair.ours) continue;
      seen.lines++;
      const differs = difference(pair, one.lost ?? new Set());
      if (differs) seen.differences.push(tell(one, now, differs));
    }
  const now = one.nows.find((when) => when >= begin);
  if (now === undefined) return;
  one.judge(now, now).forEach((pair, line) => {
    foretold(one, pair, line, now, seen);
  });
}

/** Where something may turn, and a minute and a millisecond beside it. */
function edgesOf(one: Case): readonly number[] {
  const edges = one.nows
    .flatMap((now) => one.judge(now, now))
    .flatMap(({ core, ours }) => [core?.overAt, core?.changesAt, ours?.overAt])
    .flatMap((edge) => (edge === undefined ? [] : [edge - 60_000, edge - 1, edge, edge + 60_000]));
  return [...new Set([...one.nows, ...edges])];
}

/** Before the next change that is named, nothing changes unless something happens: stepped day by day, then by the minute. */
function foretold(one: Case, { core, ours }: Pair, line: number, now: number, seen: Compared): void {
  if (!core || !ours) return;
  const isSame = (then: number) => {
    const later = one.judge(then, now)[line]?.ours;
    return later?.status === ours.status && later.doneAt === ours.doneAt;
  };
  seen.walked++;
  const change = nextChange(isSame, now, core.changesAt);
  if (change !== undefined && change !== core.changesAt)
    seen.differences.push(tell(one, now, `changes at ${change}, foretold ${core.changesAt}`));
  if (change !== undefined && change === core.changesAt) seen.exact++;
}

const daysAhead = 45;
/** The first instant at which it isn't the same, up to and with `until`; looked for on so many days. */
function nextChange(isSame: (then: number) => boolean, now: number, until: number | undefined): number | undefined {
  let same = now;
  for (let day = placeAt(now); day < placeAt(now) + daysAhead; day++) {
    const then = Math.min(closing(day), until === undefined ? Number.POSITIVE_INFINITY : until - 1);
    if (!isSame(then)) return toTheMinute(isSame, same, then);
    same = then;
    if (until !== undefined && then === until - 1) return isSame(until) ? undefined : until;
  }
  return undefined;
}
function toTheMinute(isSame: (then: number) => boolean, from: number, to: number): number {
  let then = from;
  for (const step of [3_600_000, 60_000, 1000, 1]) while (then + step < to && isSame(then + step)) then += step;
  return then + 1;
}

const shown = (text: string): string =>
  text.replace(/\b1[2-9]\d{11}\b/g, (ms) => new Date(Number(ms) + 8 * 3_600_000).toISOString().slice(0, 23));
const tell = ({ pattern, told }: Case, now: number, words: string): string =>
  shown(`${pattern} at ${now}: ${words}\n${JSON.stringify(told)}`);
