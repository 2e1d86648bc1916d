/** Draws what the server allows, and why not for the rest. It knows no state and no rule. */
import { Button } from 'antd';
import { useId } from 'react';
import type { ActionView } from '../../server/contract/views.ts';
import { LawBehind } from './law.tsx';

type Props = {
  actions: readonly ActionView[];
  /** What a verb does on this screen; a verb that isn't here isn't drawn here. */
  on: Readonly<Record<string, () => void>>;
  /** The screen's one primary button. */
  primary?: string;
  /** Verbs that take something away: drawn in the colour of trouble. */
  grave?: readonly string[];
  /** Other words for a verb than the server's, where the screen is a step before the act. */
  labels?: Readonly<Record<string, string>>;
  /** The verb that is on its way to the server. */
  busy?: string | undefined;
};

/** Live buttons first: a lesser one must not be the only live one at the end of a row. */
const liveFirst = (actions: readonly ActionView[]) => [
  ...actions.filter((a) => a.allowed),
  ...actions.filter((a) => !a.allowed),
];

type Reason = { message: string; law: ActionView['law']; of: ActionView[] };

/** Buttons that are off for the same reason share one sentence. */
function reasonsOf(actions: readonly ActionView[]): Reason[] {
  const reasons: Reason[] = [];
  for (const a of actions.filter((one) => !one.allowed)) {
    const message = a.message ?? '现在不能办';
    const same = reasons.find((r) => r.message === message && r.law?.clause === a.law?.clause);
    if (same) same.of.push(a);
    else reasons.push({ message, law: a.law, of: [a] });
  }
  return reasons;
}

export function Actions({ actions, on, primary, grave = [], labels = {}, busy }: Props) {
  const id = useId();
  const drawn = liveFirst(actions.filter((a) => on[a.verb]));
  const reasons = reasonsOf(drawn);
  const reasonOf = (a: ActionView) => `${id}-${reasons.findIndex((r) => r.of.includes(a))}`;
  return (
    <div className="actions">
      <div className="buttons">
        {drawn.map((a) => (
          <Button
            key={a.verb}
            type={a.verb === primary ? 'primary' : 'default'}
            danger={grave.includes(a.verb)}
            disabled={!a.allowed || (busy !== undefined && busy !== a.verb)}
            loading={busy === a.verb}
            aria-describedby={a.allowed ? undefined : reasonOf(a)}
            onClick={() => on[a.verb]?.()}
          >
            {labels[a.verb] ?? a.label}
          </Button>
        ))}
      </div>
      {reasons.map((r, n) => (
        <p className="why" key={`${r.message} ${r.law?.clause}`} id={`${id}-${n}`}>
          <b>{r.of.map((a) => labels[a.verb] ?? a.label).join('、')}</b>：{r.message}
          <LawBehind law={r.law} />
        </p>
      ))}
    </div>
  );
}
