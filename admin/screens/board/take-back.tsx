/** Takes an exemption back: from now on the duty is owed again. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { fieldErrors } from '../../act.ts';
import { api } from '../../api.ts';
import { useOneAct } from '../../one-act.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { linesChanged } from '../../queries.ts';

/** `title`: of which duty over what. */
type Props = { id: string; title: string; onClose: () => void };

export function TakeBack({ id, title, onClose }: Props) {
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const act = useOneAct();
  const takeBack = async () => {
    setTried(true);
    if (!words.trim()) return;
    if (!(await act.run((key) => api.exemptions.takeBack({ id, words, key })))) return;
    linesChanged();
    onClose();
  };
  return (
    <Dialog title="收回豁免" onClose={onClose}>
      <p>
        <b>{title}</b>
      </p>
      <p className="dim said">从现在起照常核对。已经到期的期限仍算豁免。</p>
      <Field
        label="原因"
        hint="记录在案"
        error={tried && !words.trim() ? '收回须写明原因' : fieldErrors(act.error).words}
      >
        {(a) => <Input.TextArea {...a} rows={2} value={words} onChange={(e) => setWords(e.target.value)} />}
      </Field>
      {act.error ? <ErrorBox error={act.error} /> : null}
      <div className="buttons">
        <Button type="primary" loading={act.busy} onClick={() => void takeBack()}>
          收回豁免
        </Button>
      </div>
    </Dialog>
  );
}
