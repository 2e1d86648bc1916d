/** Where an import goes and whose it is. What is not found is refused with what there is. */
import { nearest } from '../../../core/regulation/near.ts';
import type { Database } from '../../door/knock.ts';

export type Place = { readonly columnId: string; readonly person: string; readonly unitName: string };

export async function placeOf(
  db: Database,
  wanted: { readonly site: string; readonly column: string; readonly login: string },
): Promise<Place> {
  const sites = await db.selectFrom('sites.site').select(['id', 'label', 'name']).orderBy('position').execute();
  const site = sites.find((one) => [one.label, one.name].includes(wanted.site));
  if (!site)
    throw missing(
      '网站',
      wanted.site,
      sites.flatMap((one) => [one.label, one.name]),
    );
  const columns = await db
    .selectFrom('sites.column')
    .select(['id', 'key', 'name'])
    .where('siteId', '=', site.id)
    .orderBy('position')
    .execute();
  const column = columns.find((one) => [one.key, one.name].includes(wanted.column));
  if (!column)
    throw missing(
      `${site.name}的栏目`,
      wanted.column,
      columns.flatMap((one) => [one.key, one.name]),
    );
  return { columnId: column.id, ...(await writerOf(db, wanted.login)) };
}

async function writerOf(db: Database, login: string): Promise<{ person: string; unitName: string }> {
  const name = login.trim().normalize('NFKC').toLowerCase();
  const row = await db
    .selectFrom('people.login')
    .select(['personId', 'disabledAt'])
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) throw new Error(`没有用户名 ${login}`);
  if (row.disabledAt) throw new Error(`用户 ${login} 已停用，不能以其名义导入`);
  const unit = await db
    .selectFrom('people.holding as h')
    .innerJoin('people.unit as u', 'u.id', 'h.unitId')
    .select('u.name')
    .where('h.personId', '=', row.personId)
    .where('h.untilAt', 'is', null)
    .orderBy('h.fromAt')
    .orderBy('h.id')
    .executeTakeFirst();
  return { person: row.personId, unitName: unit?.name ?? '' };
}

function missing(what: string, wanted: string, known: readonly string[]): Error {
  const near = nearest(wanted, known);
  return new Error(`没有${what}“${wanted}”${near ? `，是不是“${near}”？` : ''}有：${known.slice(0, 60).join('、')}`);
}
