/** The working days: is every year loaded that deadlines reach into? */
import { alarmWords, calendarAlarm } from '../../../core/calendar/alarm.ts';
import { loadedYears } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { both, type Finding, found } from './finding.ts';

export async function calendar(db: Database, at: Date): Promise<Finding> {
  const years = (await loadedYears(db, at)).map(({ year }) => year);
  return calendarFinding(new Set(years), at);
}

export function calendarFinding(years: ReadonlySet<number>, at: Date): Finding {
  const alarm = calendarAlarm(years, at);
  const last = Math.max(...years);
  if (!alarm) return found('calendar', 'ok', `放假安排导入到 ${last} 年`, `working days are loaded up to ${last}`);
  return found(
    'calendar',
    alarm.isLate ? 'bad' : 'warn',
    alarmWords(alarm),
    `the working days of ${alarm.years.join(', ')} are not loaded: deadlines that reach into it are provisional`,
    both(
      '国务院办公厅发通知后，用 menhu calendar load 导入',
      'once the State Council has published them: menhu calendar load',
    ),
  );
}
