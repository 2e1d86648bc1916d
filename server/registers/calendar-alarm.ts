/** From 1 November on: next year's working days aren't loaded. Told once to those who look after the sites. */
import { alarmWords, calendarAlarm } from '../../core/calendar/alarm.ts';
import { acting } from '../acting.ts';
import { loadedYears } from '../calendar-of.ts';
import type { Database } from '../door/knock.ts';
import type { Owing } from '../owing.ts';

export async function calendarAlarms(db: Database, at: Date): Promise<readonly Owing[]> {
  const alarm = calendarAlarm(new Set((await loadedYears(db, at)).map(({ year }) => year)), at);
  if (!alarm) return [];
  const persons = (await acting(db, at)).filter(({ post }) => post === 'administrator').map(({ person }) => person);
  const title = `${alarm.years.join('、')} 年的放假安排还没有导入`;
  return [
    {
      key: `calendar ${alarm.years.join()}`,
      stage: 'alarm',
      persons: [...new Set(persons)],
      ...{ title, outside: title, says: alarmWords(alarm), verb: '看放假安排', link: '/calendar' },
    },
  ];
}
