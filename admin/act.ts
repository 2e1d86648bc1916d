/**
 * One act of the person. A retry after no answer carries the same key, so that it has one effect; any answer, or another
 * body, makes a new key. A stale refusal puts the thing as it is now on the screen and says what it was.
 */
import { useRef, useState } from 'react';
import type { Moved, PlacementView } from '../server/contract/views.ts';
import { isAway, Refused } from './api.ts';
import { placementIs, placementMoved } from './queries.ts';

type Sent = { body: string; key: string };
/** Asks the server under the key that it is given. */
type Ask = (key: string) => Promise<Moved>;

export type Acting = {
  busy: string | undefined;
  error: unknown;
  /** What the reader had before somebody else changed it; the screen shows what is new since. */
  stale: PlacementView | undefined;
  forget: () => void;
  run: (verb: string, body: unknown, ask: Ask) => Promise<Moved | undefined>;
};

export function useAct(before?: PlacementView): Acting {
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [stale, setStale] = useState<PlacementView>();
  const unanswered = useRef<Sent>(undefined);

  const keyFor = (body: string): string => {
    if (unanswered.current?.body === body) return unanswered.current.key;
    const key = crypto.randomUUID();
    unanswered.current = { body, key };
    return key;
  };
  const refused = (e: unknown) => {
    if (!isAway(e)) unanswered.current = undefined;
    if (e instanceof Refused && e.problem.view) {
      setStale(before);
      placementIs(e.problem.view);
    }
    setError(e);
    return undefined;
  };
  return {
    busy,
    error,
    stale,
    forget: () => {
      setError(undefined);
      setStale(undefined);
    },
    run: async (verb, body, ask) => {
      setBusy(verb);
      setError(undefined);
      try {
        const moved = await ask(keyFor(JSON.stringify([verb, body])));
        unanswered.current = undefined;
        setStale(undefined);
        await placementMoved(moved);
        return moved;
      } catch (e) {
        return refused(e);
      } finally {
        setBusy(undefined);
      }
    },
  };
}

/** What to mend, beside each field: `body.title` → 标题没有填. */
export const fieldErrors = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof Refused ? (error.problem.fields ?? {}) : {};
