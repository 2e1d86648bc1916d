/**
 * One file through the door as `save`. Whatever the file says about itself, an import writes no more than a first
 * revision: nobody has reviewed it yet, and only the reviewer's own act can say that somebody did (ZJ-12).
 */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { act } from '../../act.ts';
import { content } from '../../contract/content.ts';
import type { Database } from '../../door/knock.ts';
import { textOf } from '../../html/text.ts';
import { type Keeping, keepFiles } from './keep.ts';
import type { Place } from './place.ts';
import { hashOf, readText, type Text } from './read.ts';

export type Imported = { readonly file: string; readonly lost: readonly string[] } & (
  | {
      readonly ok: true;
      readonly placementId: string;
      readonly title: string;
      readonly characters: number;
      readonly tables: number;
      readonly pictures: number;
      /** The same file was imported before, and nothing was done now. */
      readonly already: boolean;
    }
  | { readonly ok: false; readonly refused: string }
);

/** What the writer states at submitting; an import can't know it, and takes the lowest. */
const unstated = { reach: 'section', weight: 'general', sensitive: 'no' } as const;

export const bodyOf = ({ title, html }: Pick<Text, 'title' | 'html'>, source: string, original: string | null) => ({
  kind: 'information' as const,
  title,
  source,
  author: '',
  reprint: false,
  link: '',
  html,
  original,
  facets: unstated,
});
/** Why the text can't be saved as it is; undefined: it can. */
export function whyNot(body: ReturnType<typeof bodyOf>): string | undefined {
  const shape = content.save.in.shape.body.safeParse(body);
  return shape.success ? undefined : shape.error.issues.map((issue) => issue.message).join('；');
}

/** `out`: an empty folder. */
export async function importFile(db: Database, place: Place, file: string, keeping: Keeping): Promise<Imported> {
  const hash = hashOf(file);
  const id = idOf('placement', place, hash ?? '');
  const before = hash === undefined ? undefined : await thereAlready(db, id);
  if (before) return { file, ok: true, placementId: id, ...before, already: true, lost: [] };
  const text = await readText(file, keeping.out, keeping.scanner);
  if (!text.ok) return { file, ok: false, refused: text.refused, lost: [] };
  const { title, characters, tables, lost } = text;
  const why = whyNot(bodyOf(text, place.unitName, null));
  if (why) return { file, ok: false, refused: why, lost };
  // Who may not write here is refused by the door: nothing is kept for that.
  const original = place.actor.post ? await keepFiles(db, text, wordFile(file), place, keeping) : null;
  const answer = await act(db, {
    subject: 'article',
    verb: 'save',
    id,
    version: 0,
    key: idOf('key', place, hash ?? ''),
    actor: place.actor,
    body: { columnId: place.columnId, body: bodyOf(text, place.unitName, original) },
  });
  if (answer.status !== 200) return { file, ok: false, refused: (answer.body as { message: string }).message, lost };
  const pictures = text.pictures.length;
  return { file, ok: true, placementId: id, title: title.trim(), characters, tables, pictures, lost, already: false };
}

const wordFile = (file: string) =>
  extname(file).toLowerCase() === '.docx' ? { path: file, name: basename(file) } : undefined;

/** The same file for the same column by the same person is the same draft: an import that was cut off is begun again. */
function idOf(what: string, { columnId, actor }: Place, hash: string): string {
  const h = createHash('sha256')
    .update(JSON.stringify([what, columnId, actor.person, hash]))
    .digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

async function thereAlready(db: Database, id: string) {
  const found = await db
    .selectFrom('content.placement as p')
    .innerJoin('content.revision as r', 'r.articleId', 'p.articleId')
    .select(['r.fields', 'r.html'])
    .where('p.id', '=', id)
    .orderBy('r.number', 'desc')
    .executeTakeFirst();
  if (!found) return undefined;
  const { title } = found.fields as { title: string };
  return {
    title,
    characters: textOf(found.html).replace(/\s/g, '').length,
    tables: found.html.split('<table>').length - 1,
    pictures: found.html.split('<figure ').length - 1,
  };
}
