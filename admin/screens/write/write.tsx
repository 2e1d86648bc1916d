/** Opens a text to be written: the scratch if there is one, else the newest revision, else an empty page. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { keptHere } from '../../local.ts';
import { Waiting } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { compose, me as meQuery, placementIfAny } from '../../queries.ts';
import { NoThing } from '../broken.tsx';
import { blank, copied, type Opened, open } from './opened.ts';
import { type Where, Writing } from './writing.tsx';
import '../../style/write.css';
import '../../style/upload.css';

/** Read once when the page opens: from then on what the writer types is the truth. */
const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 } as const;

export function Write() {
  const { id } = useParams({ from: '/inside/write/$id' });
  const me = useQuery(meQuery);
  const where = useQuery(compose);
  const view = useQuery(placementIfAny(id));
  // What is written from here on starts from the text as it is now, never from what was read a while ago.
  const isFresh = view.isFetchedAfterMount || view.isError;
  const scratch = useQuery({ queryKey: ['scratch', id], queryFn: () => api.content.scratch({ id }), ...once });
  const person = me.data?.id;
  const here = useQuery({
    queryKey: ['kept-here', person, id],
    queryFn: async () => (await keptHere(person ?? '', id)) ?? null,
    enabled: person !== undefined,
    ...once,
  });
  const all = [where, view, scratch];
  const { from, column } = useSearch({ from: '/inside/write/$id' });
  const copy = useCopy(from);
  const failed = all.find((q) => q.error && q.data === undefined);
  const kept = here.data ?? undefined;
  if (failed && here.isFetched && !(kept && where.data)) {
    return <NoThing error={failed.error} retry={() => all.map((q) => q.refetch())} />;
  }
  const isRead = here.isFetched && !copy.isPending && (failed || (isFresh && view.data !== undefined && scratch.data));
  if (!me.data || !where.data || !isRead) {
    return (
      <Page title="写稿件">
        <Waiting lines={8} />
      </Page>
    );
  }
  const empty = blank(where.data.unitName, me.data.name, column ? mayWrite(where.data, column) : []);
  const taken = copy.data && copied(copy.data.body, mayWrite(where.data, copy.data.columnId), empty);
  const fresh: Opened = taken ?? { draft: empty, from: 'blank', ...(copy.error && { lost: copy.error }) };
  const opened = open(kept, scratch.data, view.data ?? undefined, fresh);
  return <Writing key={id} id={id} me={me.data} where={where.data} view={view.data ?? undefined} opened={opened} />;
}

/** What a new text is written after; nothing is asked where it is written after none. */
function useCopy(from: string | undefined) {
  const asked = useQuery({
    queryKey: ['copy', from],
    queryFn: () => api.content.copy({ id: from ?? '' }),
    enabled: from !== undefined,
    retry: false,
    ...once,
  });
  return { data: asked.data, error: asked.error, isPending: from !== undefined && asked.isPending };
}

/** The same column, where this person may write into it. */
const mayWrite = (where: Where, column: string): string[] =>
  where.sites.some((site) => site.columns.some(({ id }) => id === column)) ? [column] : [];
