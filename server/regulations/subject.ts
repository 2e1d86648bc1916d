/**
 * Adopting a regulation: a version is stored with its source and hash, bound to real units, and in force for a unit from
 * a day on. The files in regulations/ are only a library: upgrading the program changes no rule in force.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { localDay, startOf } from '../../core/day.ts';
import { type Outcome, type Refusal, refuse } from '../../core/outcome.ts';
import { adviceOn, type Reason } from '../../core/regulation/adopt.ts';
import { dayFault, sayDayFault } from '../../core/regulation/adopt-day.ts';
import { mayAdopt } from '../../core/regulation/adopt-right.ts';
import { cite } from '../../core/regulation/cite.ts';
import { columnsOn } from '../../core/regulation/columns-on.ts';
import type { Organisation } from '../../core/regulation/organisation.ts';
import type { Binding, Column, InForce, Regulation } from '../../core/regulation/types.ts';
import { acting, actingOf } from '../acting.ts';
import type { Change, Database, Knock, Subject, Tx } from '../door/knock.ts';
import { sha256 } from '../door/log.ts';
import { inForce } from '../in-force.ts';
import { readOnce } from '../read-once.ts';

/** `home`: which columns the home page shows, in which order (1 first), by column id. `fromOn`: a local day. */
export type Adopting = {
  readonly source: string;
  readonly fromOn: string;
  readonly binding: Binding;
  readonly home: Readonly<Record<string, number>>;
  readonly descriptions: Readonly<Record<string, string>>;
};
type Locked = { readonly unit: string };

/**
 * Verbs: `adopt` by a person who has the right to (decision 0510), from a day that hasn't passed, over what that person
 * saw; `adopt_for` by the operator at the machine, in a person's name (decision 0331). ask.id is the adopting unit.
 */
async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  const row = await tx.selectFrom('people.unit').select('id').where('id', '=', ask.id).forUpdate().executeTakeFirst();
  return row && { unit: row.id };
}

export async function organisationOf(db: Database, at: Date): Promise<Organisation> {
  const units = await db.selectFrom('people.unit').select(['id', 'name', 'parentId']).orderBy('position').execute();
  const leading = await db
    .selectFrom('people.leading')
    .select(['personId', 'unitId'])
    .where('untilAt', 'is', null)
    .execute();
  const sites = await db.selectFrom('sites.site').select(['ownerUnitId as owner', 'rank']).execute();
  return {
    sites,
    units: units.map((u) => ({ id: u.id, name: u.name, ...(u.parentId ? { parent: u.parentId } : {}) })),
    // A chain needs people: what a system holds staffs nothing. Who is away now comes back.
    holdings: (await acting(db, at)).filter((held) => !held.outside).map(({ away: _, ...held }) => held),
    leading: leading.map((l) => ({ person: l.personId, unit: l.unitId })),
  };
}

/** Both in words. Without a regulation the text can't even be read. */
export type Weighed = {
  readonly regulation?: Regulation;
  /** Why it can't be adopted so; empty when it can. */
  readonly reasons: readonly string[];
  /** What whoever adopts it has to know, though nothing is refused for it. */
  readonly warnings: readonly string[];
};

/** What there is to say to this adoption, before anything is changed. */
export async function weigh(db: Database, a: Adopting, at: Date): Promise<Weighed> {
  const { regulation, faults } = readOnce(a.source);
  if (!regulation) {
    const wrong = faults.filter((fault) => !fault.warn);
    return { reasons: wrong.map((f) => `第 ${f.line} 行第 ${f.column} 列：${f.message}`), warnings: [] };
  }
  // What holds above on that day, and not only today.
  const path = await inForce(db, a.binding.unit, new Date(Math.max(at.getTime(), startOf(a.fromOn))));
  // What this unit adopted of the same regulation goes when the new version comes: it isn't above it.
  const above = path.filter((law) => law.binding.unit !== a.binding.unit || law.regulation.slug !== regulation.slug);
  const { reasons, warnings } = adviceOn(regulation, a.binding, await organisationOf(db, at), above);
  const words = (all: readonly Reason[]) => all.map((one) => sayReason(one, regulation, above));
  return { regulation, reasons: words(reasons), warnings: words(warnings) };
}

/** The sentence with its article, where there is one. */
export function sayReason({ says, clause }: Reason, regulation: Regulation, above: readonly InForce[]): string {
  const [slug, article] = clause?.split('#') ?? [];
  const from = [regulation, ...above.map((law) => law.regulation)].find((one) => one.slug === slug);
  return from && article ? `${says}（${cite(from.title, article)}）` : says;
}

async function decide(knock: Knock, { unit }: Locked): Promise<Outcome<{ change: Change; gathered: Weighed }>> {
  const { tx, ask, at } = knock;
  const a = ask.body as unknown as Adopting;
  const weighed = await weigh(tx, a, at);
  const { regulation, reasons } = weighed;
  const kept = ask.verb === 'adopt' && (await refusedHere(knock, unit, a, regulation));
  if (kept) return kept;
  if (!regulation) return { ...refuse('unreadable_regulation'), reasons };
  if (reasons.length > 0 || a.binding.unit !== unit) return { ...refuse('not_adoptable'), reasons };
  const versionId = await storeVersion(knock, regulation, a);
  const replaced = await storeAdoption(knock, versionId, a);
  const columns = await openColumns(tx, unit, regulation, a, at);
  const after = {
    slug: regulation.slug,
    number: regulation.version,
    sha256: sha256(a.source),
    from: a.fromOn,
    columns,
    warnings: weighed.warnings,
  };
  const event = {
    kind: 'regulation.adopted',
    subjectKind: 'unit',
    subjectId: unit,
    unitId: unit,
    versionId,
    before: replaced,
    after,
  } as const;
  return { ok: true, change: { event, publications: [], jobs: [] }, gathered: weighed };
}

/** Of a person in the console: the right to, the day, and that nobody adopted for this unit in the meantime. */
async function refusedHere(
  { tx, ask, at }: Knock,
  unit: string,
  { fromOn }: Adopting,
  regulation: Regulation | undefined,
): Promise<Refusal | undefined> {
  if (!mayAdopt(await actingOf(tx, ask.actor.person, at), await inForce(tx, unit, at))) return refuse('not_adopter');
  if (ask.body.seen !== (await adoptionsOf(tx, unit))) return refuse('adopted_meanwhile');
  const today = localDay(at);
  const fault = regulation && dayFault(fromOn, regulation, today);
  return regulation && fault
    ? { ...refuse('not_adoptable'), reasons: [sayDayFault(fault, fromOn, regulation, today)] }
    : undefined;
}

/** How many adoptions this unit ever made: what a person saw before deciding is told by it. */
export async function adoptionsOf(db: Database, unit: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from regulations.adoption where unit_id = ${unit}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** A text that is stored already (another unit adopted it) is stored once. */
async function storeVersion({ tx, at }: Knock, regulation: Regulation, a: Adopting): Promise<string> {
  const { slug, version: number, readerVersion } = regulation;
  const hash = sha256(a.source);
  const row = { id: randomUUID(), slug, number, sha256: hash, source: a.source, readerVersion, storedAt: at };
  await tx
    .insertInto('regulations.version')
    .values({ ...row, compiled: JSON.stringify(regulation) })
    .onConflict((one) => one.columns(['slug', 'number', 'sha256']).doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('regulations.version')
    .select('id')
    .where('slug', '=', slug)
    .where('number', '=', number)
    .where('sha256', '=', hash)
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * What this unit had adopted of the same regulation ends on the day from which the new version is in force; runs that
 * started under it keep it (T7). Answers which versions those were, for the event.
 */
async function storeAdoption({ tx, ask, at }: Knock, versionId: string, a: Adopting) {
  const { rows } = await sql<{ versionId: string }>`
    update regulations.adoption a set until_on = greatest(a.from_on, ${a.fromOn}::date)
      from regulations.version v, regulations.version now
     where now.id = ${versionId} and v.id = a.version_id and v.slug = now.slug and a.unit_id = ${a.binding.unit}
       and (a.until_on is null or a.until_on > ${a.fromOn}::date)
    returning a.version_id`.execute(tx);
  const binding = JSON.stringify(a.binding);
  const row = { id: randomUUID(), versionId, unitId: a.binding.unit, fromOn: a.fromOn, untilOn: null, binding, at };
  await tx
    .insertInto('regulations.adoption')
    .values({ ...row, byPerson: ask.actor.person })
    .execute();
  return rows.length > 0 ? { replaced: rows.map((one) => one.versionId) } : {};
}

/** The columns that the text states, opened on the adopter's own site; one that is there already stays as it is. */
async function openColumns(tx: Tx, unit: string, regulation: Regulation, a: Adopting, at: Date): Promise<number> {
  const sites = await tx.selectFrom('sites.site').select(['id', 'rank']).where('ownerUnitId', '=', unit).execute();
  const rows = sites.flatMap((site) =>
    columnsOn(regulation, site.rank).map((c, position) => ({
      ...columnRow(c, regulation, a),
      siteId: site.id,
      position,
      createdAt: at,
    })),
  );
  for (const row of rows)
    await tx
      .insertInto('sites.column')
      .values(row)
      .onConflict((c) => c.columns(['siteId', 'key']).doNothing())
      .execute();
  return rows.length;
}

function columnRow(c: Column, regulation: Regulation, { binding, home, descriptions }: Adopting) {
  const unitsOf = (refs: readonly string[]) =>
    refs.flatMap((ref) => (ref === 'self' ? [binding.unit] : (binding.roles[ref] ?? [])));
  return {
    id: randomUUID(),
    key: c.id,
    name: c.name,
    description: descriptions[c.id] ?? '',
    nature: c.nature,
    class: c.class ?? null,
    leadUnitIds: c.leadOneOf ? [...(binding.leads[c.id] ?? [])] : unitsOf(c.lead),
    jointUnitIds: unitsOf(c.joint),
    clause: `${regulation.slug}#${c.clause}`,
    onHome: home[c.id] ?? null,
  };
}

export const adoption: Subject<Locked, Weighed> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ tx, ask: { id } }, { warnings }) => ({ id, adoptions: await adoptionsOf(tx, id), warnings }),
  view: async () => undefined,
};
