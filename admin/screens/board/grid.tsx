/** One table of the board: sites or units across the duties of a regulation, in most trouble first. Only trouble is coloured. */
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { BoardCell, BoardView } from '../../../server/contract/duties.ts';
import { Law } from '../../parts/law.tsx';
import { Light } from '../../parts/light.tsx';
import type { BoardList } from './search.ts';
import { kindNames } from './words.ts';

export type Rule = BoardView['rules'][number];
export type Table = Rule['tables'][number];

type CellProps = { cell: BoardCell | null; place: string; duty: string; name: string; list: BoardList };
function Cell({ cell, place, duty, name, list }: CellProps) {
  if (!cell) {
    return (
      <td className="none">
        <span aria-hidden="true">—</span>
        <span className="vh">不适用</span>
      </td>
    );
  }
  return (
    <td className={cell.status}>
      <Link
        to="/board"
        search={{ ...list, place, duty }}
        resetScroll={false}
        aria-label={`${name}：${cell.words}，${cell.measure}`}
      >
        <Light tone={cell.status} />
        <span>{cell.status === 'provisional' ? '暂定' : cell.says}</span>
      </Link>
    </td>
  );
}

type GridProps = { table: Table; rule: Rule; list: BoardList };
/** Thousands of cells: they are drawn again when they changed, and not when one of them is opened. */
export const Grid = memo(function Grid({ table, rule, list }: GridProps) {
  const title = `${rule.title}：各${kindNames[table.kind]}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls in its frame is reached by keys too
    <section className="scroll" aria-label={title} tabIndex={0}>
      <table className="board">
        <caption className="vh">{`${title}的职责现在怎样，违反多的在前`}</caption>
        <thead>
          <tr>
            <th scope="col">{kindNames[table.kind]}</th>
            {table.duties.map((duty) => (
              <th scope="col" key={duty.key}>
                <b>{duty.name}</b>
                <small>
                  <Law law={{ ...duty.law, cite: articleOf(duty.law.cite) }} />
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ thing, cells }) => (
            <tr key={thing.id}>
              <th scope="row">{thing.name}</th>
              {table.duties.map((duty, i) => (
                <Cell
                  key={duty.key}
                  cell={cells[i] ?? null}
                  place={thing.id}
                  duty={duty.key}
                  name={`${thing.name}，${duty.name}`}
                  list={list}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
/** Under the regulation's own heading its title would be said in every column. */
export const articleOf = (cite: string): string => cite.replace(/^《[^》]*》/, '');
