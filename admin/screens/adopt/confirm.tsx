/** Asks once more, with everything named: which unit, which text, which version, from which day. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { PlanView, Questions } from '../../../server/contract/adoption.ts';
import { api, isAway, Refused } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { queries } from '../../queries.ts';
import { type Draft, wantedOf } from './draft.ts';

type Props = {
  draft: Draft;
  questions: Questions;
  plan: PlanView;
  unit: string;
  onClose: () => void;
  onDone: () => void;
};

export function Confirm({ draft, questions, plan, unit, onClose, onDone }: Props) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // Asked again after no answer, the same key has one effect.
  const key = useRef(crypto.randomUUID());
  const adopt = async () => {
    setBusy(true);
    try {
      await api.adoption.adopt({ ...wantedOf(draft), seen: plan.seen, key: key.current });
      queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('rule') });
      onDone();
      await navigate({
        to: '/rules/$slug',
        params: { slug: questions.slug },
        search: { unit: draft.unit, on: draft.from },
      });
    } catch (e) {
      if (!isAway(e)) key.current = crypto.randomUUID();
      setError(e);
      setBusy(false);
      void queries.invalidateQueries({ queryKey: ['adoption-plan'] });
    }
  };
  const reasons = error instanceof Refused ? (error.problem.reasons ?? []) : [];
  return (
    <Dialog title="采用这份规定" onClose={onClose}>
      <p className="ask-title">
        《{questions.title}》第 {questions.version} 版
      </p>
      <dl className="facts">
        <dt>采用单位</dt>
        <dd>{unit}</dd>
        <dt>施行</dt>
        <dd>{draft.from} 起</dd>
        {plan.replaces.map((line) => (
          <div key={line}>
            <dt>代替</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
      <p className="dim said">采用以您的名义记录在案。已过去的日子仍按原来的版本评判，正在办的稿件按原来的流程走完。</p>
      {error ? (
        <ErrorBox error={error}>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </ErrorBox>
      ) : null}
      <div className="buttons">
        <Button type="primary" loading={busy} onClick={() => void adopt()}>
          采用
        </Button>
        <Button onClick={onClose}>再看看</Button>
      </div>
    </Dialog>
  );
}
