/** `due`: by a day; language page, section 3. */
import {
  type Asked,
  closing,
  dayAt,
  daysAway,
  type Length,
  opening,
  type Place,
  periodOf,
  placeAt,
  placeOf,
  type Table,
  works,
} from './days.ts';
import type { Life } from './rate.ts';
import { asking, countsAt, owed, type Raw, type Said, unlessUnsure, type Warn, warnedFrom } from './said.ts';

export type DueDay = {
  readonly day?: number;
  readonly of?: string;
  readonly last?: string;
  readonly month?: number;
  readonly date?: number;
  readonly time?: Length;
  readonly side?: string;
};
export type Due = {
  readonly days: readonly DueDay[];
  readonly about?: string;
  readonly opens?: Length;
  readonly warn: readonly Warn[];
};
export type Line = { readonly opens: Place; readonly due: Place; readonly closes?: Place; readonly unsure: boolean };

/** All lines of these years whose due day lies in a span of days. */
export function lines(
  rule: Due,
  life: Life,
  anchors: readonly string[],
  from: Place,
  to: Place,
  table: Table,
): readonly Line[] {
  const wide = { from: from - 800, to: to + 800 };
  const all = rule.days.flatMap((day) => daysOf(day, anchors, wide, table)).toSorted((a, b) => a.due - b.due);
  const windows = all.map((one, i) => {
    const asked = asking(table);
    const opens = opened(rule, one.due, all[i - 1]?.due, asked);
    return { ...one, opens, unsure: one.unsure || asked.unsure };
  });
  return windows
    .map((one, i) => ({ ...one, ...(windows[i + 1] ? { closes: windows[i + 1]?.opens as Place } : {}) }))
    .filter(({ due }) => due >= from && due < to)
    .filter(({ opens, due }) => opens >= placeOf(life.bornOn) && due >= placeOf(life.ruledFrom))
    .filter(({ due }) => life.endedOn === undefined || due < placeOf(life.endedOn));
}

function opened(rule: Due, due: Place, before: Place | undefined, asked: Asked): Place {
  if (rule.opens) return daysAway(rule.opens, due, asked, -1);
  const about = { 'previous month': 'month', 'previous quarter': 'quarter', 'previous year': 'year' }[rule.about ?? ''];
  // The period before ends where the one that holds the due day begins.
  if (about) return periodOf(about, due).from;
  return before === undefined ? due : before + 1;
}

type Found = { readonly due: Place; readonly unsure: boolean };
function daysOf(
  day: DueDay,
  anchors: readonly string[],
  { from, to }: { from: Place; to: Place },
  table: Table,
): readonly Found[] {
  if (day.time) {
    const { time, side } = day;
    return anchors.map((anchor) => {
      const asked = asking(table);
      const due = daysAway(time, placeOf(anchor), asked, side === 'before' ? -1 : 1);
      return { due, unsure: asked.unsure };
    });
  }
  const found: Found[] = [];
  for (let place = from; place < to; ) {
    const period = periodOf(day.of ?? 'month', place);
    const asked = asking(table);
    const due = inPeriod(day, period, asked);
    if (due !== undefined) found.push({ due, unsure: asked.unsure });
    place = period.to;
  }
  return found;
}

function inPeriod(day: DueDay, { from, to }: { from: Place; to: Place }, asked: Asked): Place | undefined {
  if (day.month !== undefined)
    return Number(dayAt(from).slice(5, 7)) === day.month ? Math.min(from + (day.date ?? 1) - 1, to - 1) : undefined;
  if (day.day !== undefined) return Math.min(from + day.day - 1, to - 1);
  if (day.last === 'day') return to - 1;
  for (let place = to - 1; place >= from; place--) if (works(place, asked)) return place;
  return undefined;
}

export function due(rule: Due, line: Line, raw: readonly Raw[], table: Table, now: number): Said {
  const end = closing(line.due);
  // A line that its time has closed stays: what is known later changes nothing any more.
  const inTime = countsAt(raw, Math.min(now, end - 1)).filter(({ at }) => at >= opening(line.opens) && at < end);
  const late = countsAt(raw, now).filter(
    ({ at }) => at >= end && (line.closes === undefined || placeAt(at) < line.closes),
  );
  const said = { from: dayAt(line.opens), to: dayAt(line.due + 1), n: inTime.length, asked: 1, overAt: end };
  const unsure = { table, unsure: line.unsure };
  if (inTime.length > 0) return unlessUnsure({ ...said, status: 'met', rests: inTime.map(({ seq }) => seq) }, unsure);
  const first = late.toSorted((a, b) => a.at - b.at)[0];
  const done = first ? { doneAt: first.at, rests: late.map(({ seq }) => seq) } : { rests: [] };
  const warning = asking(table);
  const warnAt = warnedFrom(rule.warn, { start: opening(line.opens), end }, warning);
  return unlessUnsure({ ...said, ...done, status: owed(now, warnAt, end) }, unsure, ...(now < end ? [warning] : []));
}
