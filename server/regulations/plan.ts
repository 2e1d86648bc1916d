/** What an adoption would do, found out before anything is changed: for the console and the command line alike. */
import { unitsOf } from '../../core/access.ts';
import { postName } from '../../core/regulation/adopt-names.ts';
import { columnsOn } from '../../core/regulation/columns-on.ts';
import { type ClauseCoverage, coverage } from '../../core/regulation/coverage.ts';
import { actingIn, type Organisation } from '../../core/regulation/organisation.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { type Before, before } from './before.ts';
import { type Adopting, type Weighed, weigh } from './subject.ts';

export type RoleLine = {
  readonly id: string;
  readonly name: string;
  readonly many: boolean;
  readonly units: readonly string[];
  /** A unit of the same name, where nothing was bound: proposed, never taken. */
  readonly guess?: string;
};
export type ColumnLine = { readonly key: string; readonly name: string; readonly there: boolean };
export type SiteLine = { readonly label: string; readonly name: string; readonly columns: readonly ColumnLine[] };
export type PostLine = {
  readonly post: string;
  readonly unit: string;
  readonly holders: number;
  readonly min?: number;
  readonly max?: number;
  readonly clause: string;
};
export type ReadingLine = {
  readonly id: string;
  readonly clause: string;
  readonly says: string;
  readonly accepted: boolean;
};
export type Plan = {
  readonly adopting: Adopting;
  readonly regulation: Regulation;
  readonly unit: { readonly id: string; readonly name: string };
  readonly roles: readonly RoleLine[];
  readonly sites: readonly SiteLine[];
  readonly posts: readonly PostLine[];
  readonly readings: readonly ReadingLine[];
  readonly idle: readonly ClauseCoverage[];
  readonly before: readonly Before[];
  readonly weighed: Weighed;
};

type Wanted = Pick<Plan, 'adopting' | 'regulation' | 'unit'> & { readonly organisation: Organisation };

export async function planOf(db: Database, wanted: Wanted, at: Date): Promise<Plan> {
  const { organisation, adopting, regulation, unit } = wanted;
  const { binding } = adopting;
  return {
    adopting,
    regulation,
    unit,
    roles: rolesIn(regulation, binding, organisation),
    sites: await sitesOf(db, unit.id, regulation),
    posts: understaffed(regulation, binding, organisation),
    readings: readingsOf(regulation, binding),
    idle: coverage(regulation).filter(({ standing, wholly }) => standing === 'nothing' || wholly),
    before: await before(db, unit.id, regulation.slug, adopting.fromOn),
    weighed: await weigh(db, adopting, at),
  };
}

/** The unit called exactly as the role is, when it is the adopter's own and the only one. */
export function guessed(name: string, { units }: Organisation, adopter: string) {
  const found = units.filter((one) => one.name === name && (one.id === adopter || one.parent === adopter));
  return found.length === 1 ? found[0] : undefined;
}

function rolesIn(regulation: Regulation, binding: Binding, organisation: Organisation): readonly RoleLine[] {
  const name = (id: string) => organisation.units.find((one) => one.id === id)?.name ?? id;
  return Object.entries(regulation.roles).map(([id, role]) => {
    const units = (binding.roles[id] ?? []).map(name);
    const guess = units.length === 0 ? guessed(role.name, organisation, binding.unit) : undefined;
    return { id, name: role.name, many: role.is === 'units', units, ...(guess ? { guess: guess.name } : {}) };
  });
}

async function sitesOf(db: Database, unit: string, regulation: Regulation): Promise<readonly SiteLine[]> {
  const sites = await db
    .selectFrom('sites.site')
    .select(['id', 'label', 'name', 'rank'])
    .where('ownerUnitId', '=', unit)
    .orderBy('position')
    .execute();
  const known = await db.selectFrom('sites.column').select(['siteId', 'key']).execute();
  return sites.map(({ id, label, name, rank }) => ({
    label,
    name,
    columns: columnsOn(regulation, rank).map((column) => ({
      key: column.id,
      name: column.name,
      there: known.some((one) => one.siteId === id && one.key === column.id),
    })),
  }));
}

/** Posts that nobody holds, or fewer than the text says, or more. */
function understaffed(regulation: Regulation, binding: Binding, organisation: Organisation): readonly PostLine[] {
  const law: InForce = { versionId: '', adoptionId: '', binding, regulation };
  const acting = actingIn(organisation);
  const called = { path: [law], organisation };
  return regulation.posts.flatMap((post) =>
    unitsOf(post, law).flatMap((id) => {
      const holders = acting.filter((one) => one.post === post.id && one.unit === id).length;
      const least = post.min ?? 1;
      if (holders >= least && holders <= (post.max ?? Number.POSITIVE_INFINITY)) return [];
      const unit = organisation.units.find((one) => one.id === id)?.name ?? id;
      const limits = {
        ...(post.min === undefined ? {} : { min: post.min }),
        ...(post.max === undefined ? {} : { max: post.max }),
      };
      return [{ post: postName(post.id, id, called), unit, holders, ...limits, clause: post.clause }];
    }),
  );
}

const readingsOf = ({ blocks }: Regulation, { readings }: Binding): readonly ReadingLine[] =>
  blocks.flatMap(({ kind, id, clause, reading }) =>
    reading === undefined
      ? []
      : [{ id: `${kind} ${id}`, clause, says: reading, accepted: readings.includes(`${kind} ${id}`) }],
  );
