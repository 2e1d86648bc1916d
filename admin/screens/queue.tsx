/** What is approved and not yet out: publish it, and see when the public has it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ArticleLine } from '../../server/contract/views.ts';
import { Box } from '../parts/box.tsx';
import { Due } from '../parts/due.tsx';
import { Empty } from '../parts/empty.tsx';
import { type Column, List } from '../parts/list-page.tsx';
import { Page } from '../parts/page.tsx';
import { PublishDialog } from '../parts/publish-dialog.tsx';
import { Served } from '../parts/served.tsx';
import { When } from '../parts/time.tsx';
import { queue } from '../queries.ts';

type Publish = (id: string) => void;
/** `at`: the server's now; the column of limits is drawn only when a row has one. */
const columns = (publish: Publish, at: string, limited: boolean): ReadonlyArray<Column<ArticleLine>> => [
  {
    name: '标题',
    className: 'title',
    cell: (l) => (
      <>
        <Link to="/articles/$id" params={{ id: l.placementId }}>
          {l.title}
        </Link>
        {l.note && <small>{l.note}</small>}
      </>
    ),
  },
  { name: '栏目', cell: (l) => `${l.site.name} · ${l.column.name}` },
  { name: '单位', cell: (l) => l.unit.name },
  { name: '批准时间', className: 'time', cell: (l) => <When at={l.movedAt} beside={at} /> },
  ...(limited
    ? [{ name: '发布期限', cell: (l: ArticleLine) => (l.limit ? <Due limit={l.limit} at={at} /> : '规定没有写') }]
    : []),
  {
    name: '发布',
    className: 'acts',
    cell: (l) => (
      <>
        {l.publishAt && (
          <span className="tag">
            定时 <When at={l.publishAt} beside={at} />
          </span>
        )}
        <Button type="primary" ghost aria-label={`去发布：${l.title}`} onClick={() => publish(l.placementId)}>
          去发布
        </Button>
      </>
    ),
  },
];

/** Published without their chain, until somebody else has looked. */
const flagged: ReadonlyArray<Column<ArticleLine>> = [
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
  { name: '状态', cell: (l) => <span className="tag">{l.stateName}</span> },
];

export function Queue() {
  const asked = useQuery(queue);
  const [open, setOpen] = useState<string>();
  const [published, setPublished] = useState<readonly string[]>([]);
  return (
    <Page title="待发布" sub="已经批准、等您发布的稿件。发布的就是批准的那一稿，一字不改。定了时的到点自动发布。">
      {published.length > 0 && (
        <Box title="刚发布的" bare>
          <ul className="served-list">
            {published.map((id) => (
              <li key={id}>
                <Served id={id} />
              </li>
            ))}
          </ul>
        </Box>
      )}
      <Box title="等您发布" bare>
        <List
          caption="等您发布的稿件"
          asked={asked}
          rows={asked.data?.items}
          id={(l) => l.placementId}
          columns={columns(setOpen, asked.data?.at ?? '', asked.data?.items.some((l) => l.limit) ?? false)}
          empty={<Empty says="没有待发布的稿件。批准了的稿件会出现在这里。" />}
        />
      </Box>
      {asked.data && asked.data.forced.length > 0 && (
        <Box title="强制发布，待核销" bare>
          <List
            caption="强制发布、还没有核销的稿件"
            asked={asked}
            rows={asked.data.forced}
            id={(l) => l.placementId}
            columns={flagged}
            empty={null}
          />
        </Box>
      )}
      {open && (
        <PublishDialog
          id={open}
          onClose={() => setOpen(undefined)}
          onPublished={() => {
            setPublished((ids) => [open, ...ids.filter((id) => id !== open)]);
            setOpen(undefined);
          }}
        />
      )}
    </Page>
  );
}
