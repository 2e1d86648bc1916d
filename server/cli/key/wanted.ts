/** What was typed for a new key, turned into ids. What is not found is refused with what there is. */
import { type KeyVerb, keyVerbs } from '../../../core/keys.ts';
import type { Organisation } from '../../../core/regulation/organisation.ts';
import type { Database } from '../../door/knock.ts';
import { missing } from '../find.ts';
import type { Given } from '../options.ts';
import { unitNamed } from '../units.ts';
import { Usage } from '../words.ts';

/** What a key may do when nothing is said: write, and take back. Publishing and withdrawing are asked for by name. */
const usual: readonly KeyVerb[] = ['save', 'submit', 'recall', 'discard'];

/** `undertaker@质量处` */
export function postsOf(units: Organisation['units'], typed: readonly string[]) {
  const posts: { post: string; unit: string }[] = [];
  for (const one of typed) {
    const [, post, unit] = /^([a-z][a-z0-9-]*)@(.+)$/.exec(one) ?? [];
    if (!post || !unit)
      throw new Usage({
        zh: `岗位要写成 undertaker@质量处，不能是 ${one}`,
        en: `a post is written as undertaker@UNIT, not ${one}`,
      });
    posts.push({ post, unit: unitNamed(unit, units).id });
  }
  return posts;
}

export function verbsIn(typed: readonly string[]): readonly string[] {
  for (const verb of typed)
    if (!(keyVerbs as readonly string[]).includes(verb))
      throw missing({ zh: '可开通的办理', en: 'verb' }, verb, keyVerbs);
  return typed.length > 0 ? typed : usual;
}

const sitesIn = (db: Database) => db.selectFrom('sites.site').select(['id', 'label']).orderBy('position').execute();

export async function siteIds(db: Database, typed: readonly string[]): Promise<readonly string[] | null> {
  const sites = await sitesIn(db);
  const labels = sites.map((site) => site.label);
  const idOf = (label: string) => sites.find((site) => site.label === label)?.id;
  return typed.length === 0
    ? null
    : typed.map((label) => idOf(label) ?? fail({ zh: '网站', en: 'site' }, label, labels));
}

/** `main/law` */
export async function columnIds(db: Database, typed: readonly string[]): Promise<readonly string[] | null> {
  if (typed.length === 0) return null;
  const rows = await db
    .selectFrom('sites.column as c')
    .innerJoin('sites.site as s', 's.id', 'c.siteId')
    .select(['c.id', 'c.key', 's.label'])
    .orderBy('s.position')
    .orderBy('c.position')
    .execute();
  const named = rows.map(({ id, key, label }) => ({ id, name: `${label}/${key}` }));
  const names = named.map(({ name }) => name);
  const idOf = (name: string) => named.find((one) => one.name === name)?.id;
  return typed.map((name) => idOf(name) ?? fail({ zh: '栏目', en: 'column' }, name, names));
}

function fail(what: { zh: string; en: string }, wanted: string, known: readonly string[]): never {
  throw missing(what, wanted, known);
}

/** A whole number within bounds, or what holds when nothing was typed. */
export function numberIn(given: Given, name: string, usually: number, most: number): number {
  const typed = given.value(name);
  const number = typed === undefined ? usually : Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Usage({
    zh: `--${name} 是 1 到 ${most} 的整数，不能是 ${typed}`,
    en: `--${name} is a whole number from 1 to ${most}, not ${typed}`,
  });
}
