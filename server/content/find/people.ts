/** People by name, unit and post, as everybody who is signed in may know them. */
import { marked } from '../../../core/find.ts';
import { acting, namesOf } from '../../acting.ts';
import type { Database } from '../../door/knock.ts';
import { inForce } from '../../in-force.ts';
import { postName } from '../post-names.ts';
import { holdsAll } from './regulations.ts';

export async function findPeople(db: Database, terms: readonly string[], at: Date) {
  const everybody = await acting(db, at);
  const units = [...new Set(everybody.map((one) => one.unit))];
  const names = await namesOf(
    db,
    everybody.map((one) => one.person),
    units,
  );
  const paths = new Map(await Promise.all(units.map(async (unit) => [unit, await inForce(db, unit, at)] as const)));
  const people = [...new Set(everybody.map((one) => one.person))].map((id) => {
    const posts = everybody
      .filter((one) => one.person === id)
      .map(({ post, unit }) => `${names.unit(unit).name} ${postName(paths.get(unit) ?? [], post, unit)}`);
    return { ...names.person(id), posts: [...new Set(posts)] };
  });
  return people
    .filter(({ name, posts }) => holdsAll([name, ...posts].join('|'), terms))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1))
    .map(({ id, name, posts }) => ({
      id,
      name: [...marked(name, terms)],
      posts: posts.map((post) => [...marked(post, terms)]),
    }));
}
