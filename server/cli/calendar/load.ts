/** `menhu calendar load` and `extra`: the State Council's arrangement for a year, and a unit's own days. */
import { faultsOfFile } from '../../../core/calendar/check.ts';
import type { Loading } from '../../calendar/subject.ts';
import { calendarAt } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import { organisationOf } from '../../regulations/subject.ts';
import type { Command, Outside } from '../command.ts';
import { dataOption, withRunning } from '../installation.ts';
import { unitNamed } from '../units.ts';
import { Said } from '../words.ts';
import { byOption, fileOf, load, loadingOf } from './knock.ts';

const forms = {
  zh: `文件是 CSV，每行“日期,休或班,节日”，如 2027-01-01,休,元旦；或 JSON：
{"year": 2027, "days": [{"on": "2027-01-01", "off": true, "name": "元旦"}]}。holiday-cn 的 JSON 也可以直接用。
只列与平常不同的日子；周末不用列。有一处错就整个不导入，并说明第几行、怎么改。`,
  en: `The file is CSV with lines like 2027-01-01,off,NAME or 2027-01-03,work,NAME; or JSON like
{"year": 2027, "days": [{"on": "2027-01-01", "off": true, "name": NAME}]}; the JSON of holiday-cn will do too.
Only days that differ need be listed. One wrong line and nothing is loaded; it is told where and how to mend it.`,
} as const;

export const calendarLoad: Command = {
  name: 'calendar load',
  usage: 'menhu calendar load FILE --by LOGIN [--data DIR]',
  about: {
    zh: '导入一年的放假和补班安排（国务院办公厅通知）；再导入一次就以新的为准',
    en: 'loads the days off and make-up workdays of a year; loading it again makes the newer one count',
  },
  takes: { values: { by: byOption, data: dataOption }, files: true },
  more: {
    zh: `${forms.zh}\n已经结束的期限按当时的安排，不会改变。`,
    en: `${forms.en}\nWhat was judged and closed stays as it was.`,
  },
  run: async (given, outside) => {
    const loading = loadingOf(fileOf(given), (read) => faultsOfFile(read), outside);
    if (!loading) return 1;
    const by = given.need('by');
    return withRunning(given, outside, async (db) => {
      await load(db, { verb: 'load_for', id: await installationOf(db), by, loading });
      return done(loading, '', outside);
    });
  },
};

async function installationOf(db: Database): Promise<string> {
  const row = await db.selectFrom('door.installation').select('id').executeTakeFirst();
  if (row) return row.id;
  throw new Said({ zh: '系统还是空的：先建立单位和人员', en: 'the installation is empty: no units, no people' });
}

export const calendarExtra: Command = {
  name: 'calendar extra',
  usage: 'menhu calendar extra FILE --unit U --by LOGIN [--data DIR]',
  about: {
    zh: '导入一个单位自己的放假日（地方节日等），它和下属单位都按此计算',
    en: 'loads the own days off of a unit, as a local festival; they hold for it and the units below it',
  },
  takes: {
    values: { unit: { zh: '哪个单位，写名称', en: 'which unit, by its name' }, by: byOption, data: dataOption },
    files: true,
  },
  more: {
    zh: `${forms.zh}\n同一年再导入一次，就代替这个单位这一年原来的。`,
    en: `${forms.en}\nLoading a year again takes the place of what the unit had for it.`,
  },
  run: async (given, outside) => {
    const [file, unit, by] = [fileOf(given), given.need('unit'), given.need('by')];
    return withRunning(given, outside, async (db) => {
      const { id, name } = unitNamed(unit, (await organisationOf(db, now())).units);
      const below = await calendarAt(db, now());
      const loading = loadingOf(file, (read) => faultsOfFile(read, below), outside);
      if (!loading) return 1;
      await load(db, { verb: 'load_extra_for', id, by, loading });
      return done(loading, name, outside);
    });
  },
};

function done({ year, days }: Loading, unit: string, { text, json }: Outside): number {
  const off = days.filter(({ isOff }) => isOff).length;
  const worked = days.length - off;
  text({
    zh: `已导入${unit && `“${unit}”的 `}${year} 年：放假 ${off} 天（含周末），补班 ${worked} 天`,
    en: `loaded ${year}${unit && ` of “${unit}”`}: ${off} days off (weekends among them), ${worked} make-up workdays`,
  });
  json({ loaded: true, year, off, worked, ...(unit && { unit }) });
  return 0;
}
