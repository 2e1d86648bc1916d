/** Where is a text: mine, my unit's, those of my sites; by state, with whom it rests and since when. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { tabs } from '../../server/contract/find.ts';
import type { ArticleLine } from '../../server/contract/views.ts';
import { Box } from '../parts/box.tsx';
import { CopyArticle } from '../parts/copy-article.tsx';
import { Empty } from '../parts/empty.tsx';
import { type Column, List, Pager } from '../parts/list-page.tsx';
import { LocalDrafts } from '../parts/local-drafts.tsx';
import { NewArticle } from '../parts/new-article.tsx';
import { exactly, Page } from '../parts/page.tsx';
import { age, When } from '../parts/time.tsx';
import { me as meQuery, mine, type Scope, type Tab } from '../queries.ts';
import { stateWords } from '../words.ts';

const scopeNames: Readonly<Record<Scope, string>> = { mine: '我的', unit: '本单位', sites: '我管的网站' };
/** What the address says, without what an address without it means. */
type At = { tab: Tab; scope: Scope; column?: string | undefined };
const searchOf = ({ tab, scope, column }: At) => ({
  ...(tab !== 'draft' && { tab }),
  ...(scope !== 'mine' && { scope }),
  ...(column && { column }),
});
const nothing: Readonly<Record<Tab, string>> = {
  draft: '没有草稿。新写的稿件会自动存在这里。',
  review: '没有在送审的稿件。',
  approved: '没有已批准、等着发布的稿件。',
  published: '还没有已发布的稿件。',
  returned: '没有被退回的稿件。',
  withdrawn: '没有撤下的稿件。',
};

/** Tabs whose texts are still in the writer's hands open the writing page. */
const toWrite: readonly Tab[] = ['draft', 'returned'];

const columns = (tab: Tab, mineOnly: boolean, at: string): ReadonlyArray<Column<ArticleLine>> => [
  {
    name: '标题',
    className: 'title',
    cell: (l) => (
      <>
        <Link to={mineOnly && toWrite.includes(tab) ? '/write/$id' : '/articles/$id'} params={{ id: l.placementId }}>
          {l.title || '（还没有标题）'}
        </Link>
        {l.note && <small>{l.note}</small>}
      </>
    ),
  },
  { name: '栏目', cell: (l) => [l.site.name, l.column.name].filter(Boolean).join(' · ') || '还没选' },
  ...(mineOnly ? [] : [{ name: '单位', cell: (l: ArticleLine) => l.unit.name }]),
  {
    name: '状态',
    cell: (l) => (
      <>
        <span className="tag">{l.stateName}</span>
        {l.tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        {l.publishAt && (
          <small>
            <When at={l.publishAt} beside={at} /> 发布
          </small>
        )}
      </>
    ),
  },
  { name: '在谁手里', cell: (l) => l.with.join('、') || '—' },
  {
    name: '最近变动',
    className: 'time',
    cell: (l) => (
      <>
        <When at={l.movedAt} beside={at} />
        {l.with.length > 0 && <small>{age(l.movedAt, at)}</small>}
      </>
    ),
  },
];

/** A draft that was never handed in has nothing to look back on. */
const hasHistory = (l: ArticleLine, tab: Tab) => toWrite.includes(tab) && l.column.id !== '';

const lookAt = (tab: Tab, writes: boolean): Column<ArticleLine> => ({
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
      {writes && tab === 'published' && <CopyArticle id={l.placementId} title={l.title} />}
    </>
  ),
});

/** The column of links is drawn only when a row has one. */
function columnsFor({ tab, scope }: At, rows: readonly ArticleLine[], at: string, writes: boolean) {
  const all = columns(tab, scope === 'mine', at);
  return rows.some((l) => l.address || hasHistory(l, tab)) ? [...all, lookAt(tab, writes)] : all;
}

function Tabs({ here, counts }: { here: At; counts: Readonly<Record<string, number>> | undefined }) {
  return (
    <nav className="tabs" aria-label="按状态">
      {tabs.map((t) => (
        <Link
          key={t}
          to="/mine"
          search={searchOf({ ...here, tab: t })}
          activeOptions={exactly}
          aria-current={t === here.tab ? 'true' : undefined}
        >
          {stateWords[t]}
          {counts && <span className="n">{counts[t] ?? 0}</span>}
        </Link>
      ))}
    </nav>
  );
}

type Listed = { scopes: readonly Scope[]; columns: readonly { id: string; name: string; site: string }[] };

/** Whose, and of which column. A scope that a person hasn't isn't drawn. */
function Choose({ here, listed }: { here: At; listed: Listed }) {
  const navigate = useNavigate();
  return (
    <div className="choose">
      {listed.scopes.length > 1 && (
        <nav className="scopes" aria-label="谁的稿件">
          {listed.scopes.map((scope) => (
            <Link
              key={scope}
              to="/mine"
              search={searchOf({ tab: here.tab, scope })}
              activeOptions={exactly}
              aria-current={scope === here.scope ? 'true' : undefined}
            >
              {scopeNames[scope]}
            </Link>
          ))}
        </nav>
      )}
      <label>
        <span>栏目</span>
        <select
          value={here.column ?? ''}
          onChange={(e) => void navigate({ to: '/mine', search: searchOf({ ...here, column: e.target.value }) })}
        >
          <option value="">不限</option>
          {listed.columns.map((c) => (
            <option key={c.id} value={c.id}>
              {c.site} · {c.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

export function Mine() {
  const { tab = 'draft', scope = 'mine', column, page = 1 } = useSearch({ from: '/inside/mine' });
  const here: At = { tab, scope, column };
  const asked = useQuery({ ...mine({ ...here, page }), placeholderData: keepPreviousData });
  const { data: me } = useQuery(meQuery);
  // The rows of another tab must not stand under this one's name, not even for a moment.
  const rows = asked.isPlaceholderData ? undefined : asked.data?.items;
  return (
    <Page title="我的稿件" side={me?.writes && <NewArticle />}>
      <LocalDrafts />
      {asked.data && <Choose here={here} listed={asked.data} />}
      <Tabs here={here} counts={asked.data?.counts} />
      <Box title={stateWords[tab]} bare>
        <List
          caption={`${scopeNames[scope]}稿件：${stateWords[tab]}`}
          asked={asked}
          rows={rows}
          id={(l) => l.placementId}
          columns={columnsFor(here, rows ?? [], asked.data?.at ?? '', me?.writes ?? false)}
          empty={<Empty says={nothing[tab]} />}
        />
        {rows && asked.data && (
          <Pager page={asked.data.page} pages={asked.data.pages} to="/mine" search={searchOf(here)} />
        )}
      </Box>
    </Page>
  );
}
