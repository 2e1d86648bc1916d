/** Units as a tree, each with its posts and the people who hold them, and what is wrong with that. */
import { sql } from 'kysely';
import type { Day } from '../../core/day.ts';
import { conflictsOf, type Held, type Position, positionsOf, type Right } from '../../core/regulation/staff.ts';
import type { InForce } from '../../core/regulation/types.ts';
import { verbs as verbNames } from '../../core/vocabulary/words.ts';
import { acting, type Names, namesOf } from '../acting.ts';
import type { StaffView, UnitView } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';
import { adoptions, lawOf } from '../in-force.ts';
import { adopted, holdsOn, type Place, placeOf } from './adopted.ts';

const holdingsMax = 5000;

type HeldRow = { readonly person: string; readonly post: string; readonly unit: string; readonly since: Date };

/** Who holds which post now, and which leader is in charge of which unit (post ''). */
async function heldAt(db: Database, at: Date): Promise<readonly Held[]> {
  const { rows } = await sql<HeldRow>`
    select person_id as person, post, unit_id as unit, from_at as since from people.holding
     where from_at <= ${at} and (until_at is null or until_at > ${at})
    union all
    select person_id, '', unit_id, from_at from people.leading where from_at <= ${at} and (until_at is null or until_at > ${at})
     order by since, person, post, unit limit ${holdingsMax}`.execute(db);
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
}

/** `day`: today's local day. */
export async function staff(db: Database, day: string, at: Date): Promise<StaffView> {
  const place = await placeOf(db);
  const all = await heldAt(db, at);
  const held = all.filter((one) => one.post !== '');
  const today = (await adopted(db)).filter((one) => holdsOn(one, day));
  const laws = await adoptions(
    db,
    today.map((one) => one.adoptionId),
  );
  const names = await namesOf(
    db,
    all.map((one) => one.person),
    place.units.map((unit) => unit.id),
  );
  const positions = positionsOf(laws, held);
  const away = new Map((await acting(db, at)).map((one) => [one.person, one.away]));
  const who: Who = { names, away };
  const units = await Promise.all(
    ordered(place).map(async ({ id, name, level }): Promise<UnitView> => {
      const mine = positions.filter((one) => one.unit === id);
      return {
        id,
        name,
        level,
        leaders: all.filter((one) => one.post === '' && one.unit === id).map((one) => holderView(one, who)),
        positions: await Promise.all(mine.map((one) => positionView(db, one, laws, who))),
      };
    }),
  );
  const conflicts = conflictsOf(laws, held).map(async (one) => ({
    person: names.person(one.person),
    posts: one.posts.map(({ post, unit }) => ({
      name: positions.find((each) => each.post === post && each.unit === unit)?.name ?? post,
      unit: names.unit(unit),
    })),
    same: one.same,
    law: await lawOf(db, one.clause, { path: laws }),
  }));
  return { units, conflicts: await Promise.all(conflicts) };
}

/** Each unit under its parent, in the order of the register. */
function ordered({ units }: Place): readonly { readonly id: string; readonly name: string; readonly level: number }[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = (parent: string | null, level: number): ReturnType<typeof ordered> =>
    units
      .filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === parent)
      .flatMap(({ id, name }) => [{ id, name, level }, ...below(id, level + 1)]);
  return below(null, 0);
}

/** `away`: the last day of it. */
type Who = { readonly names: Names; readonly away: ReadonlyMap<string, Day | undefined> };

function holderView({ person, since }: Held, { names, away }: Who) {
  const until = away.get(person);
  return { person: names.person(person), since, ...(until === undefined ? {} : { away: until }) };
}

async function positionView(db: Database, one: Position, laws: readonly InForce[], who: Who) {
  const { post, name, wrong } = one;
  return {
    post,
    name,
    rights: await Promise.all(one.rights.map((right) => rightView(db, right, laws))),
    holders: one.holders.map((held) => holderView(held, who)),
    ...(wrong === undefined ? {} : { wrong }),
  };
}

const rightView = async (db: Database, { verbs, clause }: Right, laws: readonly InForce[]) => ({
  verbs: verbs.map((verb) => verbNames[verb] ?? verb),
  law: await lawOf(db, clause, { path: laws }),
});
