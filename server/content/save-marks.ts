/** What is said about a public text without changing it: checked, no longer valid, on top, looked at after it was forced. */
import type { Change, Publication } from '../door/knock.ts';
import { tellCiting, tellPlaces } from './marks.ts';
import { change, eventOf, type Saving, standing } from './saving.ts';
import type { InvalidReason, PlacementRow } from './store.ts';

type Marks = Partial<Pick<PlacementRow, 'confirmedAt' | 'pinnedAt' | 'forcedRunId' | 'forcedBy' | 'forcedAt'>>;

async function mark(saving: Saving, marks: Marks, publications: readonly Publication[] = []): Promise<Change> {
  const { knock, known } = saving;
  const { p, run } = known.thing;
  const after = { ...p, ...marks, version: p.version + 1 };
  await knock.tx
    .updateTable('content.placement')
    .set({ ...marks, version: after.version })
    .where('id', '=', p.id)
    .execute();
  return change(eventOf(saving, standing(after, run)), publications);
}

/** Nothing that the public sees changes: neither its date nor a byte of its page (T24). */
export const confirm = (saving: Saving): Promise<Change> => mark(saving, { confirmedAt: saving.knock.at });

export const clearForced = (saving: Saving): Promise<Change> =>
  mark(saving, { forcedRunId: null, forcedBy: null, forcedAt: null });

/** The one pinned last stands first. */
export function pin(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { id, siteId, columnId } = known.thing.p;
  const shown: Publication = { siteId, class: 1, op: 'mark', placementId: id, columnIds: [columnId] };
  return mark(saving, { pinnedAt: knock.ask.verb === 'pin' ? knock.at : null }, [shown]);
}

/** Said of the article, wherever it stands; shown there, and by the pages that cite it. */
export async function markInvalid(saving: Saving): Promise<Change> {
  const { knock, known, successor = null } = saving;
  const { tx, at, ask } = knock;
  const { p, run } = known.thing;
  const invalid = { invalidReason: ask.body.reason as InvalidReason, invalidAt: at, successorId: successor };
  await tx.updateTable('content.article').set(invalid).where('id', '=', p.articleId).execute();
  const after = { ...p, ...invalid, version: p.version + 1 };
  await tx.updateTable('content.placement').set({ version: after.version }).where('id', '=', p.id).execute();
  const pages = [...(await tellPlaces(tx, p.articleId)), ...(await tellCiting(tx, p.articleId))];
  return change(eventOf(saving, standing(after, run)), pages);
}
