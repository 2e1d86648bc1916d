/** Opens a text to be written: the scratch if there is one, else the newest revision, else an empty page. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PlacementView } from '../../../server/contract/views.ts';
import { api } from '../../api.ts';
import { type Draft, keptHere } from '../../local.ts';
import { Waiting } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { compose, me as meQuery, placementIfAny } from '../../queries.ts';
import { NoThing } from '../broken.tsx';
import { Editor } from './editor.tsx';
import { fromRevision, type Opened } from './opened.ts';
import '../../style/write.css';

const blank = (source: string, author: string): Draft => ({
  body: {
    kind: 'news',
    title: '',
    source,
    author,
    text: '',
    facets: { reach: 'section', weight: 'general', sensitive: 'no' },
  },
  columnIds: [],
});

export function Write() {
  const { id } = useParams({ from: '/inside/write/$id' });
  const me = useQuery(meQuery);
  const where = useQuery(compose);
  const view = useQuery(placementIfAny(id));
  // What is written from here on starts from the text as it is now, never from what was read a while ago.
  const isFresh = view.isFetchedAfterMount || view.isError;
  const scratch = useQuery({
    queryKey: ['scratch', id],
    queryFn: () => api.content.scratch({ id }),
    // Read once when the page opens: from then on what the writer types is the truth.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const all = [where, view, scratch];
  const failed = all.find((q) => q.error && q.data === undefined);
  const kept = me.data && keptHere(me.data.id, id);
  if (failed && !(kept && where.data)) {
    return <NoThing error={failed.error} retry={() => all.map((q) => q.refetch())} />;
  }
  if (!me.data || !where.data || (!failed && (!isFresh || view.data === undefined || !scratch.data))) {
    return (
      <Page title="写稿件">
        <Waiting lines={8} />
      </Page>
    );
  }
  const opened = open(kept, scratch.data, view.data ?? undefined, blank(where.data.unitName, me.data.name));
  return <Editor key={id} id={id} me={me.data} where={where.data} view={view.data ?? undefined} opened={opened} />;
}

type Scratch = Awaited<ReturnType<typeof api.content.scratch>> | undefined;

function open(kept: Draft | undefined, scratch: Scratch, view: PlacementView | undefined, empty: Draft): Opened {
  if (kept) return { draft: kept, from: 'here' };
  if (scratch?.body) {
    return {
      draft: { body: scratch.body, columnIds: scratch.columnIds },
      from: 'scratch',
      ...(scratch.savedAt && { savedAt: scratch.savedAt }),
    };
  }
  return view ? { draft: fromRevision(view), from: 'revision' } : { draft: empty, from: 'blank' };
}
