/** The draft on the page: what is typed into the fields, what the editor hands out, and its saver. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleEditorHandle, Figures } from '../../editor/props.ts';
import type { Draft } from '../../local.ts';
import { useAutosave } from './autosave.ts';
import { firstSaving, type Opened } from './opened.ts';

export function useDraft(person: string, id: string, opened: Opened) {
  const [draft, setDraft] = useState(opened.draft);
  const latest = useRef(draft);
  const first = { draft: opened.draft, saving: firstSaving(opened), base: opened.base, theirs: opened.theirs };
  const { saver, saving, theirs } = useAutosave(person, id, first);
  const opening = useRef(opened);
  useEffect(() => {
    // What only this machine had goes to the server as soon as the page is open again.
    if (opening.current.from === 'here') saver.changed(opening.current.draft);
  }, [saver]);
  const show = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);
  const change = useCallback(
    (next: Draft) => {
      show(next);
      saver.changed(next);
    },
    [saver, show],
  );
  const editor = useEditor(latest, change);
  /** Everything at once, the text as one step that can be undone. */
  const replace = (next: Draft) => {
    change(next);
    editor.replace(next.body.html);
  };
  /** As it is at this moment: the editor hands out what it has not yet. */
  const now = useCallback((): Draft => {
    editor.flush();
    return latest.current;
  }, [editor.flush]);
  return { draft, change, replace, now, saver, saving, theirs, editor };
}
export type Drafting = ReturnType<typeof useDraft>;

/** The editor comes later than the page; until it is there, nothing is known of what the text holds. */
function useEditor(latest: { readonly current: Draft }, change: (draft: Draft) => void) {
  const [figures, setFigures] = useState<Figures>();
  const handle = useRef<ArticleEditorHandle>(null);
  const onChange = useCallback(
    (html: string, found: Figures) => {
      setFigures(found);
      const draft = latest.current;
      if (html !== draft.body.html) change({ ...draft, body: { ...draft.body, html } });
    },
    [latest, change],
  );
  const flush = useCallback(() => {
    const found = handle.current?.flush();
    if (found) setFigures(found.figures);
  }, []);
  const ref = useCallback(
    (its: ArticleEditorHandle | null) => {
      handle.current = its;
      flush();
    },
    [flush],
  );
  const replace = (html: string) => {
    handle.current?.replace(html);
    flush();
  };
  return { figures, onChange, flush, ref, replace, focus: () => handle.current?.focus() };
}
