/** Saving what the rule book allowed: one function per verb, each ending in the one event. */
import type { Verb } from '../../core/article.ts';
import type { Change } from '../door/knock.ts';
import { approve } from './save-approve.ts';
import { edit } from './save-edit.ts';
import { expire } from './save-expire.ts';
import { clearForced, confirm, markInvalid, pin } from './save-marks.ts';
import { publish, serve } from './save-publish.ts';
import { schedule, unschedule } from './save-schedule.ts';
import { suggest } from './save-suggest.ts';
import { saveText, submit } from './save-text.ts';
import { withdraw } from './save-withdraw.ts';
import { change, end, eventOf, type Saving, standing } from './saving.ts';

/** Taken back from the bin: a draft again, with its revisions and its whole history. */
async function recover(saving: Saving): Promise<Change> {
  const { knock, known } = saving;
  const { p } = known.thing;
  const after = { ...p, version: p.version + 1, discardedAt: null };
  await knock.tx
    .updateTable('content.placement')
    .set({ version: after.version, discardedAt: null })
    .where('id', '=', p.id)
    .execute();
  return change(eventOf(saving, standing(after, undefined)));
}

export function save(verb: Verb, saving: Saving): Promise<Change> {
  switch (verb) {
    case 'save':
      return saveText(saving);
    case 'submit':
      return submit(saving);
    case 'recall':
      return end(saving, 'recalled');
    case 'return':
      return end(saving, 'returned');
    case 'suggest':
      return suggest(saving);
    case 'edit':
      return edit(saving);
    case 'discard':
      return end(saving, 'discarded');
    case 'recover':
      return recover(saving);
    case 'approve':
      return approve(saving);
    case 'publish':
    case 'force':
      return publish(saving);
    case 'clear_forced':
      return clearForced(saving);
    case 'confirm':
      return confirm(saving);
    case 'mark_invalid':
      return markInvalid(saving);
    case 'pin':
    case 'unpin':
      return pin(saving);
    case 'serve':
      return serve(saving);
    case 'schedule':
      return schedule(saving);
    case 'unschedule':
      return unschedule(saving);
    case 'withdraw':
      return withdraw(saving);
    case 'expire':
      return expire(saving);
  }
}
