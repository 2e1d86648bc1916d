/** What an adoption would do, found out before anything is changed. */
import { unitsOf } from '../../../core/access.ts';
import { isDay, localDay } from '../../../core/day.ts';
import { postName } from '../../../core/regulation/adopt-names.ts';
import { columnsOn } from '../../../core/regulation/columns-on.ts';
import { type ClauseCoverage, coverage } from '../../../core/regulation/coverage.ts';
import { actingIn, type Organisation } from '../../../core/regulation/organisation.ts';
import type { Binding, InForce, Regulation } from '../../../core/regulation/types.ts';
import type { Database } from '../../door/knock.ts';
import { now } from '../../now.ts';
import { type Adopting, organisationOf, type Weighed, weigh } from '../../regulations/subject.ts';
import { unitNamed } from '../units.ts';
import { Usage } from '../words.ts';
import { type Before, before } from './before.ts';
import { bindingOf, guessed } from './binding.ts';
import type { Wanted } from './wanted.ts';

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
  readonly before: Before | undefined;
  readonly weighed: Weighed;
};

export async function planOf(db: Database, source: string, regulation: Regulation, wanted: Wanted): Promise<Plan> {
  if (wanted.unit === undefined)
    throw new Usage({ zh: '缺少 --unit（采用这份规定的单位）', en: '--unit is missing (the unit that adopts it)' });
  const at = now();
  const organisation = await organisationOf(db, at);
  const unit = unitNamed(wanted.unit, organisation.units);
  const binding = bindingOf(wanted, regulation, organisation, unit.id);
  const home = Object.fromEntries(wanted.home.map((key, i) => [key, i + 1]));
  const fromOn = dayOf(wanted.from, regulation, localDay(at));
  const adopting = { source, fromOn, binding, home, descriptions: described(wanted) };
  return {
    adopting,
    regulation,
    unit,
    roles: rolesIn(regulation, binding, organisation),
    sites: await sitesOf(db, unit.id, regulation),
    posts: understaffed(regulation, binding, organisation),
    readings: readingsOf(regulation, binding),
    idle: coverage(regulation).filter(({ standing, wholly }) => standing === 'nothing' || wholly),
    before: await before(db, unit.id, regulation.slug),
    weighed: await weigh(db, adopting, at),
  };
}

const described = ({ descriptions }: Wanted): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(descriptions).map(([key, text]) => [key, text ?? '']));

/** Rules bind from their day on, and never backwards. */
export function dayOf(from: string | undefined, { inForce }: Regulation, today: string): string {
  if (from === undefined)
    throw new Usage({ zh: '缺少 --from（从哪天起施行）', en: '--from is missing (from which day it is in force)' });
  if (!isDay(from))
    throw new Usage({
      zh: `--from 要写成 2026-12-01 这样的日期，不能是 ${from}`,
      en: `--from is a day as 2026-12-01, not ${from}`,
    });
  if (from < today)
    throw new Usage({
      zh: `--from 不能早于今天（${today}）：规定不能倒过去施行`,
      en: `--from can't be before today (${today}): rules don't bind backwards`,
    });
  if (inForce.from !== 'adoption' && from < inForce.from)
    throw new Usage({
      zh: `规定写明 ${inForce.from} 起施行，--from 不能更早`,
      en: `the text says that it is in force from ${inForce.from}: --from can't be earlier`,
    });
  if (inForce.until !== undefined && from >= inForce.until)
    throw new Usage({
      zh: `规定写明到 ${inForce.until} 为止，那以后不能再采用`,
      en: `the text says that it ends on ${inForce.until}`,
    });
  return from;
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
