/** `within`: from one event to another; language page, section 3. Walks the log once and keeps one line open at a time. */
import { type Rest, runsOut } from './clock.ts';
import { type Asked, dayAt, type Length, placeAt, type Table } from './days.ts';
import { asking, dayAfter, owed, type Raw, type Said, unlessUnsure, type Warn, warnedFrom } from './said.ts';

export type Within = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly limit: Length;
  readonly onceThere?: string;
  readonly pauses: readonly { readonly from: string; readonly to: string; readonly atMost: Length }[];
  readonly restarts: readonly string[];
  readonly extension?: { readonly by: Length; readonly event: string };
  readonly warn: readonly Warn[];
};
type Open = {
  readonly opened: number;
  start: number;
  rests: Rest[];
  isExtended: boolean;
  isThere: boolean;
  /** The time ran out: nothing moves it any more. */
  ranOut?: { readonly end: number; readonly asked: Asked };
  seqs: string[];
};

export function within(rule: Within, raw: readonly Raw[], table: Table, now: number): readonly Said[] {
  const lines: Said[] = [];
  let open: Open | undefined;
  for (const one of raw.filter(({ at }) => at <= now)) {
    const kind = one.kind ?? '';
    if (!open) {
      if (rule.from.includes(kind)) {
        open = {
          opened: one.at,
          start: one.at,
          rests: [],
          isExtended: false,
          isThere: !rule.onceThere,
          seqs: [one.seq],
        };
        if (kind === rule.onceThere) open.isThere = true;
      }
      continue;
    }
    happens(rule, open, kind, one, table);
    if (!rule.to.includes(kind)) continue;
    if (open.isThere) lines.push(judge(rule, open, table, one.at, one.at));
    open = undefined;
  }
  if (open?.isThere) lines.push(judge(rule, open, table, now));
  return lines;
}

const limits = (rule: Within, open: Open): readonly Length[] =>
  open.isExtended && rule.extension ? [rule.limit, rule.extension.by] : [rule.limit];

function happens(rule: Within, open: Open, kind: string, { seq, at }: Raw, table: Table): void {
  const asked = asking(table);
  const end = runsOut(limits(rule, open), open.start, open.rests, asked, at);
  if (open.ranOut === undefined && at >= end) open.ranOut = { end, asked };
  let matters = rule.to.includes(kind);
  if (kind === rule.onceThere && !open.isThere) {
    matters = true;
    open.isThere = true;
  }
  const runs = open.ranOut === undefined;
  rule.pauses.forEach((pause, i) => {
    const lasting = open.rests.findIndex((rest) => rest.kind === i && rest.to === undefined);
    if (kind === pause.to && lasting >= 0 && runs) {
      open.rests = open.rests.map((rest, at_) => (at_ === lasting ? { ...rest, to: at } : rest));
      matters = true;
    } else if (kind === pause.from && lasting < 0 && runs) {
      open.rests.push({ from: at, kind: i, atMost: pause.atMost });
      matters = true;
    }
  });
  if (runs && rule.restarts.includes(kind)) {
    open.start = at;
    matters = true;
  }
  if (runs && !open.isExtended && kind === rule.extension?.event) {
    open.isExtended = true;
    matters = true;
  }
  if (matters) open.seqs.push(seq);
}

function judge(rule: Within, open: Open, table: Table, now: number, done?: number): Said {
  const fresh = asking(table);
  const { end, asked } = open.ranOut ?? {
    end: runsOut(limits(rule, open), open.start, open.rests, fresh, now),
    asked: fresh,
  };
  const warning = asking(table);
  const warnAt = warnedFrom(rule.warn, { start: open.start, end, limit: rule.limit }, warning, (length) =>
    runsOut([length], open.start, open.rests, warning, now),
  );
  const inTime = done !== undefined && done < end;
  const said = {
    status: inTime ? ('met' as const) : owed(now, warnAt, end),
    from: dayAt(placeAt(open.opened)),
    to: dayAfter(end),
    asked: rule.limit.n,
    overAt: end,
    ...(done !== undefined && !inTime ? { doneAt: done } : {}),
    rests: open.seqs,
  };
  // There are never more working days than days: so soon is in time under any calendar.
  if (inTime && rule.limit.unit === 'working day' && placeAt(done) - placeAt(open.start) <= rule.limit.n) return said;
  return unlessUnsure(said, asked, ...(done === undefined && now < end ? [warning] : []));
}
