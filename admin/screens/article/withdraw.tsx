/** Takes a text from the public: of which kind, why, and whether everywhere or only in this column. */
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { type PlacementView, withdrawalTypes } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Choices } from '../../parts/choices.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { NewSince } from '../../parts/new-since.tsx';
import { withdrawalNames } from '../../words.ts';

type Type = (typeof withdrawalTypes)[number];
type Asked = { type: Type | undefined; words: string; everywhere: boolean };
type Props = { view: PlacementView; onClose: () => void };

function Reach({
  view,
  everywhere,
  onChange,
}: {
  view: PlacementView;
  everywhere: boolean;
  onChange: (e: boolean) => void;
}) {
  const id = useId();
  if (view.siblings.length === 0) return null;
  return (
    <fieldset className="one">
      <legend id={id}>撤多少</legend>
      <Radio.Group
        aria-labelledby={id}
        value={everywhere}
        onChange={(e) => onChange(e.target.value as boolean)}
        options={[
          { value: true, label: `所有栏目都撤（${view.siblings.length + 1} 处）` },
          { value: false, label: `只撤《${view.column.name}》这一处` },
        ]}
      />
    </fieldset>
  );
}

export function Withdraw({ view, onClose }: Props) {
  const act = useAct(view);
  const [asked, setAsked] = useState<Asked>({ type: undefined, words: '', everywhere: true });
  const [tried, setTried] = useState(false);
  const { type, words, everywhere } = asked;
  const withdraw = async () => {
    setTried(true);
    if (!type || !words.trim()) return;
    const body = { id: view.id, version: view.version, type, words, everywhere };
    if (await act.run('withdraw', body, (key) => api.content.withdraw({ ...body, key }))) onClose();
  };
  const missing = tried && !words.trim() ? '撤下须写明原因' : fieldErrors(act.error).words;
  return (
    <Dialog title="撤下" onClose={onClose}>
      <p className="ask-title">{view.public?.title ?? view.shown.title}</p>
      <p className="dim">公众马上就看不到正文，原地址会说明已撤下和类型。再上网要重新走完审批链。</p>
      <Choices
        legend="为什么撤下"
        of={withdrawalTypes}
        words={withdrawalNames}
        value={type}
        error={tried && !type ? '请选一种' : ''}
        onChange={(t) => setAsked({ ...asked, type: t })}
      />
      <Field label="原因" hint="留在记录里，不公开" error={missing}>
        {(a) => (
          <Input.TextArea
            {...a}
            rows={2}
            value={words}
            onChange={(e) => setAsked({ ...asked, words: e.target.value })}
          />
        )}
      </Field>
      <Reach view={view} everywhere={everywhere} onChange={(e) => setAsked({ ...asked, everywhere: e })} />
      {act.error ? <ErrorBox error={act.error}>{act.stale && <NewSince was={act.stale} now={view} />}</ErrorBox> : null}
      <Actions actions={view.actions} on={{ withdraw: () => void withdraw() }} grave={['withdraw']} busy={act.busy} />
    </Dialog>
  );
}
