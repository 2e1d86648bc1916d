/** What a table doesn't list: how many, whether any of them is in trouble, and the way to them; of a table alone its pages. */
import { Link } from '@tanstack/react-router';
import { Pager } from '../../parts/list-page.tsx';
import type { Table } from './grid.tsx';
import type { BoardList } from './search.ts';
import { kindNames } from './words.ts';

type Props = { table: Table; adoption: string; list: BoardList };

function Way({ table: { kind, all }, adoption, list }: Props) {
  return (
    <Link to="/board" search={{ ...list, adoption, kind }}>
      逐页看全部 {all} 个{kindNames[kind]}
    </Link>
  );
}

/** Above a table. Nothing where it lists all. */
export function Listed({ table, adoption, list }: Props) {
  const { all, rows, kind, trouble } = table;
  const { adoption: alone, kind: _, page: __, ...others } = list;
  const name = kindNames[kind];
  if (alone !== undefined)
    return (
      <p className="board-rest">
        共 {all} 个{name}，违反多的在前；上面的合计只算这张表。
        <Link to="/board" search={others}>
          看全部规定
        </Link>
      </p>
    );
  if (all <= rows.length) return null;
  // The worst stand first: what is in trouble and isn't listed is beyond the last row.
  const left = Math.max(0, trouble - rows.length);
  return (
    <p className="board-rest">
      下面是违反最多的 {rows.length} 个{name}；还有 {all - rows.length} 个没有列出，其中
      {left > 0 ? ` ${left} 个有违反或将到期的。` : '没有违反和将到期的。'}
      <Way table={table} adoption={adoption} list={list} />
    </p>
  );
}

/** Below it. */
export function Onward({ table, adoption, list }: Props) {
  const { all, rows, page, pages } = table;
  if (list.adoption !== undefined) return <Pager page={page} pages={pages} to="/board" search={list} />;
  if (all <= rows.length) return null;
  return (
    <p className="board-rest">
      还有 {all - rows.length} 个没有列出。
      <Way table={table} adoption={adoption} list={list} />
    </p>
  );
}
