/** Regulations as they were adopted: stored versions, and what governs a unit on a day. The files in regulations/ are only a library. */
import { sql } from 'kysely';
import { readerVersion } from '../core/regulation/assemble.ts';
import { cite } from '../core/regulation/cite.ts';
import { readRegulation } from '../core/regulation/read.ts';
import type { Binding, InForce, Regulation } from '../core/regulation/types.ts';
import type { LawView } from './contract/views.ts';
import type { Database } from './door/knock.ts';

type Row = { adoptionId: string; versionId: string; binding: Binding };

/** A stored version never changes, so that what was read once stays. */
const compiled = new Map<string, Regulation>();

async function regulation(db: Database, versionId: string): Promise<Regulation> {
  const known = compiled.get(versionId);
  if (known) return known;
  const row = await db
    .selectFrom('regulations.version')
    .select(['compiled', 'source'])
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const stored = row.compiled as Regulation;
  const read = stored.readerVersion === readerVersion ? stored : readAnew(row.source, versionId);
  compiled.set(versionId, read);
  return read;
}

/** An older program compiled it into another shape: the text is the rule, and it is kept beside. */
function readAnew(source: string, versionId: string): Regulation {
  const { regulation: read, faults } = readRegulation(source);
  if (read) return read;
  throw new Error(`version ${versionId} of a regulation in force can't be read any more: ${faults[0]?.message}`);
}

const whole = (db: Database, rows: readonly Row[]): Promise<InForce[]> =>
  Promise.all(rows.map(async (row) => ({ ...row, regulation: await regulation(db, row.versionId) })));

/** That the adoption a holds on the local day of an instant. */
const holdsAt = (at: Date) => sql<boolean>`(a.from_on <= (${at}::timestamptz at time zone 'Asia/Shanghai')::date
  and (a.until_on is null or a.until_on > (${at}::timestamptz at time zone 'Asia/Shanghai')::date))`;

const adoptionsMax = 500;

/** An adoption with its local days, half-open. */
export type Adoption = InForce & { readonly from: string; readonly until: string | null };

/** Every adoption that ever was, oldest first; with more than 500 it stops, since the newest would be the ones left out. */
export async function everyAdoption(db: Database): Promise<Adoption[]> {
  const { rows } = await sql<Row & { from: string; until: string | null }>`
    select a.id as adoption_id, a.version_id, a.binding, a.from_on::text as from, a.until_on::text as until
      from regulations.adoption a order by a.from_on, a.at, a.id limit ${adoptionsMax + 1}`.execute(db);
  if (rows.length > adoptionsMax) throw new Error(`there are more than ${adoptionsMax} adoptions`);
  return Promise.all(rows.map(async (row) => ({ ...row, regulation: await regulation(db, row.versionId) })));
}

/** Every version that holds for some unit, once each, at most 200. */
export async function inForceAnywhere(db: Database, at: Date): Promise<InForce[]> {
  const { rows } = await sql<Row>`
    select distinct on (a.version_id) a.id as adoption_id, a.version_id, a.binding from regulations.adoption a
     where ${holdsAt(at)} order by a.version_id, a.id limit 200`.execute(db);
  return whole(db, rows);
}

/** What governs a unit at an instant: the adoptions on the way from it up to the root, nearest first; of one unit's, the newest. */
export async function inForce(db: Database, unit: string, at: Date): Promise<InForce[]> {
  const { rows } = await sql<Row>`
    with recursive up as (
      select id, parent_id, 0 as far from people.unit where id = ${unit}
      union all
      select u.id, u.parent_id, up.far + 1 from people.unit u join up on u.id = up.parent_id
    )
    select a.id as adoption_id, a.version_id, a.binding
      from up join regulations.adoption a on a.unit_id = up.id
     where ${holdsAt(at)}
     order by up.far, a.from_on desc, a.at desc, a.id`.execute(db);
  return whole(db, rows);
}

/** The adoptions that a run started under, in the order they were found then. A run keeps them (T7). */
export async function adoptions(db: Database, ids: readonly string[]): Promise<InForce[]> {
  const { rows } = await sql<Row>`
    select a.id as adoption_id, a.version_id, a.binding from regulations.adoption a
     where a.id = any (${[...ids]}::uuid[]) order by array_position(${[...ids]}::uuid[], a.id)`.execute(db);
  return whole(db, rows);
}

const view = (read: Regulation | undefined, clause: string, adoption?: string): LawView => {
  const [, id = ''] = clause.split('#');
  const text = read?.clauses.find((c) => c.id === id);
  const words = { clause, cite: read ? cite(read.title, id) : clause, text: text?.text ?? '' };
  return { ...words, ...(adoption === undefined ? {} : { adoption }) };
};

/**
 * An article's citation and words, from `slug#article`: looked for in the regulations at hand first, then in the version
 * that is named, then in the newest one stored here.
 */
export async function lawOf(
  db: Database,
  clause: string,
  hand: { path?: readonly InForce[]; versionId?: string | undefined } = {},
): Promise<LawView> {
  const [slug = ''] = clause.split('#');
  const near = hand.path?.find((law) => law.regulation.slug === slug);
  if (near) return view(near.regulation, clause, near.adoptionId);
  const named = hand.versionId ? await regulation(db, hand.versionId) : undefined;
  if (hand.versionId && named?.slug === slug) return view(named, clause, await firstAdoption(db, hand.versionId));
  return view(await newest(db, slug), clause);
}

/** Adoptions are never taken back. */
const firstOf = new Map<string, string>();

/** Whoever adopted a version first: what others who adopted it read is the same. */
async function firstAdoption(db: Database, versionId: string): Promise<string | undefined> {
  const known = firstOf.get(versionId);
  if (known !== undefined) return known;
  const row = await db
    .selectFrom('regulations.adoption')
    .select('id')
    .where('versionId', '=', versionId)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (row) firstOf.set(versionId, row.id);
  return row?.id;
}

async function newest(db: Database, slug: string): Promise<Regulation | undefined> {
  const row = await db
    .selectFrom('regulations.version')
    .select('id')
    .where('slug', '=', slug)
    .orderBy('number', 'desc')
    .orderBy('storedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && regulation(db, row.id);
}
