/** 导出表格: every row that is asked about, also those that aren't listed. */
import { Button } from 'antd';
import { useState } from 'react';
import type { BoardView } from '../../../server/contract/duties.ts';
import { api } from '../../api.ts';
import { ErrorBox } from '../../parts/error-box.tsx';
import { saveBoard } from './export.ts';
import type { BoardList } from './search.ts';
import { spanNames } from './words.ts';

const isWhole = ({ rules }: BoardView): boolean =>
  rules.every(({ tables }) => tables.every(({ all, rows }) => all === rows.length));

export function SaveBoard({ board, list }: { board: BoardView | undefined; list: BoardList }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async (shown: BoardView) => {
    setBusy(true);
    setError(undefined);
    try {
      const whole = isWhole(shown) ? shown : await api.duties.board({ ...list, rows: 'all' });
      saveBoard(whole, spanNames[list.span ?? 'today']);
    } catch (wrong) {
      setError(wrong);
    }
    setBusy(false);
  };
  return (
    <>
      <Button disabled={!board} loading={busy} onClick={() => board && void save(board)}>
        导出表格
      </Button>
      {error ? <ErrorBox error={error} /> : null}
    </>
  );
}
