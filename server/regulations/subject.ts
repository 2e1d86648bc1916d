/**
 * Adopting a regulation: a version is stored with its source and hash, bound to real units, and in force for a unit from
 * a day on. The files in regulations/ are only a library: upgrading the program changes no rule in force.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { adoptable } from '../../core/regulation/adopt.ts';
import { columnsOn } from '../../core/regulation/columns-on.ts';
import type { Organisation } from '../../core/regulation/organisation.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import type { Binding, Column, Regulation } from '../../core/regulation/types.ts';
import { acting } from '../acting.ts';
import type { Change, Database, Knock, Subject, Tx } from '../door/knock.ts';
import { sha256 } from '../door/log.ts';
import { inForce } from '../in-force.ts';

/** `home`: which columns the home page shows, in which order (1 first), by column id. `fromOn`: a local day. */
export type Adopting = {
  readonly source: string;
  readonly fromOn: string;
  readonly binding: Binding;
  readonly home: Readonly<Record<string, number>>;
  readonly descriptions: Readonly<Record<string, string>>;
};
type Locked = { readonly unit: string };

/** ask.id is the adopting unit. */
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
    holdings: await acting(db, at),
    leading: leading.map((l) => ({ person: l.personId, unit: l.unitId })),
  };
}

/** Why a text can't be adopted so, in words; empty when it can. Without a regulation it can't even be read. */
export async function reasonsAgainst(
  db: Database,
  a: Adopting,
  at: Date,
): Promise<{ regulation?: Regulation; reasons: readonly string[] }> {
  const { regulation, faults } = readRegulation(a.source);
  if (!regulation) {
    const wrong = faults.filter((fault) => !fault.warn);
    return { reasons: wrong.map((f) => `第 ${f.line} 行第 ${f.column} 列：${f.message}`) };
  }
  const above = await inForce(db, a.binding.unit, at);
  const reasons = adoptable(regulation, a.binding, await organisationOf(db, at), above);
  return { regulation, reasons: reasons.map((reason) => reason.says) };
}

async function decide(knock: Knock, { unit }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  const { tx, ask, at } = knock;
  const a = ask.body as unknown as Adopting;
  const { regulation, reasons } = await reasonsAgainst(tx, a, at);
  if (!regulation) return { ...refuse('unreadable_regulation'), reasons };
  if (reasons.length > 0 || a.binding.unit !== unit) return { ...refuse('not_adoptable'), reasons };
  const versionId = await store(knock, regulation, a);
  const columns = await openColumns(tx, unit, regulation, a, at);
  const after = {
    slug: regulation.slug,
    number: regulation.version,
    sha256: sha256(a.source),
    from: a.fromOn,
    columns,
  };
  const event = {
    kind: 'regulation.adopted',
    subjectKind: 'unit',
    subjectId: unit,
    unitId: unit,
    versionId,
    before: {},
    after,
  } as const;
  return { ok: true, change: { event, publications: [], jobs: [] }, gathered: undefined };
}

async function store({ tx, ask, at }: Knock, regulation: Regulation, a: Adopting): Promise<string> {
  const versionId = randomUUID();
  await tx
    .insertInto('regulations.version')
    .values({
      id: versionId,
      slug: regulation.slug,
      number: regulation.version,
      sha256: sha256(a.source),
      source: a.source,
      compiled: JSON.stringify(regulation),
      readerVersion: regulation.readerVersion,
      storedAt: at,
    })
    .execute();
  await tx
    .insertInto('regulations.adoption')
    .values({
      id: randomUUID(),
      versionId,
      unitId: a.binding.unit,
      fromOn: a.fromOn,
      untilOn: null,
      binding: JSON.stringify(a.binding),
      byPerson: ask.actor.person,
      at,
    })
    .execute();
  return versionId;
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

export const adoption: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ tx, ask: { id } }) => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from regulations.adoption where unit_id = ${id}`.execute(tx);
    return { id, adoptions: rows[0]?.n ?? 0 };
  },
  view: async () => undefined,
};
