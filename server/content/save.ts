/** Saving what the rule book allowed: one function per verb, each ending in the one event. */
import type { Verb } from '../../core/article.ts';
import type { Change } from '../door/knock.ts';
import { approve } from './save-approve.ts';
import { publish, serve } from './save-publish.ts';
import { saveText, submit } from './save-text.ts';
import { withdraw } from './save-withdraw.ts';
import { change, endRun, eventOf, type Saving, standing } from './saving.ts';

async function end(saving: Saving, outcome: 'recalled' | 'returned' | 'discarded'): Promise<Change> {
  const { knock, known } = saving;
  const { p, run } = known.thing;
  if (run) await endRun(knock, run, outcome);
  const discardedAt = outcome === 'discarded' ? knock.at : p.discardedAt;
  const after = { ...p, runId: null, version: p.version + 1, discardedAt };
  await knock.tx
    .updateTable('content.placement')
    .set({ runId: null, version: after.version, discardedAt })
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
    case 'discard':
      return end(saving, 'discarded');
    case 'approve':
      return approve(saving);
    case 'publish':
      return publish(saving);
    case 'serve':
      return serve(saving);
    case 'withdraw':
      return withdraw(saving);
  }
}
