/** 照此写一篇: what a new text takes over from one that is in reach, or public. */
import type { finding } from '../contract/find.ts';
import type { Out } from '../contract/row.ts';
import type { Database } from '../door/knock.ts';
import { clean } from '../html/clean.ts';
import { fileIdsIn } from '../html/text.ts';
import { filesSeen, knownOf } from './files.ts';
import { facetsView } from './revision-view.ts';
import { newestRevision, type RevisionRow, revisionById, seePlacement } from './store.ts';

type Copy = Out<typeof finding.copy>;
type Source = { readonly revision: RevisionRow; readonly columnId: string };

/** In reach: what is in review, else the newest revision. Out of reach: what is public, and nothing else (A10). */
async function sourceOf(db: Database, id: string, person: string, at: Date): Promise<Source | undefined> {
  const p = await seePlacement(db, id, person, at);
  if (p) {
    const revision = await newestRevision(db, p.articleId);
    return revision && { revision, columnId: p.columnId };
  }
  const open = await db
    .selectFrom('content.publicArticle')
    .select(['revisionId', 'columnId'])
    .where('placementId', '=', id)
    .executeTakeFirst();
  return open && { revision: await revisionById(db, open.revisionId), columnId: open.columnId };
}

/** Undefined where there is nothing to see. Files that this person may not use leave a line that says so (A7). */
export async function copyOf(db: Database, person: string, id: string, at: Date): Promise<Copy | undefined> {
  const source = await sourceOf(db, id, person, at);
  if (!source) return undefined;
  const { fields, kind, html, facets } = source.revision;
  const cleaned = clean(html, knownOf(await filesSeen(db, fileIdsIn(html), person, at)));
  if (!cleaned.ok) throw new Error(`revision ${source.revision.id} can't be cleaned again: ${cleaned.code}`);
  const { title, source: from, author, reprint = false, link = '' } = fields;
  return {
    body: {
      kind: kind as Copy['body']['kind'],
      title,
      source: from,
      author,
      reprint,
      link,
      html: cleaned.html,
      original: null,
      facets: facetsView(facets),
    },
    columnId: source.columnId,
    missing: cleaned.missing,
  };
}
