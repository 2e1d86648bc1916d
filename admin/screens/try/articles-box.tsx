/** Texts that would have gone another way: both ways one under the other. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { OtherWay, TrialArticles } from '../../../server/contract/trial.ts';
import { Box } from '../../parts/box.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Trouble } from '../../parts/list-page.tsx';
import { When } from '../../parts/time.tsx';
import { saveArticles } from './tables.ts';
import { Working } from './working.tsx';

type Asked = { data: TrialArticles | undefined; error: unknown; dataUpdatedAt: number; refetch: () => unknown };

function Way({ one }: { one: OtherWay }) {
  return (
    <li className="tried">
      <h3>
        <Link to="/articles/$id" params={{ id: one.placementId }}>
          {one.title}
        </Link>
        <small>
          {one.site.name} · {one.column}，<When at={one.at} />
          报送，{one.facets}
        </small>
      </h3>
      <dl className="ways">
        <dt>原来</dt>
        <dd>{one.took.join(' → ')}</dd>
        <dt>草案</dt>
        <dd>
          {one.would ? one.would.join(' → ') : <span className="nobody">{one.refused}</span>}
          {one.law && `（${one.law.cite}）`}
        </dd>
      </dl>
    </li>
  );
}

/** The rest is behind a button: the duties stand below. */
const firstShown = 10;

export function ArticlesBox({ asked, since }: { asked: Asked; since: string }) {
  const { data } = asked;
  const [all, setAll] = useState(false);
  const save = data && data.items.length > 0 && <Button onClick={() => saveArticles(data, since)}>导出表格</Button>;
  return (
    <Box title="哪些稿件会走另一条流程" extra={save}>
      <Trouble asked={asked} />
      {!data && !asked.error && <Working what="正在按草案重走每一件稿件的流程" />}
      {data && (
        <p className="dim">
          看了{data.isAll ? '' : '最近'} {data.sent} 次报送，{data.other} 次会走另一条流程
          {data.other > data.items.length && `，下面是最近的 ${data.items.length} 次`}。
        </p>
      )}
      {data && data.items.length === 0 && <Empty says="没有一件稿件会走另一条流程。" />}
      {data && (
        <ul className="tried-list" aria-label="会走另一条流程的稿件">
          {data.items.slice(0, all ? data.items.length : firstShown).map((one) => (
            <Way key={`${one.placementId} ${one.at}`} one={one} />
          ))}
        </ul>
      )}
      {data && !all && data.items.length > firstShown && (
        <div className="buttons">
          <Button onClick={() => setAll(true)}>再看其余 {data.items.length - firstShown} 次</Button>
        </div>
      )}
    </Box>
  );
}
