/** The publication log: one row for each site that a change shows on, numbered from the site's locked row. */
import { sql } from 'kysely';
import type { Knock, Publication } from './knock.ts';

/** Sites are taken in ascending order, so that two acts can't wait for each other. */
export async function logPublications({ tx, at, eventId }: Knock, publications: readonly Publication[]): Promise<void> {
  const inOrder = [...publications].sort((a, b) => (a.siteId < b.siteId ? -1 : a.siteId > b.siteId ? 1 : 0));
  for (const p of inOrder) {
    await sql`
      with head as (
        insert into content.publication_head (site_id, last) values (${p.siteId}, 1)
        on conflict (site_id) do update set last = content.publication_head.last + 1 returning last
      )
      insert into content.publication (site_id, seq, class, op, subject, subject_id, revision_id, column_ids, event_id, at)
      select ${p.siteId}::uuid, head.last, ${p.class}::smallint, ${p.op}::text, 'placement', ${p.placementId}::uuid,
             ${p.revisionId ?? null}::uuid, ${[...p.columnIds]}::uuid[], ${eventId}::uuid, ${at}::timestamptz from head`.execute(
      tx,
    );
  }
}
