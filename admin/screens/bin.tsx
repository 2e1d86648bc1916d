/** What was given up, by whom and when: look at it, and take it back. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../api.ts';
import { Box } from '../parts/box.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorBox } from '../parts/error-box.tsx';
import { type Column, List, Pager } from '../parts/list-page.tsx';
import { Page } from '../parts/page.tsx';
import { DatedWhen, When } from '../parts/time.tsx';
import { bin, refreshLists } from '../queries.ts';

type Bin = Awaited<ReturnType<typeof api.content.bin>>;
type Line = Bin['items'][number];
type Draft = Bin['drafts'][number];

/** An article is taken back on its own page, where the server says whether this person may. */
const columns: ReadonlyArray<Column<Line>> = [
  {
    name: '标题',
    className: 'title',
    cell: (l) => (
      <Link to="/articles/$id" params={{ id: l.placementId }}>
        {l.title}
      </Link>
    ),
  },
  { name: '栏目', cell: (l) => `${l.site.name} · ${l.column.name}` },
  { name: '单位', cell: (l) => l.unit.name },
  { name: '谁放弃的', cell: (l) => l.by.name || '—' },
  { name: '何时放弃', className: 'time', cell: (l) => <DatedWhen at={l.at} /> },
  {
    name: '取回',
    className: 'acts',
    cell: (l) => (
      <Link to="/articles/$id" params={{ id: l.placementId }} aria-label={`看内容，取回：${l.title}`}>
        看内容，取回
      </Link>
    ),
  },
];

const draftColumns = (take: (id: string) => void, busy: string | undefined): ReadonlyArray<Column<Draft>> => [
  { name: '标题', className: 'title', cell: (d) => d.title },
  { name: '何时不要的', className: 'time', cell: (d) => <DatedWhen at={d.at} /> },
  { name: '留到', className: 'time', cell: (d) => <When at={d.until} beside={d.at} /> },
  {
    name: '取回',
    className: 'acts',
    cell: (d) => (
      <Button loading={busy === d.id} aria-label={`取回：${d.title}`} onClick={() => take(d.id)}>
        取回，接着写
      </Button>
    ),
  },
];

export function Bin() {
  const { page = 1 } = useSearch({ from: '/inside/bin' });
  const asked = useQuery(bin(page));
  const navigate = useNavigate();
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const take = async (id: string) => {
    setBusy(id);
    setError(undefined);
    try {
      await api.content.recoverScratch({ id });
      refreshLists();
      await navigate({ to: '/write/$id', params: { id } });
    } catch (e) {
      setError(e);
    } finally {
      setBusy(undefined);
    }
  };
  const { data } = asked;
  return (
    <Page title="回收站" sub="放弃了的稿件可以取回，成为草稿；公开过的稿件不会到这里，只能撤下。">
      {error ? <ErrorBox error={error} /> : null}
      <Box title="本单位放弃的稿件" bare>
        <List
          caption="本单位放弃的稿件"
          asked={asked}
          rows={data?.items}
          id={(l) => l.placementId}
          columns={columns}
          empty={<Empty says="没有放弃的稿件。" />}
        />
        {data && <Pager page={data.page} pages={data.pages} to="/bin" />}
      </Box>
      {data && (
        <Box title="我不要的草稿" bare>
          <List
            caption="我不要的草稿"
            asked={{ ...asked, error: null }}
            rows={data.drafts}
            id={(d) => d.id}
            columns={draftColumns((id) => void take(id), busy)}
            empty={<Empty says={`没有不要的草稿。没送出过的草稿，不要以后在这里留 ${data.days} 天。`} />}
          />
        </Box>
      )}
    </Page>
  );
}
