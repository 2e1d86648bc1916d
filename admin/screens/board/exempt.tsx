/** Lets a line off its duty for some days, with the reason. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { localDay } from '../../../core/day.ts';
import type { LedgerLine } from '../../../server/contract/duties.ts';
import { fieldErrors } from '../../act.ts';
import { api } from '../../api.ts';
import { useOneAct } from '../../one-act.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { linesChanged } from '../../queries.ts';

type Props = { line: LedgerLine; at: string; onClose: () => void };

export function Exempt({ line, at, onClose }: Props) {
  const today = localDay(new Date(at));
  const [asked, setAsked] = useState({ from: today, until: '', words: '' });
  const [tried, setTried] = useState(false);
  const act = useOneAct();
  const { from, until, words } = asked;
  const set = (more: Partial<typeof asked>) => setAsked({ ...asked, ...more });
  const give = async () => {
    setTried(true);
    if (!from || !until || !words.trim()) return;
    const body = { duty: line.duty.key, thing: line.thing.id, from, until, words };
    if (!(await act.run((key) => api.exemptions.give({ ...body, key })))) return;
    linesChanged();
    onClose();
  };
  const errors = fieldErrors(act.error);
  return (
    <Dialog title="豁免" onClose={onClose}>
      <p>
        <b>
          {line.thing.name} · {line.duty.name}
        </b>
      </p>
      <p className="dim said">
        期限落在这几天里的不算违反，看板和各处写明豁免、原因和您的名字。已经违反的不变；还没结束的豁免可以收回。
      </p>
      <Field label="从哪天起" error={tried && !from ? '请填第一天' : errors.from}>
        {(a) => <Input {...a} type="date" min={today} value={from} onChange={(e) => set({ from: e.target.value })} />}
      </Field>
      <Field label="到哪天（含）" hint="最长一年" error={tried && !until ? '请填最后一天' : errors.until}>
        {(a) => <Input {...a} type="date" min={from} value={until} onChange={(e) => set({ until: e.target.value })} />}
      </Field>
      <Field label="原因" hint="记录在案" error={tried && !words.trim() ? '豁免须写明原因' : errors.words}>
        {(a) => <Input.TextArea {...a} rows={2} value={words} onChange={(e) => set({ words: e.target.value })} />}
      </Field>
      {act.error ? <ErrorBox error={act.error} /> : null}
      <div className="buttons">
        <Button type="primary" loading={act.busy} onClick={() => void give()}>
          给予豁免
        </Button>
      </div>
    </Dialog>
  );
}
