/** What doctor finds, one thing a line: how it stands, and what to do about it. */
import type { Both } from '../words.ts';

/** warn: works, and somebody should know. bad: something is wrong, or will be. */
export type State = 'ok' | 'warn' | 'bad';
/** `details` are in the language of the regulation or of the log that they come from. */
export type Finding = {
  readonly id: string;
  readonly state: State;
  readonly says: Both;
  readonly todo?: Both;
  readonly details?: readonly string[];
};

export const found = (id: string, state: State, zh: string, en: string, todo?: Both): Finding => ({
  id,
  state,
  says: { zh, en },
  ...(todo ? { todo } : {}),
});

export const both = (zh: string, en: string): Both => ({ zh, en });

/** 90 → 2 分钟 / 2 minutes, rounded up. */
export function span(seconds: number): Both {
  const [n, zh, en] =
    seconds < 60
      ? [seconds, '秒', 's']
      : seconds < 7200
        ? [seconds / 60, '分钟', 'minutes']
        : [seconds / 3600, '小时', 'hours'];
  return both(`${Math.ceil(n)} ${zh}`, `${Math.ceil(n)} ${en}`);
}
