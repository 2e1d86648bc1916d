/** Where an import goes and whose it is. What is not found is refused with what there is. */
import { verbsOf } from '../../../core/access.ts';
import { nearest } from '../../../core/regulation/near.ts';
import { actingOf, namesOf } from '../../acting.ts';
import type { Actor, Database } from '../../door/knock.ts';
import { inForce } from '../../in-force.ts';
import { now } from '../../now.ts';
import { Usage } from '../options.ts';

export type Place = { readonly columnId: string; readonly actor: Actor; readonly unitName: string };
type Wanted = {
  readonly site: string;
  readonly column: string;
  readonly login: string;
  readonly unit: string | undefined;
};

export async function placeOf(db: Database, wanted: Wanted): Promise<Place> {
  const sites = await db
    .selectFrom('sites.site')
    .select(['id', 'label', 'name', 'ownerUnitId'])
    .orderBy('position')
    .execute();
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
  return { columnId: column.id, ...(await writerOf(db, wanted, site.ownerUnitId)) };
}

async function writerOf(
  db: Database,
  { login, unit }: Wanted,
  owner: string,
): Promise<{ actor: Actor; unitName: string }> {
  const row = await db
    .selectFrom('people.login')
    .select(['personId', 'disabledAt'])
    .where('name', '=', login.trim().normalize('NFKC').toLowerCase())
    .executeTakeFirst();
  if (!row) throw new Error(`没有用户名 ${login}`);
  if (row.disabledAt) throw new Error(`用户 ${login} 已停用，不能以其名义导入`);
  const posts = await writingPosts(db, row.personId, owner);
  const found = posts.filter((one) => unit === undefined || one.unitName === unit);
  const [first, second] = found;
  if (!first && unit !== undefined)
    throw missing(
      `${login} 撰稿的单位`,
      unit,
      posts.map((one) => one.unitName),
    );
  if (second)
    throw new Usage(`${login} 为几个单位撰稿，用 --unit 说是哪一个：${found.map((one) => one.unitName).join('、')}`);
  // Without a writing post the door refuses each file, and says why.
  const actor = { person: row.personId, address: 'menhu import', ...(first ? { post: first.post } : {}) };
  return { actor, unitName: first?.unitName ?? '' };
}

/** The posts under which this person may write for the site, with the names of their units. */
async function writingPosts(db: Database, person: string, owner: string) {
  const held = verbsOf(await actingOf(db, person, now()), await inForce(db, owner, now()));
  const writing = held.filter((one) => one.verbs.includes('submit'));
  const names = await namesOf(
    db,
    [],
    writing.map((one) => one.unit),
  );
  return writing.map(({ post, unit }) => ({ post: { post, unit }, unitName: names.unit(unit).name }));
}

function missing(what: string, wanted: string, known: readonly string[]): Error {
  const near = nearest(wanted, known);
  return new Error(`没有${what}“${wanted}”${near ? `，是不是“${near}”？` : ''}有：${known.slice(0, 60).join('、')}`);
}
