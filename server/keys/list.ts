/** All keys with what they may do, in names, for the command line. Never their text, nor its hash. */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';

export type KnownKey = {
  readonly id: string;
  readonly systemId: string;
  readonly prefix: string;
  readonly system: string;
  readonly unit: string;
  readonly answerable: string;
  readonly contact: string;
  /** `undertaker@质量处` */
  readonly posts: readonly string[];
  readonly verbs: readonly string[];
  readonly sites: readonly string[] | null;
  /** `main/law` */
  readonly columns: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly perMinute: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly usedAt: Date | null;
};
export const listMax = 1000;

/** Newest first, at most 1,000; with a prefix that one only. */
export async function knownKeys(db: Database, prefix?: string): Promise<readonly KnownKey[]> {
  const { rows } = await sql<KnownKey>`
    select k.id, k.system_id, k.prefix, s.name as system, u.name as unit, p.name as answerable, s.contact, k.verbs, k.addresses,
           k.per_minute, k.created_at, k.expires_at, k.revoked_at, k.used_at,
           array(select h.post || '@' || x.name from people.holding h join people.unit x on x.id = h.unit_id
                  where h.person_id = k.id order by h.post, x.name) as posts,
           case when k.site_ids is not null
                then array(select label from sites.site where id = any (k.site_ids) order by label) end as sites,
           case when k.column_ids is not null
                then array(select y.label || '/' || c.key from sites.column c join sites.site y on y.id = c.site_id
                            where c.id = any (k.column_ids) order by 1) end as columns
      from people.access_key k
      join people.outside_system s on s.id = k.system_id
      join people.unit u on u.id = s.unit_id
      join people.person p on p.id = s.answerable_id
     where ${prefix ?? null}::text is null or k.prefix = ${prefix ?? null}
     order by k.created_at desc, k.id limit ${listMax}`.execute(db);
  return rows;
}

/** As people call it: 可用, 已停用, 已到期. */
export const stateOf = (key: KnownKey, at: Date): 'live' | 'revoked' | 'expired' =>
  key.revokedAt ? 'revoked' : key.expiresAt <= at ? 'expired' : 'live';
