/** Who else has this text open, and whether it changed under the writer: asked every 5 s, and on coming back to the window. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { api } from '../../api.ts';
import { thisWindow } from '../../local.ts';
import type { Saver } from './autosave.ts';

const askEvery = 5_000;

export type Changed = { readonly was: PlacementView; readonly now: PlacementView };

function useBack(does: () => void): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const back = () => document.visibilityState === 'visible' && latest.current();
    document.addEventListener('visibilitychange', back);
    window.addEventListener('focus', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('focus', back);
    };
  }, []);
}

/** `busy`: an act of this window is under way; what it changes is no news. */
export function useOthers(id: string, view: PlacementView | undefined, saver: Saver, busy: boolean) {
  const asked = useQuery({
    queryKey: ['writing', id],
    queryFn: async () => {
      const answer = await api.content.writing({ id, window: thisWindow });
      const isShared = answer.others.some((o) => o.mine);
      saver.share(isShared);
      if (isShared) void saver.look();
      return answer;
    },
    refetchInterval: askEvery,
    // A window that stands behind another one is open all the same.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    retry: false,
    gcTime: 0,
  });
  const others = asked.isError ? [] : (asked.data?.others ?? []);
  useBack(() => {
    void asked.refetch();
    void saver.look();
  });
  const version = asked.data?.version ?? 0;
  const changed = useChanged(id, view, version, busy);
  return { others, changed };
}

/** The text as it is now, when it is another than the one that the writer goes on from. */
function useChanged(id: string, view: PlacementView | undefined, version: number, busy: boolean): Changed | undefined {
  const [changed, setChanged] = useState<Changed>();
  const known = view?.version ?? 0;
  useEffect(() => {
    if (busy || version <= known) return;
    let isOver = false;
    // Read beside the cache: what the next saving goes on from is the writer's to choose.
    api.content.placement({ id }).then(
      (now) => !isOver && now.version > known && setChanged({ was: view ?? now, now }),
      // Away, or out of reach by now: the next asking in 5 s, or the saving, says so.
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [id, view, known, version, busy]);
  return changed && changed.now.version > known ? changed : undefined;
}
