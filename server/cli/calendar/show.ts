/** `menhu calendar show`: which years are loaded, or one year holiday by holiday, as it counts for everybody or for a unit. */
import { alarmWords, calendarAlarm } from '../../../core/calendar/alarm.ts';
import { type CalendarDay, workdayAt } from '../../../core/calendar.ts';
import { addDays, type Day, localDay, yearOf } from '../../../core/day.ts';
import { calendarAt, type LoadedYear, loadedYears } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command, Outside } from '../command.ts';
import { missing } from '../find.ts';
import { dataOption, withRunning } from '../installation.ts';
import type { Given } from '../options.ts';
import { unitNamed } from '../units.ts';

export const calendarShow: Command = {
  name: 'calendar show',
  usage: 'menhu calendar show [YEAR] [--unit U] [--data DIR]',
  about: {
    zh: '已经导入了哪些年；写上年份就看这一年的放假、补班和工作日天数',
    en: 'which years are loaded; with a year, its days off, make-up workdays, and how many working days it has',
  },
  takes: {
    values: {
      unit: { zh: '加上这个单位自己的放假日', en: 'with the own days of this unit' },
      data: dataOption,
    },
    files: true,
  },
  run: (given, outside) => withRunning(given, outside, (db) => show(db, given, outside)),
};

async function show(db: Database, given: Given, outside: Outside): Promise<number> {
  const [asked] = given.files;
  const name = given.value('unit');
  const unit = name === undefined ? undefined : unitNamed(name, (await organisationOf(db, now())).units).id;
  const rows = await loadedYears(db, now(), unit === undefined ? [] : [unit]);
  return asked === undefined ? list(rows, outside) : one(db, { asked, unit, rows }, outside);
}

function list(rows: readonly LoadedYear[], { text, json }: Outside): number {
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  const states = new Set(rows.filter(({ unitId }) => unitId === null).map(({ year }) => year));
  text({ zh: `已导入：${years.join('、')}`, en: `loaded: ${years.join(', ')}` });
  const alarm = calendarAlarm(states, now());
  if (alarm) text({ zh: alarmWords(alarm), en: `not loaded: ${alarm.years.join(', ')}` });
  json({ years, missing: alarm?.years ?? [] });
  return 0;
}

type Asked = { readonly asked: string; readonly unit: string | undefined; readonly rows: readonly LoadedYear[] };

async function one(db: Database, { asked, unit, rows }: Asked, { text, json }: Outside): Promise<number> {
  const mine = rows.filter(({ year }) => String(year) === asked);
  if (mine.length === 0) {
    const known = [...new Set(rows.map(({ year }) => String(year)))].sort();
    throw missing({ zh: '导入过的年份', en: 'year that was loaded' }, asked, known);
  }
  const calendar = await calendarAt(db, now(), unit);
  const workdays = daysOf(Number(asked)).filter((day) => workdayAt(day, calendar).isWorkday).length;
  text({ zh: `${asked} 年有 ${workdays} 个工作日`, en: `${asked} has ${workdays} working days` });
  for (const { unitId, days, loadedAt, byPerson, sha256 } of mine) {
    for (const line of holidays(days)) text(`  ${line}`);
    const when = byPerson === null ? ['随程序', 'with the program'] : [localDay(loadedAt), localDay(loadedAt)];
    const own = unitId === null ? ['', ''] : ['（本单位的）', ' (its own)'];
    text({ zh: `${when[0]}导入${own[0]}，SHA-256 ${sha256}`, en: `loaded ${when[1]}${own[1]}, SHA-256 ${sha256}` });
  }
  json({ year: Number(asked), workdays, hash: calendar.hash, loaded: mine });
  return 0;
}

const daysOf = (year: number): readonly Day[] =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) => yearOf(day) === year);

/** 春节  休 02-15 02-16 …  班 02-14 02-28 */
function holidays(days: readonly CalendarDay[]): readonly string[] {
  const names = [...new Set(days.map(({ name }) => name))];
  const short = (all: readonly CalendarDay[]) => all.map(({ on }) => on.slice(5)).join(' ');
  return names.map((name) => {
    const its = days.filter((day) => day.name === name);
    const worked = its.filter(({ isOff }) => !isOff);
    return `${name}  休 ${short(its.filter(({ isOff }) => isOff))}${worked.length > 0 ? `  班 ${short(worked)}` : ''}`;
  });
}
