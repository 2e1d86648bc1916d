/**
 * One publisher per site. The row in content.publisher holds how far the log was carried, until when somebody holds the
 * site, and a token that grows with each taking: whoever was paused past its time fails at the next compare-and-set.
 * The database's clock decides, so that two hosts need not agree on the time.
 */
import type { Query } from './database.ts';

const LEASE_SECONDS = 30;

export type Lease = { readonly siteId: string; readonly token: number; readonly seq: number };

/** Somebody else took the site. What was being done is thrown away; they do it. */
export class Lost extends Error {}

/** `force`: also from a holder whose time has not run out. For a start: its predecessor on this folder is dead. */
export async function take(q: Query, siteId: string, force: boolean): Promise<Lease | undefined> {
  await q(
    `insert into content.publisher (site_id, seq, token, until_at) values ($1, 0, 0, '-infinity')
       on conflict (site_id) do nothing`,
    [siteId],
  );
  const [row] = await q<Lease>(
    `update content.publisher set token = token + 1, until_at = clock_timestamp() + $3 * interval '1 second'
      where site_id = $1 and ($2 or until_at < clock_timestamp())
      returning site_id as "siteId", token::float8 as token, seq::float8 as seq`,
    [siteId, force, LEASE_SECONDS],
  );
  return row;
}

/** Throws Lost when the token is no longer ours. */
export async function renew(q: Query, lease: Lease): Promise<void> {
  const rows = await q(
    `update content.publisher set until_at = clock_timestamp() + $3 * interval '1 second'
      where site_id = $1 and token = $2 returning site_id`,
    [lease.siteId, lease.token, LEASE_SECONDS],
  );
  if (rows.length === 0) throw new Lost(`site ${lease.siteId} was taken by another publisher`);
}

/** Everything up to `to` is durable at the target. The number never goes back. */
export async function advance(q: Query, lease: Lease, to: number): Promise<Lease> {
  const [row] = await q<Lease>(
    `update content.publisher set seq = greatest(seq, $3), until_at = clock_timestamp() + $4 * interval '1 second'
      where site_id = $1 and token = $2 returning site_id as "siteId", token::float8 as token, seq::float8 as seq`,
    [lease.siteId, lease.token, to, LEASE_SECONDS],
  );
  if (!row) throw new Lost(`site ${lease.siteId} was taken by another publisher`);
  return row;
}

export async function release(q: Query, lease: Lease): Promise<void> {
  await q(`update content.publisher set until_at = '-infinity' where site_id = $1 and token = $2`, [
    lease.siteId,
    lease.token,
  ]);
}
