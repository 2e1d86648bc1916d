import { useEffect, useRef, useSyncExternalStore } from 'react';

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

/** Keys that are one sign without Ctrl can be turned off (WCAG 2.1.4): some people speak to their machine. */
const off = 'menhu.no-single-keys';
const told = new Set<() => void>();

function isOff(): boolean {
  try {
    return localStorage.getItem(off) !== null;
  } catch {
    return false;
  }
}

/** Whether single keys work on this machine, and how to change that. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const isOn = useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => !isOff(),
  );
  const set = (on: boolean) => {
    try {
      if (on) localStorage.removeItem(off);
      else localStorage.setItem(off, '1');
    } catch {
      // A browser that keeps nothing: the key stays as it was.
    }
    for (const tell of told) tell();
  };
  return [isOn, set];
}

/** A sign that is typed into a text is a sign; so is one that an input method is still making. */
const isTyping = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)));

/** `/` anywhere but in a text or over an open dialog. */
export function useSlash(does: () => void): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || isOff()) return;
      if (isTyping(e) || document.querySelector('dialog[open]')) return;
      e.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
