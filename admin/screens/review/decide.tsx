/** The opinion and the decision. On a phone the bar stands at the thumb. What may be done comes from the server. */
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Box } from '../../parts/box.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { useCtrl } from '../../parts/keys.ts';
import { LawBehind } from '../../parts/law.tsx';
import { Raise, type Raised } from './raise.tsx';

/** What the reviewer signs with his yes, where the regulation says so. */
function Confirms({ view }: { view: PlacementView }) {
  const due = view.chain?.steps.find((step) => step.state === 'current');
  if (!due || due.confirms.length === 0) return null;
  return (
    <p className="confirms">
      请您确认：<b>{due.confirms.join('，')}</b>
      <LawBehind law={due.law} />
    </p>
  );
}

type Props = { view: PlacementView; onStale: (was: PlacementView) => void; onDone: () => void };

export function Decide({ view, onStale, onDone }: Props) {
  const act = useAct(view);
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const [raise, setRaise] = useState<Raised>({});
  const [missing, setMissing] = useState(false);
  const area = useRef<TextAreaRef>(null);
  const tell = useRef(onStale);
  tell.current = onStale;
  useEffect(() => {
    if (act.stale) tell.current(act.stale);
  }, [act.stale]);

  const { id, version } = view;
  const write = () => void navigate({ to: '/write/$id', params: { id } });
  const step = view.run?.step ?? 0;
  const ended = (done: unknown) => {
    if (!done) return;
    setWords('');
    setRaise({});
    onDone();
  };
  const approve = async () => {
    const body = { id, version, step, hash: view.shown.hash, ...(words.trim() && { words }), ...raised(raise) };
    ended(await act.run('approve', body, (key) => api.content.approve({ ...body, key })));
  };
  const giveBack = async () => {
    if (!words.trim()) {
      setMissing(true);
      area.current?.focus();
      return;
    }
    const body = { id, version, step, words };
    ended(await act.run('return', body, (key) => api.content.return({ ...body, key })));
  };
  const may = (verb: string) => view.actions.find((a) => a.verb === verb);
  useCtrl('enter', () => may('approve')?.allowed && !act.busy && void approve());
  if (!may('approve') && !may('return')) return <Nothing view={view} />;
  const higher = Object.keys(raise).length > 0;
  const error = missing ? '退回须写明要改什么' : fieldErrors(act.error).words;
  return (
    <Box title="审核意见">
      {may('approve')?.allowed && <Confirms view={view} />}
      <Field label="意见" hint="退回时必填，写明改什么" error={error}>
        {(a) => (
          <Input.TextArea
            {...a}
            ref={area}
            rows={3}
            value={words}
            onChange={(e) => {
              setWords(e.target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      {may('approve')?.allowed && (
        <Raise facets={view.run?.facets ?? view.shown.facets} raised={raise} change={setRaise} />
      )}
      {act.error && !act.stale ? <ErrorBox error={act.error} /> : null}
      <div className="decision-bar">
        <Actions
          actions={view.actions}
          on={{ return: () => void giveBack(), approve: () => void approve(), edit: write, suggest: write }}
          primary="approve"
          grave={['return']}
          busy={act.busy}
          labels={higher ? { approve: may('edit') ? '整理好，并调高' : '同意，并调高' } : {}}
        />
      </div>
    </Box>
  );
}

const raised = (raise: Raised) => (Object.keys(raise).length > 0 ? { raise } : {});

function Nothing({ view }: { view: PlacementView }) {
  return (
    <Box title="审核意见">
      <p>这一步现在不用您办。稿件的状态：{view.stateName}。</p>
    </Box>
  );
}
