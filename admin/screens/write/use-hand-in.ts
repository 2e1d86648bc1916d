/** Hands the text in, as a revision or into its chain; what comes back is the placement as it is now. */
import { useEffect } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { type Acting, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import type { Draft } from '../../local.ts';
import { placementIfAny, queries } from '../../queries.ts';
import type { Drafting } from './draft.ts';

/** The server has cleared it. It isn't asked for again while the page is open: what stands here is the newer text. */
export const forgetScratch = (id: string) => queries.setQueryData(['scratch', id], { id, body: null, columnIds: [] });

/** The first field to be mended is where the writer goes on. */
function useFocusOnFault(error: unknown) {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [error]);
}

type Way = 'save' | 'submit' | 'edit' | 'suggest';
type Send = { readonly body: unknown; readonly ask: Parameters<Acting['run']>[2] };

/** What each way sends: inside a run the text and the step that were looked at go along. */
function sending(way: Way, id: string, view: PlacementView | undefined, draft: Draft, words: string): Send {
  const version = view?.version ?? 0;
  const { body: text, columnIds } = draft;
  if (way === 'edit' || way === 'suggest') {
    const at = { id, version, step: view?.run?.step ?? 0, hash: view?.shown.hash ?? '' };
    if (way === 'edit') {
      const body = { ...at, body: text };
      return { body, ask: (key) => api.content.edit({ ...body, key }) };
    }
    const { kind, facets, original, expires, ...rest } = text;
    const body = { ...at, ...(words.trim() && { words }), body: rest };
    return { body, ask: (key) => api.content.suggest({ ...body, key }) };
  }
  const [columnId = '', ...also] = columnIds;
  const body = { id, version, columnId, body: text };
  return {
    body: [body, also],
    ask: (key) => (way === 'save' ? api.content.save({ ...body, key }) : api.content.submit({ ...body, also, key })),
  };
}

export function useHandIn(id: string, view: PlacementView | undefined, { now, saver }: Drafting) {
  const act = useAct(view);
  useFocusOnFault(act.error);
  const send = async (way: Way, words = '') => {
    await saver.stop();
    const draft = now();
    const { body, ask } = sending(way, id, view, draft, words);
    const done = await act.run(way, body, ask);
    saver.start();
    if (done) {
      const saved = queries.getQueryData(placementIfAny(id).queryKey);
      saver.done(saved ? { kind: 'revision', number: saved.shown.number } : undefined);
      forgetScratch(id);
    }
    // What wasn't taken, or was typed meanwhile, is kept as before.
    const latest = now();
    if (!done || latest !== draft) saver.changed(latest);
    return done;
  };
  return { act, send };
}
