/** A list with its states: grey lines, nothing, an error over the last good rows. A table on a desk, cards on a phone. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Waiting } from './empty.tsx';
import { ErrorBox } from './error-box.tsx';

export type Column<T> = { readonly name: string; readonly cell: (row: T) => ReactNode; readonly className?: string };
type Asked<D> = { data: D | undefined; error: unknown; dataUpdatedAt: number; refetch: () => unknown };
type Props<T> = {
  caption: string;
  asked: Asked<unknown>;
  rows: readonly T[] | undefined;
  id: (row: T) => string;
  columns: ReadonlyArray<Column<T>>;
  empty: ReactNode;
};

/** What stands above content that may be old: nothing, or what went wrong and from when the content is. */
export function Trouble({ asked }: { asked: Asked<unknown> }) {
  if (!asked.error) return null;
  const kept = asked.data === undefined ? {} : { keptFrom: asked.dataUpdatedAt };
  return <ErrorBox error={asked.error} retry={() => asked.refetch()} {...kept} />;
}

export function List<T>({ caption, asked, rows, id, columns, empty }: Props<T>) {
  return (
    <>
      <Trouble asked={asked} />
      {!rows && !asked.error && <Waiting />}
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && (
        <table className="list">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {columns.map((c) => (
                <th key={c.name} scope="col" className={c.className}>
                  {c.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={id(row)}>
                {columns.map((c) => (
                  <td key={c.name} className={c.className} data-name={c.name}>
                    {c.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Pages are addresses: they can be kept, sent and gone back to. `search`: the rest of the address. */
type Paging = { page: number; pages: number; to: '/mine' | '/find' | '/bin' | '/board'; search?: object };
export function Pager({ page, pages, to, search = {} }: Paging) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page > 1 && (
        <Link to={to} search={{ ...search, page: page - 1 }}>
          上一页
        </Link>
      )}
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages && (
        <Link to={to} search={{ ...search, page: page + 1 }}>
          下一页
        </Link>
      )}
    </nav>
  );
}
