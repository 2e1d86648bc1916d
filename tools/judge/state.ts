/** `share`, `keep`, `count`: how things stand; language page, section 3. */
import {
  dayAt,
  daysAway,
  type Length,
  opening,
  over,
  type Place,
  periodOf,
  placeAt,
  placeOf,
  type Table,
} from './days.ts';
import type { Life } from './rate.ts';
import { asking, countsAt, dayAfter, fits, owed, type Raw, type Said, unlessUnsure, type Warn } from './said.ts';

export type Share = {
  readonly bound: string;
  readonly percent: number;
  readonly over: { readonly last?: Length; readonly per?: string };
  readonly samples: readonly { readonly bound: string; readonly n: number; readonly per: string }[];
  readonly warn: readonly Warn[];
};

export function shareDays({ over: { last, per } }: Share, now: number, table: Table): { from: Place; to: Place } {
  const today = placeAt(now);
  return last ? { from: daysAway(last, today, asking(table), -1), to: today } : periodOf(per ?? 'day', today);
}

/** `span`: the days that are looked at. */
export function share(
  rule: Share,
  life: Life,
  part: readonly Raw[],
  whole: readonly Raw[],
  span: { from: Place; to: Place },
  now: number,
): Said {
  const end = opening(span.to);
  const seen = (raw: readonly Raw[]) =>
    countsAt(raw, rule.over.last ? now : Math.min(now, end - 1)).filter(
      ({ at }) => at >= opening(span.from) && at < end,
    );
  const [parts, all] = [seen(part), seen(whole)];
  const n = all.length === 0 ? 0 : (100 * parts.length) / all.length;
  const said = {
    from: dayAt(span.from),
    to: dayAt(span.to),
    n,
    asked: rule.percent,
    rests: parts.map(({ seq }) => seq),
  };
  const isSmall = all.length === 0 || rule.samples.some((sample) => !isEnough(sample, all, span));
  const isOver = now >= end;
  const begun = Math.max(placeOf(life.bornOn), placeOf(life.ruledFrom));
  if (isSmall || begun > span.from) return { ...said, status: 'provisional' };
  const isKept = fits(rule.bound, rule.percent * all.length, 100 * parts.length);
  const isWarned = rule.warn.some((warn) =>
    fits(warn.bound ?? '', (warn.percent ?? 0) * all.length, 100 * parts.length),
  );
  if (isOver) return { ...said, status: isKept ? (isWarned ? 'warned' : 'met') : 'breached' };
  return { ...said, status: !isKept || isWarned ? 'warned' : 'pending' };
}

/** So many in each whole period of the span. */
function isEnough(
  { bound, n, per }: Share['samples'][number],
  all: readonly Raw[],
  span: { from: Place; to: Place },
): boolean {
  for (let place = span.from; place < span.to; place = periodOf(per, place).to) {
    const period = periodOf(per, place);
    const inside = all.filter(({ at }) => placeAt(at) >= period.from && placeAt(at) < period.to).length;
    if (!fits(bound, n, inside)) return false;
  }
  return true;
}

export type Keep = { readonly bound: string; readonly n: number; readonly grace?: Length };
export type Step = { readonly seq: string; readonly at: number; readonly n: number };

export function keep(rule: Keep, life: Life, steps: readonly Step[], table: Table, now: number): Said {
  const begin = opening(Math.max(placeOf(life.bornOn), placeOf(life.ruledFrom)));
  const happened = steps.filter(({ at }) => at <= now);
  const balanceAt = (instant: number) => happened.filter(({ at }) => at <= instant).reduce((sum, { n }) => sum + n, 0);
  const isKeptAt = (instant: number) => fits(rule.bound, rule.n, balanceAt(instant));
  const n = balanceAt(now);
  // What happens at one instant happens at once: a successor leaves no gap.
  let turned = Number.NEGATIVE_INFINITY;
  let before = fits(rule.bound, rule.n, 0);
  for (const instant of new Set(happened.map(({ at }) => at).toSorted((a, b) => a - b))) {
    if (isKeptAt(instant) !== before) turned = instant;
    before = isKeptAt(instant);
  }
  const since = Math.max(begin, turned);
  const rests = happened.filter(({ at }) => at >= turned).map(({ seq }) => seq);
  const asked = asking(table);
  const kept = isKeptAt(now);
  const end = rule.grace ? over(rule.grace, since, asked) : since;
  const said = { from: dayAt(placeAt(since)), n, asked: rule.n, rests };
  if (kept) return { ...said, to: dayAt(placeAt(now) + 1), status: 'met' };
  return unlessUnsure(
    { ...said, to: dayAfter(Math.max(end, since + 1)), overAt: end, status: owed(now, since, end) },
    asked,
  );
}

export type Count = { readonly bound: string; readonly n: number; readonly state: string };
/** A line that isn't sure may turn out either way: only what holds both with and without any of them is said. */
export function count(rule: Count, lines: readonly { status: string; rests: readonly string[] }[]): Said['status'] {
  const hits = lines.filter(({ status }) => status === rule.state).length;
  const open = lines.filter(({ status }) => status === 'provisional').length;
  const ways = new Set(Array.from({ length: open + 1 }, (_, i) => fits(rule.bound, rule.n, hits + i)));
  if (ways.size === 2) return 'provisional';
  return ways.has(true) ? 'met' : 'breached';
}
