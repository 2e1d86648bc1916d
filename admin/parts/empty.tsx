import type { ReactNode } from 'react';

/** Nothing to show: says so in a sentence, and what can be done. */
export function Empty({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {children}
    </div>
  );
}

/** Grey lines in the shape of what comes; they appear only after 300 ms. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="vh">正在载入</span>
      {Array.from({ length: lines }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are all alike
        <i key={n} aria-hidden="true" />
      ))}
    </div>
  );
}
