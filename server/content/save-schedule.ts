/** An approved run waits for its instant, or no longer does. The run stays as it is: everything is judged anew when it goes out (A5). */
import type { Change } from '../door/knock.ts';
import { change, eventOf, type Saving, standing } from './saving.ts';

type Time = { readonly publishAt: Date | null; readonly scheduledBy: string | null; readonly scheduledAt: Date | null };

async function setTime(saving: Saving, time: Time): Promise<Change> {
  const { tx } = saving.knock;
  const { p, run } = saving.known.thing;
  if (!run) throw new Error('a time was allowed without a run');
  await tx.updateTable('content.run').set(time).where('id', '=', run.id).execute();
  const after = { ...p, version: p.version + 1 };
  await tx.updateTable('content.placement').set({ version: after.version }).where('id', '=', p.id).execute();
  return change(eventOf(saving, standing(after, { ...run, ...time })));
}

export function schedule(saving: Saving): Promise<Change> {
  const { ask, at } = saving.knock;
  return setTime(saving, {
    publishAt: new Date(ask.body.at as string),
    scheduledBy: ask.actor.person,
    scheduledAt: at,
  });
}

export const unschedule = (saving: Saving): Promise<Change> =>
  setTime(saving, { publishAt: null, scheduledBy: null, scheduledAt: null });
