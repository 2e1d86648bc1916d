/** Says of a public text that it no longer holds: which way, on what ground, and what holds instead. */
import { Input } from 'antd';
import { useState } from 'react';
import { invalidReasons } from '../../../server/contract/marks.ts';
import type { PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api, Refused } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { invalidNames } from '../../words.ts';

type Reason = (typeof invalidReasons)[number];
type Props = { view: PlacementView; onClose: () => void };

export function MarkInvalid({ view, onClose }: Props) {
  const act = useAct(view);
  const [asked, setAsked] = useState({
    reason: view.invalid?.reason as Reason | undefined,
    successor: view.invalid?.successor?.address ?? '',
    words: '',
  });
  const [tried, setTried] = useState(false);
  const { reason, successor, words } = asked;
  const mark = async () => {
    setTried(true);
    if (!reason || !words.trim()) return;
    const body = { id: view.id, version: view.version, reason, successor, words };
    if (await act.run('mark_invalid', body, (key) => api.content.markInvalid({ ...body, key }))) onClose();
  };
  const errors = fieldErrors(act.error);
  const unfit = act.error instanceof Refused && act.error.problem.code === 'successor_unfit';
  return (
    <Dialog title="标明失效" onClose={onClose}>
      <p className="ask-title">{(view.public ?? view.shown).title}</p>
      <p className="dim">公开页留着，注明不再有效；引用它的公开页也注明。</p>
      <Choices
        legend="哪一种"
        of={invalidReasons}
        words={invalidNames}
        value={reason}
        error={tried && !reason ? '请选一种' : ''}
        onChange={(r) => setAsked({ ...asked, reason: r })}
      />
      <Field
        label="现行的是哪一件"
        hint="它的公开地址，没有可以不填"
        error={unfit ? '没有找到这个地址的公开稿件' : errors.successor}
      >
        {(a) => (
          <Input
            {...a}
            type="url"
            maxLength={500}
            value={successor}
            onChange={(e) => setAsked({ ...asked, successor: e.target.value })}
          />
        )}
      </Field>
      <Field
        label="依据"
        hint="留在记录里，不公开"
        error={tried && !words.trim() ? '标明失效须写明依据' : errors.words}
      >
        {(a) => (
          <Input.TextArea
            {...a}
            rows={2}
            value={words}
            onChange={(e) => setAsked({ ...asked, words: e.target.value })}
          />
        )}
      </Field>
      {act.error ? <ErrorBox error={act.error}>{act.stale && <NewSince was={act.stale} now={view} />}</ErrorBox> : null}
      <Actions
        actions={view.actions}
        on={{ mark_invalid: () => void mark() }}
        labels={{ mark_invalid: '标明失效' }}
        primary="mark_invalid"
        busy={act.busy}
      />
    </Dialog>
  );
}
