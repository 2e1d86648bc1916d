/** From which day a text may come in force: rules don't bind backwards, and a text may state its own days. T7. */
import { type Day, isDay } from '../day.ts';
import type { Regulation } from './types.ts';

export type DayFault = 'no_day' | 'past' | 'before_text' | 'after_text';
type Days = Pick<Regulation, 'inForce'>;

/** What is wrong with this day, or nothing. `today`: a local day. */
export function dayFault(from: string, { inForce }: Days, today: Day): DayFault | undefined {
  if (!isDay(from)) return 'no_day';
  if (from < today) return 'past';
  if (inForce.from !== 'adoption' && from < inForce.from) return 'before_text';
  if (inForce.until !== undefined && from >= inForce.until) return 'after_text';
  return undefined;
}

/** The first day that may be chosen. */
export const earliestDay = ({ inForce }: Days, today: Day): Day =>
  inForce.from !== 'adoption' && inForce.from > today ? inForce.from : today;

/** The sentence for a fault, with the day that it is about. */
export function sayDayFault(fault: DayFault, from: string, { inForce }: Days, today: Day): string {
  switch (fault) {
    case 'no_day':
      return `施行日期要写成 2026-12-01 这样的日期${from === '' ? '，现在还没有选' : `，不能是 ${from}`}`;
    case 'past':
      return `施行日期不能早于今天（${today}）：规定不能倒过去施行`;
    case 'before_text':
      return `规定写明 ${inForce.from} 起施行，施行日期不能更早`;
    case 'after_text':
      return `规定写明到 ${inForce.until} 为止，那以后不能再采用`;
  }
}
