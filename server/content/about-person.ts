/** What the console shows of the person who is signed in: posts, whether anything may be written, what waits. */
import { actingOf, namesOf } from '../acting.ts';
import type { PersonView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { inForce } from '../in-force.ts';
import { writing } from '../writing.ts';
import { counts } from './lists.ts';
import { postName } from './post-names.ts';

type About = Pick<PersonView, 'counts' | 'posts' | 'writes' | 'unitName'>;

export async function aboutPerson(db: Database, person: string, at: Date): Promise<About> {
  const held = await actingOf(db, person, at);
  const owners = await db.selectFrom('sites.site').select('ownerUnitId').distinct().execute();
  const paths = await Promise.all(owners.map((o) => inForce(db, o.ownerUnitId, at)));
  const writes = (await writing(db, held, at)).length > 0;
  const names = await namesOf(
    db,
    [],
    held.map((h) => h.unit),
  );
  const path = paths.flat();
  const posts = held.map((h) => ({ post: h.post, postName: postName(path, h.post, h.unit), unit: names.unit(h.unit) }));
  return { posts, writes, unitName: posts[0]?.unit.name ?? '', counts: await counts(db, person, at) };
}
