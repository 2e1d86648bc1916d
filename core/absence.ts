/** Being away (外出): whole local days, registered before they are over. A step's `else` acts meanwhile: language page, flow. */
import { addDays, type Day } from './day.ts';

/** Both included. */
export type Days = { readonly from: Day; readonly until: Day };

/** Days of one absence: whoever is away longer says so again. */
const mostDays = 366;

/** Why these days can't be registered; undefined: they can. Nobody was away on a day that is over: what was decided stays. */
export function absenceFault(
  { from, until }: Days,
  others: readonly Days[],
  today: Day,
): 'absence_past' | 'absence_reversed' | 'absence_long' | 'absence_twice' | undefined {
  if (from < today) return 'absence_past';
  if (until < from) return 'absence_reversed';
  if (until >= addDays(from, mostDays)) return 'absence_long';
  return others.some((one) => one.from <= until && from <= one.until) ? 'absence_twice' : undefined;
}

/** Why an absence can't end with this day instead; undefined: it can. It is only made shorter: longer is another one. */
export function shorterFault(
  { from, until }: Days,
  last: Day,
  today: Day,
): 'absence_past' | 'absence_reversed' | 'not_shorter' | undefined {
  if (last < today) return 'absence_past';
  if (last < from) return 'absence_reversed';
  return last >= until ? 'not_shorter' : undefined;
}
