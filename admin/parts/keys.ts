import { useEffect, useRef } from 'react';

/** Ctrl (or ⌘) with a key, anywhere on the screen; the browser's own meaning of it is put aside. */
export function useCtrl(key: string, does: () => void): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== key) return;
      e.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key]);
}
