/** Who may write: posts that send texts in to some site, under the regulations in force over it. */
import { verbsOf } from '../core/access.ts';
import type { Acting } from '../core/takers.ts';
import type { Database } from './door/knock.ts';
import { inForce } from './in-force.ts';

/** Of these held posts: those that may send in a text somewhere. */
export async function writing(db: Database, held: readonly Acting[], at: Date): Promise<readonly Acting[]> {
  const owners = await db.selectFrom('sites.site').select('ownerUnitId').distinct().execute();
  const paths = await Promise.all(owners.map(({ ownerUnitId }) => inForce(db, ownerUnitId, at)));
  const able = paths.map((path) => verbsOf(held, path).map(({ verbs }) => verbs.includes('submit')));
  return held.filter((_, i) => able.some((one) => one[i]));
}
