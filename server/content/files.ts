/** Files of ours as content needs them: which a person may name in a text, which stand in a revision, who may see one. */
import { sql } from 'kysely';
import type { Database, Tx } from '../door/knock.ts';
import type { StoredFile } from '../file-view.ts';
import type { KnownFiles } from '../html/types.ts';
import { reach, system } from './store.ts';

const columns = sql`f.id, f.kind, f.name, f.type, f.published, f.scanned, f.notes`;

/** A person may see a file that they brought, or that stands in a revision, or a suggestion, of an article within their reach (A10). */
const seen = (person: string, at: Date) =>
  person === system
    ? sql<boolean>`true`
    : sql<boolean>`(f.person_id = ${person} or exists (
  select 1 from content.revision r join content.placement p on p.article_id = r.article_id
    join content.article a on a.id = r.article_id join sites.site s on s.id = p.site_id
   where (r.original_id = f.id or exists (select 1 from content.revision_file rf where rf.revision_id = r.id and rf.file_id = f.id))
     and ${reach(person, at)})
  or exists (
  select 1 from content.suggestion sg join content.run rn on rn.id = sg.run_id join content.placement p on p.id = rn.placement_id
    join content.article a on a.id = p.article_id join sites.site s on s.id = p.site_id
   where sg.file_ids @> array[f.id] and ${reach(person, at)}))`;

/** Those of `ids` that this person may see. Others are as if they were not there. */
export async function filesSeen(db: Database, ids: readonly string[], person: string, at: Date): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredFile>`
    select ${columns} from files.file f where f.id = any(${[...ids]}::text[]) and ${seen(person, at)}`.execute(db);
  return rows;
}

/** These files, in this order. */
export async function filesByIds(db: Database, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredFile>`
    select ${columns} from files.file f where f.id = any(${[...ids]}::text[]) order by array_position(${[...ids]}::text[], f.id)`.execute(
    db,
  );
  return rows;
}

/** The files of some revisions, in the order of their texts, and the Word file that each came from. */
export async function filesOf(db: Database, revisionIds: readonly string[]) {
  const { rows } = await sql<StoredFile & { revisionId: string }>`
    select rf.revision_id, ${columns} from content.revision_file rf join files.file f on f.id = rf.file_id
     where rf.revision_id = any(${[...revisionIds]}::uuid[]) order by rf.revision_id, rf.position`.execute(db);
  const { rows: originals } = await sql<StoredFile & { revisionId: string }>`
    select r.id as revision_id, ${columns} from content.revision r join files.file f on f.id = r.original_id
     where r.id = any(${[...revisionIds]}::uuid[])`.execute(db);
  return {
    of: (revisionId: string) => rows.filter((row) => row.revisionId === revisionId),
    original: (revisionId: string) => originals.find((row) => row.revisionId === revisionId),
  };
}

export async function nameFiles(tx: Tx, revisionId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((fileId, position) => ({ revisionId, fileId, position }));
  await tx.insertInto('content.revisionFile').values(rows).execute();
}

export const knownOf = (stored: readonly StoredFile[]): KnownFiles =>
  new Map(
    stored.flatMap(({ id, kind, name, type, published }) =>
      kind === 'original' ? [] : [[id, { id, kind, name, type, pieces: published }]],
    ),
  );
