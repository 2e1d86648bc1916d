/** One act that is signed in a dialog: asked again after no answer, the same key has one effect. */
import { useRef, useState } from 'react';
import { isAway } from './api.ts';

export type OneAct = {
  busy: boolean;
  error: unknown;
  /** True when it was done. */
  run: (ask: (key: string) => Promise<unknown>) => Promise<boolean>;
};

export function useOneAct(): OneAct {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const key = useRef(crypto.randomUUID());
  const run: OneAct['run'] = async (ask) => {
    setBusy(true);
    setError(undefined);
    try {
      await ask(key.current);
      return true;
    } catch (e) {
      if (!isAway(e)) key.current = crypto.randomUUID();
      setError(e);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
