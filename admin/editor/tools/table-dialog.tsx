/** How large the new table is. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { Field } from '../../parts/field.tsx';
import type { Desk } from '../desk.ts';
import { insertTable, sizeMax } from '../insert/table.ts';
import { closeThen } from './close-then.ts';

const within = (text: string, max: number): number | undefined => {
  const n = Number(text);
  return Number.isInteger(n) && n >= 1 && n <= max ? n : undefined;
};

export function TableDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [asked, setAsked] = useState(false);
  const size = { rows: within(rows, sizeMax.rows), columns: within(columns, sizeMax.columns) };
  const number = (label: string, value: string, set: (text: string) => void, max: number, fits: boolean) => (
    <Field label={label} hint={`1 到 ${max}`} error={asked && !fits ? `请写 1 到 ${max} 之间的整数` : undefined}>
      {(a) => <Input {...a} inputMode="numeric" value={value} onChange={(e) => set(e.target.value)} />}
    </Field>
  );
  return (
    <Dialog title="插入表格" onClose={onClose}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          setAsked(true);
          if (!size.rows || !size.columns) return;
          const { rows: down, columns: across } = size;
          closeThen(onClose, () => {
            insertTable(desk.editor, down, across);
            desk.editor.view.focus();
          });
        }}
      >
        <div className="two">
          {number('行数', rows, setRows, sizeMax.rows, size.rows !== undefined)}
          {number('列数', columns, setColumns, sizeMax.columns, size.columns !== undefined)}
        </div>
        <p className="small dim">第一行是表头。行、列、合并、标题，光标进了表格以后都可以改。</p>
        <div className="buttons">
          <Button type="primary" htmlType="submit">
            插入表格
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
