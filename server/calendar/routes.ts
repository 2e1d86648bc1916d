import { unitsOf } from '../../core/access.ts';
import { alarmWords, calendarAlarm } from '../../core/calendar/alarm.ts';
import { type DayFault, faultsOfFile } from '../../core/calendar/check.ts';
import { changedDays } from '../../core/calendar/compare.ts';
import { readDays } from '../../core/calendar/read.ts';
import { clauseOf } from '../../core/chain.ts';
import type { Entitled } from '../../core/regulation/adopt-right.ts';
import type { Answer } from '../act.ts';
import { namesOf } from '../acting.ts';
import { calendarAt, loadedYears } from '../calendar-of.ts';
import type { CalendarRights, CheckedDays } from '../contract/calendar.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { lawOf } from '../in-force.ts';
import { now } from '../now.ts';
import { rightsOf } from './rights.ts';
import { heldOf, verbs } from './subject.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;

export const calendarRoutes = (act: Act): Endpoints['calendar'] => ({
  rights: async ({ db, session }) => ({ status: 200, body: await rights(db, session.person, now()) }),
  check: async ({ db, input }) => ({ status: 200, body: await checked(db, input.text, input.unit ?? null, now()) }),
  load: async ({ db, input, session, address }) => {
    const { text, unit, seen, key } = input;
    const read = readDays(text);
    const { year, rows } = read;
    const faults = faultsOfFile(read, unit === undefined ? undefined : await calendarAt(db, now()));
    if (year === undefined || faults.length > 0)
      return problem(422, 'calendar_wrong', { reasons: faults.map(said).slice(0, reasonsMax) });
    const days = rows.map(({ on, isOff, name }) => ({ on, isOff, name }));
    return act(db, {
      ...{ subject: 'calendar', id: unit ?? (await installationOf(db)), version: 0, key },
      verb: unit === undefined ? verbs.load : verbs.extra,
      actor: actorOf(session, address),
      body: { year, days, seen },
    });
  },
});
const reasonsMax = 200;
const said = ({ message, at }: DayFault): string => `${at ? `第 ${at.line} 行：` : ''}${message}`;

const installationOf = async (db: Database): Promise<string> =>
  (await db.selectFrom('door.installation').select('id').executeTakeFirstOrThrow()).id;

async function rights(db: Database, person: string, at: Date): Promise<CalendarRights> {
  const { by, isForAll, units } = await rightsOf(db, person, at);
  const alarm = calendarAlarm(new Set((await loadedYears(db, at)).map(({ year }) => year)), at);
  return {
    isForAll,
    units: units.map(({ id, name }) => ({ id, name })),
    by: await Promise.all(once(by).map((one) => entitled(db, one))),
    ...(alarm && { alarm: alarmWords(alarm) }),
  };
}

/** A text may state a post under several articles, each with what it may do there: the first is named. */
const once = (by: readonly Entitled[]): readonly Entitled[] => {
  const key = ([post, law]: Entitled) => `${law.adoptionId} ${post.of} ${post.id}`;
  return by.filter((one, i) => by.findIndex((other) => key(other) === key(one)) === i);
};

/** 市质监局信息化中心的网站管理员, and where that stands: several bureaus have a unit of one name. */
async function entitled(db: Database, [post, law]: Entitled) {
  const { unit: adopter } = law.binding;
  const units = unitsOf(post, law);
  const names = await namesOf(db, [], [adopter, ...units]);
  const named = units.map((id) => (id === adopter ? '' : names.unit(id).name)).join('、');
  const says = `${names.unit(adopter).name}${named}的${post.name}`;
  return { says, law: await lawOf(db, clauseOf(law, post.clause), { path: [law] }) };
}

async function checked(db: Database, text: string, unit: string | null, at: Date): Promise<CheckedDays> {
  const read = readDays(text);
  const faults = faultsOfFile(read, unit === null ? undefined : await calendarAt(db, at));
  const { year, rows } = read;
  if (faults.length > 0 || year === undefined)
    return { faults: faults.map(({ message, at: place }) => ({ message, ...place })) };
  const held = await heldOf(db, unit, year, at);
  const off = rows.filter(({ isOff }) => isOff).length;
  const days = rows.map(({ on, isOff, name }) => ({ on, isOff, name: name.trim() }));
  return {
    faults: [],
    found: {
      ...{ year, off, worked: rows.length - off },
      changes: changedDays(held?.days ?? [], days).map((one) => ({ ...one })),
      isNew: held === undefined,
      seen: held?.sha256 ?? '',
    },
  };
}
