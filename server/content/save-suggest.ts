/** What the reviewer would write instead is kept beside the revision, and the run ends as by a return (JY-13). */
import type { Change } from '../door/knock.ts';
import { profile } from './body.ts';
import { dropScratch } from './save-text.ts';
import { end, type Saving } from './saving.ts';
import { json } from './store.ts';

export async function suggest(saving: Saving): Promise<Change> {
  const { knock, known, made } = saving;
  const { run } = known.thing;
  if (!run || !made) throw new Error('a suggestion was allowed without a run or a text');
  const { fields, html, hash, files } = made;
  await knock.tx
    .insertInto('content.suggestion')
    .values({
      runId: run.id,
      revisionId: run.revisionId,
      fields: json(fields),
      html,
      profile,
      hash,
      fileIds: [...files],
      personId: knock.ask.actor.person,
      eventId: knock.eventId,
      at: knock.at,
    })
    .execute();
  await dropScratch(knock);
  return end(saving, 'returned', { suggested: hash });
}
