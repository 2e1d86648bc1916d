/** The text is changed inside its run (QX-8): a new revision, which the editor has a hand in, under the step that is due. */
import type { Change } from '../door/knock.ts';
import { underRaised } from './save-approve.ts';
import { dropScratch, nameRunPosts, revisionOf } from './save-text.ts';
import { change, eventOf, type Saving, standing } from './saving.ts';

export async function edit(saving: Saving): Promise<Change> {
  const { knock, known, ruling } = saving;
  const { p, run } = known.thing;
  if (!run) throw new Error('an edit was allowed without a run');
  const revision = await revisionOf(saving, p);
  const { next, set } = underRaised(saving, run);
  const text = { revisionId: revision.id, hash: revision.hash };
  await knock.tx
    .updateTable('content.run')
    .set({ ...text, movedAt: knock.at, ...set })
    .where('id', '=', run.id)
    .execute();
  if (ruling.chain) await nameRunPosts(knock, run, next.chain);
  const after = { ...p, version: p.version + 1 };
  await knock.tx.updateTable('content.placement').set({ version: after.version }).where('id', '=', p.id).execute();
  await dropScratch(knock);
  return change(eventOf(saving, standing(after, { ...next, ...text })));
}
