/** Revisions as the console reads them: fields, html, words, and the files that stand in the text. */
import { type Mark, marksIn } from '../../core/marks.ts';
import type { Names } from '../acting.ts';
import type { RevisionView } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { fileView } from '../file-view.ts';
import { textOf } from '../html/text.ts';
import { stated } from './facts.ts';
import { filesOf } from './files.ts';
import type { RevisionRow } from './store.ts';

export const facetsView = (facets: Readonly<Record<string, string>>): RevisionView['facets'] =>
  ({
    reach: facets.reach,
    weight: facets.weight,
    sensitive: facets.sensitive,
    disclosure: stated(facets).disclosure,
  }) as RevisionView['facets'];

const outward = /<a href="(https?:[^"]*)">(.*?)<\/a>/gs;

/** What the reviewer of this revision should look at, in the order of its text. */
export const marksOf = ({ html }: RevisionRow): Mark[] =>
  marksIn(
    textOf(html),
    [...html.matchAll(outward)].map(([, href = '', inside = '']) => ({ href: textOf(href), words: textOf(inside) })),
  );

/** One view for each of `revisions`, by id. */
export async function revisionViews(
  db: Database,
  revisions: readonly RevisionRow[],
  names: Names,
): Promise<(revision: RevisionRow) => RevisionView> {
  const files = await filesOf(
    db,
    revisions.map((r) => r.id),
  );
  return (r) => {
    const original = files.original(r.id);
    const { title, source, author, reprint = false, link = '' } = r.fields;
    return {
      id: r.id,
      number: r.number,
      hash: r.hash,
      kind: r.kind as RevisionView['kind'],
      title,
      source,
      author,
      reprint,
      link,
      text: textOf(r.html),
      html: r.html,
      files: files.of(r.id).map(fileView),
      ...(original ? { original: fileView(original) } : {}),
      ...(r.fields.expires === undefined ? {} : { expires: r.fields.expires }),
      facets: facetsView(r.facets),
      contributors: r.contributors.map((id) => names.person(id)),
      madeAt: r.madeAt.toISOString(),
    };
  };
}
