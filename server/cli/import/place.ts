/** Where an import goes and whose it is. What is not found is refused with what there is. */
import { verbsOf } from '../../../core/access.ts';
import { actingOf, namesOf } from '../../acting.ts';
import type { Actor, Database } from '../../door/knock.ts';
import { inForce } from '../../in-force.ts';
import { now } from '../../now.ts';
import { missing, personOf } from '../find.ts';
import { Usage } from '../words.ts';

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
      { zh: '网站', en: 'site' },
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
      { zh: `${site.name}的栏目`, en: `column of ${site.name}` },
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
  const person = await personOf(db, login);
  const posts = await writingPosts(db, person, owner);
  const found = posts.filter((one) => unit === undefined || one.unitName === unit);
  const [first, second] = found;
  if (!first && unit !== undefined)
    throw missing(
      { zh: `${login} 撰稿的单位`, en: `unit for which ${login} writes` },
      unit,
      posts.map((one) => one.unitName),
    );
  if (second)
    throw new Usage({
      zh: `${login} 为几个单位撰稿，用 --unit 说是哪一个：${found.map((one) => one.unitName).join('、')}`,
      en: `${login} writes for several units; say which with --unit: ${found.map((one) => one.unitName).join(', ')}`,
    });
  // Without a writing post the door refuses each file, and says why.
  const actor = { person, address: 'menhu import', ...(first ? { post: first.post } : {}) };
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
