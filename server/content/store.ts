/** Articles, revisions, placements and runs: rows, reach and locks, and no rule. */
import { type RawBuilder, sql } from 'kysely';
import type { Chain } from '../../core/flow.ts';
import type { Database, Tx } from '../door/knock.ts';
import type { Fields } from './body.ts';
import { within } from './key-limits.ts';

export type PlacementRow = {
  readonly id: string;
  readonly articleId: string;
  readonly siteId: string;
  readonly columnId: string;
  readonly home: boolean;
  readonly state: 'none' | 'published' | 'withdrawn' | 'expired';
  readonly revisionId: string | null;
  readonly runId: string | null;
  readonly version: number;
  readonly number: number | null;
  readonly firstPublishedAt: Date | null;
  readonly discardedAt: Date | null;
  readonly servedAt: Date | null;
  readonly withdrawal: 'error' | 'superseded' | 'expired' | 'unlawful' | null;
  readonly withdrawnAt: Date | null;
  readonly unitId: string;
  readonly authorId: string;
  readonly createdAt: Date;
  /** A local day: the last one on which it is public. */
  readonly expiresOn: string | null;
  readonly publishedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly pinnedAt: Date | null;
  /** The run that was published by force, until a third person has looked; and who did it. */
  readonly forcedRunId: string | null;
  readonly forcedBy: string | null;
  readonly forcedAt: Date | null;
  /** Of the article, wherever it stands: that it no longer holds, and the article that holds instead. */
  readonly invalidReason: InvalidReason | null;
  readonly invalidAt: Date | null;
  readonly successorId: string | null;
};
export type InvalidReason = 'repealed' | 'lapsed' | 'amended';
/** A placement that isn't in the table yet has none of these. */
export const unmarked = {
  expiresOn: null,
  publishedAt: null,
  confirmedAt: null,
  pinnedAt: null,
  forcedRunId: null,
  forcedBy: null,
  forcedAt: null,
  invalidReason: null,
  invalidAt: null,
  successorId: null,
} as const;
export type RevisionRow = {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly hash: string;
  readonly kind: string;
  readonly fields: Fields;
  readonly html: string;
  readonly originalId: string | null;
  readonly facets: Readonly<Record<'reach' | 'weight' | 'sensitive', string> & { disclosure?: string }>;
  readonly contributors: readonly string[];
  readonly madeAt: Date;
};
/** A chain as a run keeps it: with the adoptions that it came from, so that raised facets are judged under the same rules (T7). */
export type KeptChain = Chain & { readonly adoptions: readonly string[] };
export type RunRow = {
  readonly id: string;
  readonly placementId: string;
  readonly revisionId: string;
  readonly hash: string;
  readonly versionId: string;
  readonly flow: string;
  readonly clause: string;
  readonly chain: KeptChain;
  readonly facets: Readonly<Record<string, string>>;
  readonly step: number;
  readonly state: 'open' | 'complete' | 'ended';
  readonly outcome: string | null;
  readonly submittedBy: string;
  readonly submittedPost: string;
  readonly submittedUnitId: string;
  readonly openedAt: Date;
  readonly movedAt: Date;
  /** When it is published by itself, and who set that when. */
  readonly publishAt: Date | null;
  readonly scheduledBy: string | null;
  readonly scheduledAt: Date | null;
};

/** jsonb from a plain value: pg would make a PostgreSQL array of a list. */
export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;

/** That x, somebody acting, is an administrator of the site s. */
export const administers = sql<boolean>`(x.post = 'administrator' and x.unit_id = any (s.administrator_unit_ids))`;

/**
 * Reach, as a condition on a placement p with its article a and site s: one's own unit's items; items whose run, also a
 * past one, names a post that one holds; items of a site that one administers. Everything else looks absent (A10). A key
 * sees of that only what lies in its own columns.
 */
export const reach = (
  person: string,
  at: Date,
) => sql<boolean>`${within(person, sql`p.site_id`, sql`p.column_id`)} and exists (
  select 1 from people.acting(${at}) x where x.person_id = ${person} and (
    x.unit_id = a.unit_id
    or ${administers}
    or exists (select 1 from content.run r join content.run_post rp on rp.run_id = r.id
                where r.placement_id = p.id and rp.post = x.post and rp.unit_id = x.unit_id)))`;

/** For the program itself, every placement is in reach. */
export const system = '00000000-0000-0000-0000-000000000001';

const placementColumns = sql`p.id, p.article_id, p.site_id, p.column_id, p.home, p.state, p.revision_id, p.run_id, p.version,
  p.number, p.first_published_at, p.discarded_at, p.served_at, p.withdrawal, p.withdrawn_at, p.created_at, a.unit_id, a.author_id,
  p.expires_on, p.published_at, p.confirmed_at, p.pinned_at, p.forced_run_id, p.forced_by, p.forced_at,
  a.invalid_reason, a.invalid_at, a.successor_id`;

/** The placement, locked until the transaction ends. Out of reach and absent look the same: no id can be probed (A10). */
export async function lockPlacement(tx: Tx, id: string, person: string, at: Date): Promise<PlacementRow | undefined> {
  const seen = person === system ? sql`true` : reach(person, at);
  const { rows } = await sql<PlacementRow>`
    select ${placementColumns} from content.placement p join content.article a on a.id = p.article_id join sites.site s on s.id = p.site_id
     where p.id = ${id} and ${seen} for update of p`.execute(tx);
  return rows[0];
}

/** A placement that the door has locked already. */
export async function placementById(db: Database, id: string): Promise<PlacementRow> {
  const { rows } = await sql<PlacementRow>`
    select ${placementColumns} from content.placement p join content.article a on a.id = p.article_id where p.id = ${id}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error(`placement ${id} was locked and isn't there`);
  return row;
}

/** Every other placement of the article, locked in id order: withdrawing is an act on the whole article. */
export async function lockSiblings(tx: Tx, articleId: string, not: string): Promise<readonly PlacementRow[]> {
  const { rows } = await sql<PlacementRow>`
    select ${placementColumns} from content.placement p join content.article a on a.id = p.article_id
     where p.article_id = ${articleId} and p.id <> ${not} order by p.id for update of p`.execute(tx);
  return rows;
}

/** The placement if this person may see it; not locked. */
export async function seePlacement(
  db: Database,
  id: string,
  person: string,
  at: Date,
): Promise<PlacementRow | undefined> {
  const { rows } = await sql<PlacementRow>`
    select ${placementColumns} from content.placement p join content.article a on a.id = p.article_id join sites.site s on s.id = p.site_id
     where p.id = ${id} and ${reach(person, at)}`.execute(db);
  return rows[0];
}

/** Where else the article is public: its cross-listings on other sites, which link to the home placement's address. */
export async function listedElsewhere(tx: Tx, p: PlacementRow): Promise<readonly PlacementRow[]> {
  if (!p.home) return [];
  const { rows } = await sql<PlacementRow>`
    select ${placementColumns} from content.placement p join content.article a on a.id = p.article_id
     where p.article_id = ${p.articleId} and p.site_id <> ${p.siteId} and p.state = 'published' order by p.site_id, p.id`.execute(
    tx,
  );
  return rows;
}

export async function runById(db: Database, id: string): Promise<RunRow> {
  return (await db
    .selectFrom('content.run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as RunRow;
}

/** Not the words that a search compares: they are as long as the text again. */
const revisionColumns = [
  'id',
  'articleId',
  'number',
  'hash',
  'kind',
  'fields',
  'html',
  'originalId',
  'facets',
  'contributors',
  'madeAt',
] as const;

export async function revisionById(db: Database, id: string): Promise<RevisionRow> {
  return (await db
    .selectFrom('content.revision')
    .select(revisionColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()) as unknown as RevisionRow;
}

/** The newest revision of an article at or below a number (all of them without). */
export async function newestRevision(
  db: Database,
  articleId: string,
  below?: number,
): Promise<RevisionRow | undefined> {
  return (await db
    .selectFrom('content.revision')
    .select(revisionColumns)
    .where('articleId', '=', articleId)
    .$if(below !== undefined, (q) => q.where('number', '<', below ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()) as unknown as RevisionRow | undefined;
}

/** The posts that any run of this placement named, also a past one. */
export async function runPosts(
  db: Database,
  placementId: string,
): Promise<readonly { post: string; unitId: string }[]> {
  const { rows } = await sql<{ post: string; unitId: string }>`
    select distinct rp.post, rp.unit_id from content.run r join content.run_post rp on rp.run_id = r.id
     where r.placement_id = ${placementId}`.execute(db);
  return rows;
}

/** The steps taken on a run, in order: who, under which post. */
export const decisionsOf = (db: Database, runId: string) =>
  db.selectFrom('content.decision').selectAll().where('runId', '=', runId).orderBy('step').orderBy('at').execute();

export type ColumnRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly nature: string;
  readonly class: string | null;
  readonly leadUnitIds: readonly string[];
  readonly siteId: string;
  readonly siteName: string;
  readonly siteLabel: string;
  readonly rank: 'main' | 'sub';
  readonly hosting: string;
  readonly ownerUnitId: string;
  readonly administratorUnitIds: readonly string[];
};

/** A column with its site, as a target of flows. */
export async function columnById(db: Database, id: string): Promise<ColumnRow | undefined> {
  const { rows } = await sql<ColumnRow>`
    select c.id, c.key, c.name, c.nature, c.class, c.lead_unit_ids, s.id as site_id, s.name as site_name, s.label as site_label,
           s.rank, s.hosting, s.owner_unit_id, s.administrator_unit_ids
      from sites.column c join sites.site s on s.id = c.site_id where c.id = ${id}`.execute(db);
  return rows[0];
}

export const columnPlaces = (db: Database, ids: readonly string[]) =>
  db.selectFrom('sites.column').select(['id as columnId', 'siteId']).where('id', 'in', ids).execute();
