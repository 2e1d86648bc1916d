/** Calendars for tests: what a new installation has, and small ones. */

import { seedYears } from './calendar/years.ts';
import { type CalendarDay, makeCalendar } from './calendar.ts';
import type { Day } from './day.ts';

/** 2004 to 2026. */
export const seed = makeCalendar({ years: seedYears }, 'seed');
/** No year is loaded. */
export const nothing = makeCalendar({ years: [] }, 'nothing');
/** Only these years. */
export const only = (...years: readonly number[]) =>
  makeCalendar({ years: seedYears.filter(({ year }) => years.includes(year)) }, years.join());

export const off = (on: Day, name = '地方节日'): CalendarDay => ({ on, isOff: true, name });
export const worked = (on: Day, name = '地方节日'): CalendarDay => ({ on, isOff: false, name });
