/** `gap`: never longer without; language page, sections 2, 3 and 6. */
import { type Rest, runsOut } from './clock.ts';
import { dayAt, isExact, type Length, opening, placeAt, placeOf, type Table } from './days.ts';
import type { Life } from './rate.ts';
import { asking, countsAt, dayAfter, owed, type Raw, type Said, unlessUnsure, type Warn, warnedFrom } from './said.ts';

export type Gap = { readonly bound: string; readonly limit: Length; readonly warn: readonly Warn[] };

export function gap(
  rule: Gap,
  life: Life,
  raw: readonly Raw[],
  rests: readonly Rest[],
  table: Table,
  now: number,
): Said {
  const begin = opening(Math.max(placeOf(life.bornOn), placeOf(life.ruledFrom)));
  const seen = countsAt(raw, now);
  const last = Math.max(...seen.map(({ at }) => at), Number.NEGATIVE_INFINITY);
  const start = Math.max(begin, last);
  const asked = asking(table);
  const full = runsOut([rule.limit], start, rests, asked, now);
  const day = 24 * 60 * 60_000;
  const end = rule.bound === 'below' && !isExact(rule.limit) ? full - day : full;
  const warning = asking(table);
  const warnAt = warnedFrom(rule.warn, { start, end, limit: rule.limit }, warning, (length) =>
    runsOut([length], start, rests, warning, now),
  );
  const status = owed(now, warnAt, end);
  const said = {
    status: status === 'pending' ? ('met' as const) : status,
    from: dayAt(placeAt(start)),
    to: dayAfter(end),
    asked: rule.limit.n,
    overAt: end,
    // Of one day any of its events would do.
    rests: last >= begin ? seen.filter(({ at }) => placeAt(at) === placeAt(last)).map(({ seq }) => seq) : [],
  };
  return unlessUnsure(said, asked, ...(status === 'breached' ? [] : [warning]));
}
