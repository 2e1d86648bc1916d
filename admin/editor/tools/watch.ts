/** What a part of the screen needs to know of the editor; it is drawn again only when that has changed. */
import type { Editor } from '@tiptap/core';
import { useCallback, useRef, useSyncExternalStore } from 'react';

type Flat = Readonly<Record<string, unknown>>;
const same = (a: Flat, b: Flat): boolean => Object.keys(b).every((key) => Object.is(a[key], b[key]));

/** `select` gives a flat record. */
export function useWatch<T extends Flat>(editor: Editor, select: (editor: Editor) => T): T {
  const last = useRef<T>(undefined);
  const watch = useCallback(
    (does: () => void) => {
      editor.on('transaction', does);
      editor.on('mount', does);
      return () => {
        editor.off('transaction', does);
        editor.off('mount', does);
      };
    },
    [editor],
  );
  return useSyncExternalStore(watch, () => {
    const now = select(editor);
    if (!last.current || !same(last.current, now)) last.current = now;
    return last.current;
  });
}
