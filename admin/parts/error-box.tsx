/** What went wrong, in the server's own words, with the article it rests on and what can be done. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../api.ts';
import { LawBehind } from './law.tsx';
import { Light } from './light.tsx';
import { timeOfDay } from './time.tsx';

type Props = {
  error: unknown;
  /** When what is still shown was last got from the server, in milliseconds. */
  keptFrom?: number;
  retry?: () => void;
  children?: ReactNode;
};

export function sentence(error: unknown): string {
  if (error instanceof Refused) return error.message;
  return '页面出了错，是我们的问题，刷新后再试';
}

export function ErrorBox({ error, keptFrom, retry, children }: Props) {
  const law = error instanceof Refused ? error.problem.law : undefined;
  return (
    <div className="notice breached" role="alert">
      <Light tone="breached" />
      <div>
        <p>
          {sentence(error)}
          {keptFrom ? `。下面是 ${timeOfDay(keptFrom)} 的内容` : ''}
          <LawBehind law={law} />
        </p>
        {children}
        {retry && (
          <Button size="small" onClick={retry}>
            再试一次
          </Button>
        )}
      </div>
    </div>
  );
}

/** A plain word to the reader that isn't an error. */
export function Notice({ tone, children }: { tone: 'met' | 'pending' | 'warned'; children: ReactNode }) {
  return (
    <div className={`notice ${tone}`} role="status">
      <Light tone={tone} />
      <div>{children}</div>
    </div>
  );
}
