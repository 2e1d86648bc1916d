/** `rate`: so much in each period; language page, sections 2 and 3. */
import { closing, dayAt, holdsWork, opening, periodOf, placeAt, placeOf, type Table } from './days.ts';
import { asking, countsAt, fits, owed, type Raw, type Said, unlessUnsure, type Warn, warnedFrom } from './said.ts';

export type Life = { readonly bornOn: string; readonly endedOn?: string; readonly ruledFrom: string };
export type Rate = {
  readonly quota: { readonly bound: string; readonly n: number; readonly of: string; readonly per: string };
  readonly warn: readonly Warn[];
  readonly holidays?: string;
};

/** The line of the period that holds a day, at an instant; undefined where that period has none. */
export function rate(
  rule: Rate,
  life: Life,
  day: string,
  raw: readonly Raw[],
  table: Table,
  now: number,
): Said | undefined {
  const { bound, n, of, per } = rule.quota;
  const whole = periodOf(per, placeOf(day));
  if (opening(placeOf(life.bornOn)) > opening(whole.from)) return undefined;
  if (life.endedOn !== undefined && placeOf(life.endedOn) < whole.to) return undefined;
  const from = Math.max(whole.from, placeOf(life.ruledFrom));
  // Before the rule there is nothing to judge.
  if (placeOf(day) < placeOf(life.ruledFrom)) return undefined;
  const skips = rule.holidays === 'skip' || (rule.holidays === undefined && per !== 'day');
  const work = skips ? holdsWork(from, whole.to, table) : { holds: true, unsure: false };
  if (!work.holds && !work.unsure) return undefined;
  const part = Math.floor((n * (whole.to - from)) / (whole.to - whole.from));
  const asked = Math.min(n, Math.max(1, part));

  const end = closing(whole.to - 1);
  const seen = countsAt(raw, Math.min(now, end - 1)).filter(({ at }) => at >= opening(from) && at < end);
  const count = of === 'days' ? new Set(seen.map(({ at }) => placeAt(at))).size : seen.length;
  const said = {
    from: dayAt(from),
    to: dayAt(whole.to),
    n: count,
    asked,
    overAt: end,
    rests: seen.map(({ seq }) => seq),
  };
  // More can come until the end, never less.
  const more = [...Array(asked + 2).keys()].map((i) => fits(bound, asked, count + i));
  if (more.every((one) => one)) return { ...said, status: 'met' };
  if (now >= end && more[0]) return { ...said, status: 'met' };
  if (now >= end) return unlessUnsure({ ...said, status: 'breached' }, { table, unsure: work.unsure });
  if (!more.includes(true)) return unlessUnsure({ ...said, status: 'breached' }, { table, unsure: work.unsure });
  const warning = asking(table);
  // What is enough already, and may only not become more, needs no warning.
  const warnAt = more[0] ? end : warnedFrom(rule.warn, { start: opening(from), end }, warning);
  return unlessUnsure({ ...said, status: owed(now, warnAt, end) }, warning, { table, unsure: work.unsure });
}
