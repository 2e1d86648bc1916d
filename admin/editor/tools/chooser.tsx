/** The browser's own choice of files, asked for as a promise. What may be chosen is said before. */
import { useEffect, useRef } from 'react';
import { allowed } from '../../../server/contract/file-limits.ts';
import type { Choose } from '../desk.ts';
import type { Purpose } from '../uploads/queue.ts';

const accept = (purpose: Purpose): string => allowed[purpose].extensions.map((e) => `.${e}`).join(',');

/** `bring` gets the way to ask. Broken off: no files. */
export function Chooser({ bring }: { bring: (choose: Choose) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const answer = useRef<(files: readonly File[]) => void>(undefined);
  const latest = useRef(bring);
  latest.current = bring;
  const done = () => {
    answer.current?.([...(input.current?.files ?? [])]);
    answer.current = undefined;
    if (input.current) input.current.value = '';
  };
  useEffect(() => {
    const element = input.current;
    element?.addEventListener('cancel', done);
    latest.current(
      (purpose, several) =>
        new Promise((resolve) => {
          answer.current?.([]);
          answer.current = resolve;
          if (!element) return resolve([]);
          element.accept = accept(purpose);
          element.multiple = several;
          element.click();
        }),
    );
    return () => element?.removeEventListener('cancel', done);
  });
  return <input ref={input} type="file" hidden aria-hidden="true" tabIndex={-1} onChange={done} />;
}
