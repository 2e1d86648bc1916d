/** Draws what the server allows, and why not for the rest. It knows no state and no rule. */
import { Button } from 'antd';
import { useId } from 'react';
import type { ActionView } from '../../server/contract/views.ts';
import { Law } from './law.tsx';

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

export function Actions({ actions, on, primary, grave = [], labels = {}, busy }: Props) {
  const id = useId();
  const drawn = liveFirst(actions.filter((a) => on[a.verb]));
  const refused = drawn.filter((a) => !a.allowed);
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
            aria-describedby={a.allowed ? undefined : `${id}-${a.verb}`}
            onClick={() => on[a.verb]?.()}
          >
            {labels[a.verb] ?? a.label}
          </Button>
        ))}
      </div>
      {refused.map((a) => (
        <p className="why" key={a.verb} id={`${id}-${a.verb}`}>
          <b>{labels[a.verb] ?? a.label}</b>：{a.message ?? '现在不能办'}
          {a.law && (
            <>
              （<Law law={a.law} />）
            </>
          )}
        </p>
      ))}
    </div>
  );
}
