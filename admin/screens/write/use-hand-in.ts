/** Hands the text in, as a revision or into its chain; what comes back is the placement as it is now. */
import { useEffect } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { useAct } from '../../act.ts';
import { api } from '../../api.ts';
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

export function useHandIn(id: string, view: PlacementView | undefined, { now, saver }: Drafting) {
  const act = useAct(view);
  useFocusOnFault(act.error);
  const send = async (verb: 'save' | 'submit') => {
    await saver.stop();
    const draft = now();
    const [columnId = '', ...also] = draft.columnIds;
    const body = { id, version: view?.version ?? 0, columnId, body: draft.body };
    const done = await act.run(verb, [body, also], (key) =>
      verb === 'save' ? api.content.save({ ...body, key }) : api.content.submit({ ...body, also, key }),
    );
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
