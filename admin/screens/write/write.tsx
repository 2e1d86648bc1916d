/** Opens a text to be written: the scratch if there is one, else the newest revision, else an empty page. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { keptHere } from '../../local.ts';
import { Waiting } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { compose, me as meQuery, placementIfAny } from '../../queries.ts';
import { NoThing } from '../broken.tsx';
import { blank, open } from './opened.ts';
import { Writing } from './writing.tsx';
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
  const failed = all.find((q) => q.error && q.data === undefined);
  const kept = here.data ?? undefined;
  if (failed && here.isFetched && !(kept && where.data)) {
    return <NoThing error={failed.error} retry={() => all.map((q) => q.refetch())} />;
  }
  const isRead = here.isFetched && (failed || (isFresh && view.data !== undefined && scratch.data));
  if (!me.data || !where.data || !isRead) {
    return (
      <Page title="写稿件">
        <Waiting lines={8} />
      </Page>
    );
  }
  const opened = open(kept, scratch.data, view.data ?? undefined, blank(where.data.unitName, me.data.name));
  return <Writing key={id} id={id} me={me.data} where={where.data} view={view.data ?? undefined} opened={opened} />;
}
