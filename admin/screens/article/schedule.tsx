/** When what is approved is to go out by itself: a day and a minute, in the county's own time. */
import { useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { dayOf, timeOfDay } from '../../parts/time.tsx';

type Props = { view: PlacementView; onClose: () => void };

/** What the browser's own field holds, 2026-11-25T09:40, as an instant: the county has no summer time. */
const instantOf = (local: string): string => `${local}:00+08:00`;
const localOf = (at: string | undefined): string => (at ? `${dayOf(at)}T${timeOfDay(at)}` : '');

export function Schedule({ view, onClose }: Props) {
  const act = useAct(view);
  const [local, setLocal] = useState(localOf(view.run?.scheduled?.at));
  const [tried, setTried] = useState(false);
  const schedule = async () => {
    setTried(true);
    if (!local) return;
    const body = { id: view.id, version: view.version, hash: view.shown.hash, at: instantOf(local) };
    if (await act.run('schedule', body, (key) => api.content.schedule({ ...body, key }))) onClose();
  };
  return (
    <Dialog title="定时发布" onClose={onClose}>
      <p className="ask-title">{view.shown.title}</p>
      <p className="dim">到点由系统发布批准的这一稿。在那以前退回、收回、撤下或改稿，都不会发出去。</p>
      <Field
        label="什么时候发布"
        hint="一年以内"
        error={tried && !local ? '请填日期和时间' : fieldErrors(act.error).at}
      >
        {({ status, ...a }) => (
          <input {...a} type="datetime-local" value={local} onChange={(e) => setLocal(e.target.value)} />
        )}
      </Field>
      {act.error ? <ErrorBox error={act.error}>{act.stale && <NewSince was={act.stale} now={view} />}</ErrorBox> : null}
      <Actions
        actions={view.actions}
        on={{ schedule: () => void schedule() }}
        labels={{ schedule: '就定在这时' }}
        primary="schedule"
        busy={act.busy}
      />
    </Dialog>
  );
}
