/** Where is my text: by state, with whom it rests and since when. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ArticleLine } from '../../server/contract/views.ts';
import { Box } from '../parts/box.tsx';
import { Empty } from '../parts/empty.tsx';
import { type Column, List, Pager } from '../parts/list-page.tsx';
import { LocalDrafts } from '../parts/local-drafts.tsx';
import { NewArticle } from '../parts/new-article.tsx';
import { exactly, Page } from '../parts/page.tsx';
import { When } from '../parts/time.tsx';
import { me as meQuery, mine, type Tab, tabs } from '../queries.ts';

const names: Readonly<Record<Tab, string>> = {
  draft: '草稿',
  review: '送审中',
  approved: '已批准',
  published: '已发布',
  returned: '被退回',
  withdrawn: '已撤下',
};
const nothing: Readonly<Record<Tab, string>> = {
  draft: '没有草稿。新写的稿件会自动存在这里。',
  review: '没有在送审的稿件。',
  approved: '没有已批准、等着发布的稿件。',
  published: '您还没有已发布的稿件。',
  returned: '没有被退回的稿件。',
  withdrawn: '没有撤下的稿件。',
};

/** Tabs whose texts are still in the writer's hands open the writing page. */
const toWrite: readonly Tab[] = ['draft', 'returned'];

const columns = (tab: Tab): ReadonlyArray<Column<ArticleLine>> => [
  {
    name: '标题',
    className: 'title',
    cell: (l) => (
      <>
        <Link to={toWrite.includes(tab) ? '/write/$id' : '/articles/$id'} params={{ id: l.placementId }}>
          {l.title || '（还没有标题）'}
        </Link>
        {l.note && <small>{l.note}</small>}
      </>
    ),
  },
  { name: '栏目', cell: (l) => [l.site.name, l.column.name].filter(Boolean).join(' · ') || '还没选' },
  { name: '状态', cell: (l) => <span className="tag">{l.stateName}</span> },
  { name: '在谁手里', cell: (l) => l.with.join('、') || '—' },
  { name: '最近变动', className: 'time', cell: (l) => <When at={l.movedAt} /> },
];

/** A draft that was never handed in has nothing to look back on. */
const hasHistory = (l: ArticleLine, tab: Tab) => toWrite.includes(tab) && l.column.id !== '';

const lookAt = (tab: Tab): Column<ArticleLine> => ({
  name: '另看',
  className: 'acts',
  cell: (l) => (
    <>
      {hasHistory(l, tab) && (
        <Link to="/articles/$id" params={{ id: l.placementId }} aria-label={`看经过：${l.title}`}>
          看经过
        </Link>
      )}
      {l.address && (
        <a href={l.address} target="_blank" rel="noopener" aria-label={`看公开页：${l.title}`}>
          看公开页
        </a>
      )}
    </>
  ),
});

/** The column of links is drawn only when a row has one. */
const columnsFor = (tab: Tab, rows: readonly ArticleLine[]) =>
  rows.some((l) => l.address || hasHistory(l, tab)) ? [...columns(tab), lookAt(tab)] : columns(tab);

function Tabs({ tab, counts }: { tab: Tab; counts: Readonly<Record<string, number>> | undefined }) {
  return (
    <nav className="tabs" aria-label="按状态">
      {tabs.map((t) => (
        <Link
          key={t}
          to="/mine"
          search={t === 'draft' ? {} : { tab: t }}
          activeOptions={exactly}
          aria-current={t === tab ? 'true' : undefined}
        >
          {names[t]}
          {counts && <span className="n">{counts[t] ?? 0}</span>}
        </Link>
      ))}
    </nav>
  );
}

export function Mine() {
  const { tab = 'draft', page = 1 } = useSearch({ from: '/inside/mine' });
  const asked = useQuery({ ...mine(tab, page), placeholderData: keepPreviousData });
  const { data: me } = useQuery(meQuery);
  // The rows of another tab must not stand under this one's name, not even for a moment.
  const rows = asked.isPlaceholderData ? undefined : asked.data?.items;
  return (
    <Page title="我的稿件" side={me?.writes && <NewArticle />}>
      <LocalDrafts />
      <Tabs tab={tab} counts={asked.data?.counts} />
      <Box title={names[tab]} bare>
        <List
          caption={`我的稿件：${names[tab]}`}
          asked={asked}
          rows={rows}
          id={(l) => l.placementId}
          columns={columnsFor(tab, rows ?? [])}
          empty={<Empty says={nothing[tab]} />}
        />
        {rows && asked.data && <Pager page={asked.data.page} pages={asked.data.pages} tab={tab} />}
      </Box>
    </Page>
  );
}
