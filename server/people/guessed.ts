/** Passwords that somebody is guessing: an alarm for the person, and for those who look after the sites. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';
import type { Owing } from '../owing.ts';

/** Wrong passwords from one address. Five are typed by mistake (pace.ts); ten are not. */
const triesMin = 10;
const withinMs = 3_600_000;

type Guessed = { login: string; address: string; failures: number; day: string; persons: string[] };

export async function guessedAlarms(db: Database, at: Date): Promise<readonly Owing[]> {
  const { rows } = await sql<Guessed>`
    select l.name as login, substr(p.key, length(l.name) + 2) as address, p.failures,
           (p.next_at at time zone 'Asia/Shanghai')::date::text as day,
           array(select l.person_id union select x.person_id from people.acting(${at}) x where x.post = 'administrator') as persons
      from people.pace p join people.login l on p.key like replace(replace(l.name, '_', '\\_'), '%', '\\%') || ' %'
     where p.failures >= ${triesMin} and p.next_at > ${new Date(at.getTime() - withinMs)} and l.disabled_at is null
     order by l.name, p.key limit 100`.execute(db);
  return rows.map(({ login, address, failures, day, persons }) => ({
    key: `guessed ${login} ${address} ${day}`,
    stage: 'alarm',
    persons,
    title: `有人在试账号 ${login} 的口令`,
    outside: `有人在试账号 ${login} 的口令`,
    says: `从 ${address} 连续输错 ${failures} 次；系统已让对方越等越久。不是本人忘了口令的，请告诉信息中心`,
    verb: '看人员与岗位',
    link: '/people',
  }));
}
