/** Things by the names that people type. What is not found is refused with what there is. */
import { nearest } from '../../core/regulation/near.ts';
import type { Database } from '../door/knock.ts';
import { type Both, Said } from './words.ts';

const shownMax = 60;

/** `what`: 网站, site. */
export function missing(what: Both, wanted: string, known: readonly string[]): Said {
  const near = nearest(wanted, known);
  const shown = known.slice(0, shownMax);
  return new Said({
    zh: `没有${what.zh}“${wanted}”${near ? `，是不是“${near}”？` : ''}有：${shown.join('、')}`,
    en: `there is no ${what.en} “${wanted}”${near ? `; is it “${near}”?` : ''} There are: ${shown.join(', ')}`,
  });
}

/** The person of a login name; refused when there is none, or it was disabled. */
export async function personOf(db: Database, login: string): Promise<string> {
  const row = await db
    .selectFrom('people.login')
    .select(['personId', 'disabledAt'])
    .where('name', '=', login.trim().normalize('NFKC').toLowerCase())
    .executeTakeFirst();
  if (!row) throw new Said({ zh: `没有用户名 ${login}`, en: `there is no login ${login}` });
  if (row.disabledAt) throw new Said({ zh: `用户 ${login} 已停用`, en: `the login ${login} is disabled` });
  return row.personId;
}
