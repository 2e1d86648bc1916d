/** Exemptions as they are kept: what duties are judged by, and who gave them with which words. */
import { sql } from 'kysely';
import type { Exemption } from '../../core/duty/exempt.ts';
import type { Database } from '../door/knock.ts';

type Row = Omit<Exemption, 'backAt'> & { readonly backAt: number | null };

/**
 * All that were ever given, since what is over was judged by them, in the order in which they were given. `asOf`: as they
 * were after an event of the log, by its number and instant.
 */
export async function exemptionsIn(
  db: Database,
  { seq, at }: { readonly seq: number; readonly at: Date } = { seq: Number.MAX_SAFE_INTEGER, at: new Date(8.64e15) },
): Promise<readonly Exemption[]> {
  const { rows } = await sql<Row>`
    select e.seq::text, (extract(epoch from x.given_at) * 1000)::float8 as at,
           case when x.back_at <= ${at} then (extract(epoch from x.back_at) * 1000)::float8 end as back_at, x.unit_id as unit, x.slug, x.duty, x.thing_id as thing,
           x.from_on::text as from, x.to_on::text as to
      from duties.exemption x join door.event e on e.id = x.id
     where e.seq <= ${seq} order by e.seq`.execute(db);
  return rows.map(({ backAt, ...one }) => ({ ...one, ...(backAt === null ? {} : { backAt }) }));
}

/** One with its words. `seq`: of its event. Days: the first, and the first day after. */
export type Given = {
  readonly id: string;
  readonly seq: string;
  readonly unitId: string;
  readonly slug: string;
  readonly duty: string;
  readonly thingId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly givenAt: Date;
  readonly givenBy: string;
  readonly giver: string;
  readonly reason: string;
};

const given = sql`
  select x.id, e.seq::text, x.unit_id, x.slug, x.duty, x.thing_id, x.from_on, x.to_on, x.given_at, x.given_by,
         p.name as giver, o.words as reason
    from duties.exemption x join door.event e on e.id = x.id join door.opinion o on o.event_id = x.id
    join people.person p on p.id = x.given_by`;

export async function givenBySeq(db: Database, seqs: readonly string[]): Promise<ReadonlyMap<string, Given>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await sql<Given>`${given} where e.seq = any (${[...seqs]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.seq, row]));
}

/** Those that are not over on that day, nor taken back: those first that end first. */
export async function givenOn(db: Database, day: string, most: number): Promise<readonly Given[]> {
  const { rows } = await sql<Given>`
    ${given} where x.back_at is null and x.to_on > ${day}::date order by x.to_on, e.seq limit ${most}`.execute(db);
  return rows;
}
