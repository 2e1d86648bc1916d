/** What is known of the files that the text names: from the revision, from what was just uploaded, else from the server. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FileView } from '../../../server/contract/files.ts';
import { api } from '../../api.ts';

type Known = Readonly<Record<string, FileView>>;
const byId = (files: readonly FileView[]): Known => Object.fromEntries(files.map((file) => [file.id, file]));

/**
 * `ids`: in the order of the text. `latest` gives the html, which is asked about only when it names a file that isn't
 * known here: a scratch was opened again, or text was pasted from another article.
 */
export function useKnownFiles(first: readonly FileView[], ids: readonly string[], latest: () => string) {
  const [known, setKnown] = useState(() => byId(first));
  const strange = ids.filter((id) => !known[id]);
  const asked = useQuery({
    queryKey: ['files-of', strange],
    queryFn: async () => byId((await api.content.clean({ html: latest() })).files),
    enabled: strange.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const add = useCallback((file: FileView) => setKnown((before) => ({ ...before, [file.id]: file })), []);
  const all: Known = { ...asked.data, ...known };
  return {
    add,
    of: (id: string): FileView | undefined => all[id],
    /** Still being asked for: nothing is said of them yet. */
    isAsking: asked.isFetching,
  };
}
export type KnownFiles = ReturnType<typeof useKnownFiles>;
