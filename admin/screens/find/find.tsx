/** Where is it: one box over articles, regulations, people, sites and columns. What was asked stands in the address. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { api } from '../../api.ts';
import { Box } from '../../parts/box.tsx';
import { Empty, Waiting } from '../../parts/empty.tsx';
import { Notice } from '../../parts/error-box.tsx';
import { useSingleKeys } from '../../parts/keys.ts';
import { Pager, Trouble } from '../../parts/list-page.tsx';
import { exactly, Page } from '../../parts/page.tsx';
import { find } from '../../queries.ts';
import { findBox } from './box-id.ts';
import { Filters } from './filters.tsx';
import { Articles, Clauses, People, Sites } from './hits.tsx';
import type { FindScope, FindSearch } from './search.ts';
import '../../style/find.css';

export type Found = Awaited<ReturnType<typeof api.content.find>>;

const parts = [
  { scope: 'articles', name: '稿件' },
  { scope: 'regulations', name: '规定' },
  { scope: 'people', name: '人员' },
  { scope: 'sites', name: '网站和栏目' },
] as const;
const nameOf = (scope: string): string => parts.find((part) => part.scope === scope)?.name ?? '全部';

/** The one box. It asks when it is sent off, not at each sign: an input method makes many that mean nothing yet. */
function Asker({ search }: { search: FindSearch }) {
  const navigate = useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const [single, setSingle] = useSingleKeys();
  useEffect(() => setWords(search.q ?? ''), [search.q]);
  const ask = () => {
    const { q: _, page: __, ...rest } = search;
    void navigate({ to: '/find', search: { ...rest, ...(words.trim() && { q: words.trim() }) } });
  };
  return (
    <search>
      <form
        className="find-form"
        onSubmit={(e) => {
          e.preventDefault();
          ask();
        }}
      >
        <label className="vh" htmlFor={findBox}>
          查找什么
        </label>
        <Input
          id={findBox}
          type="search"
          size="large"
          maxLength={100}
          value={words}
          autoFocus={!search.q}
          placeholder="标题、正文、条文、姓名、栏目里的字"
          onChange={(e) => setWords(e.target.value)}
        />
        <Button type="primary" htmlType="submit" size="large">
          查找
        </Button>
      </form>
      <p className="dim small">
        几个词用空格隔开，都有的才算。
        <label className="find-key">
          <input type="checkbox" checked={single} onChange={(e) => setSingle(e.target.checked)} /> 在别的页面按 /
          键也到这里
        </label>
      </p>
    </search>
  );
}

/** Of a chip that is chosen the filters of articles stay; another scope has no use for them. */
const narrowed = ({ q, scope: _, page: __, ...filters }: FindSearch, scope: FindScope): FindSearch => ({
  ...(q && { q }),
  ...((scope === 'all' || scope === 'articles') && filters),
  ...(scope !== 'all' && { scope }),
});

function Chips({ search, found }: { search: FindSearch; found: Found }) {
  const { scope = 'all' } = search;
  const counted = (name: string) => {
    const part = found.parts.find((one) => one.scope === name);
    if (!part?.answered) return '没有回答';
    return part.more ? `${part.count} 以上` : String(part.count);
  };
  return (
    <nav className="tabs" aria-label="在哪里找">
      {[{ scope: 'all' as const, name: '全部' }, ...parts].map((part) => (
        <Link
          key={part.scope}
          to="/find"
          search={narrowed(search, part.scope)}
          activeOptions={exactly}
          aria-current={scope === part.scope ? 'true' : undefined}
        >
          {part.name}
          {part.scope !== 'all' && <span className="n">{counted(part.scope)}</span>}
        </Link>
      ))}
    </nav>
  );
}
function Unanswered({ found, retry }: { found: Found; retry: () => void }) {
  const away = found.parts.filter((part) => !part.answered);
  if (away.length === 0) return null;
  return (
    <Notice tone="warned">
      <p>{away.map(({ scope }) => nameOf(scope)).join('、')}这一部分没有回答，下面缺它的结果。</p>
      <Button size="small" onClick={retry}>
        再找一次
      </Button>
    </Notice>
  );
}

/** Nothing here: fewer words, titles like it, no filter, or another scope that has some. */
function Nothing({ search, found }: { search: FindSearch; found: Found }) {
  const { q = '', scope = 'all' } = search;
  const filtered = search.state || search.site || search.column || search.from || search.to;
  const others = found.parts.filter((part) => part.count > 0 && scope !== 'all' && part.scope !== scope);
  return (
    <Empty says={`没有找到“${q}”${scope === 'all' ? '' : `的${nameOf(scope)}`}。`}>
      <ul className="find-offers">
        {found.alike.map((title) => (
          <li key={title}>
            是不是找：
            <Link to="/find" search={{ q: title.slice(0, 100), scope: 'articles' }}>
              {title}
            </Link>
          </li>
        ))}
        {found.terms.length > 1 &&
          found.terms.map((term) => (
            <li key={term}>
              只找一个词：
              <Link to="/find" search={{ ...narrowed(search, scope), q: term }}>
                {term}
              </Link>
            </li>
          ))}
        {filtered && (
          <li>
            <Link to="/find" search={{ q, ...(scope !== 'all' && { scope }) }}>
              去掉状态、网站和日期的限制再找
            </Link>
          </li>
        )}
        {others.map((part) => (
          <li key={part.scope}>
            <Link to="/find" search={{ q, scope: part.scope }}>
              {nameOf(part.scope)}里有 {part.count} 处
            </Link>
          </li>
        ))}
        <li className="dim">换一种说法，或者少写几个字，再试试。还没公开、又不归您看的稿件不在这里。</li>
      </ul>
    </Empty>
  );
}

function Results({ search, found }: { search: FindSearch; found: Found }) {
  const { scope = 'all' } = search;
  const isEmpty = [found.articles, found.regulations, found.people, found.sites].every((list) => list.length === 0);
  if (isEmpty) return <Nothing search={search} found={found} />;
  const boxes = [
    { scope: 'articles', lines: found.articles, body: <Articles hits={found.articles} /> },
    { scope: 'regulations', lines: found.regulations, body: <Clauses hits={found.regulations} /> },
    { scope: 'people', lines: found.people, body: <People hits={found.people} /> },
    { scope: 'sites', lines: found.sites, body: <Sites hits={found.sites} /> },
  ] as const;
  return boxes
    .filter(({ lines }) => lines.length > 0)
    .map((box) => {
      const part = found.parts.find((one) => one.scope === box.scope);
      const rest = (part?.count ?? 0) - box.lines.length;
      return (
        <Box key={box.scope} title={nameOf(box.scope)} bare>
          {box.body}
          {box.scope === 'articles' && (
            <>
              {part?.more && <p className="find-rest">只排出最近的 {part.count} 件；请多写几个字，或者加上限制。</p>}
              <Pager page={found.page} pages={found.pages} to="/find" search={search} />
            </>
          )}
          {box.scope !== 'articles' && rest > 0 && (
            <p className="find-rest">
              {scope === 'all' ? (
                <Link to="/find" search={{ ...(search.q && { q: search.q }), scope: box.scope }}>
                  还有 {rest} 处
                </Link>
              ) : (
                `还有 ${rest} 处没有列出，请多写几个字。`
              )}
            </p>
          )}
        </Box>
      );
    });
}

export function Find() {
  const search = useSearch({ from: '/inside/find' });
  const asked = useQuery({ ...find(search), placeholderData: keepPreviousData });
  const found = asked.isPlaceholderData ? undefined : asked.data;
  const { scope = 'all' } = search;
  return (
    <Page title="查找">
      <Asker search={search} />
      <Trouble asked={asked} />
      {asked.data && (scope === 'all' || scope === 'articles') && (
        <Filters search={search} places={asked.data.places} />
      )}
      {search.q && !found && !asked.error && <Waiting lines={6} />}
      {search.q && found && (
        <>
          <Chips search={search} found={found} />
          <Unanswered found={found} retry={() => void asked.refetch()} />
          <Results search={search} found={found} />
        </>
      )}
      {!search.q && <Empty says="在上面写要找的字，稿件、规定、人员、网站和栏目一起找。" />}
    </Page>
  );
}
