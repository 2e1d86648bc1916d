/** An act that is signed with words: why a text is forced, what was looked at, what was checked. */
import { Input } from 'antd';
import { useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import { Actions } from '../../parts/actions.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { NewSince } from '../../parts/new-since.tsx';

type Body = { id: string; version: number; words: string };
type Way = {
  readonly title: string;
  readonly says: string;
  readonly label: string;
  readonly missing: string;
  ask(body: Body & { key: string }, view: PlacementView): ReturnType<typeof api.content.confirm>;
};

export const sayings = {
  force: {
    title: '强制发布',
    says: '不等审批走完就发布现在这一稿，只在紧急时用。公众马上能看到；第三人看过核销以前，一直标着“强制发布，待核销”。',
    label: '为什么等不得',
    missing: '强制发布须写明原因',
    ask: (body, view) => api.content.force({ ...body, hash: view.shown.hash }),
  },
  clear_forced: {
    title: '核销强制发布',
    says: '您没有写过这一稿，也没有强制发布它。看过正文和当时的原因，写下意见；核销后不再标着。',
    label: '看过的意见',
    missing: '核销须写明看过的意见',
    ask: (body) => api.content.clearForced(body),
  },
  confirm: {
    title: '确认仍有效',
    says: '核对过，现在仍然有效。您的签名和意见留在记录里；发布日期和公开页都不变。',
    label: '核对了什么',
    missing: '请写明核对了什么',
    ask: (body) => api.content.confirm(body),
  },
} as const satisfies Record<string, Way>;
export type Saying = keyof typeof sayings;

type Props = { verb: Saying; view: PlacementView; onClose: () => void };

export function Say({ verb, view, onClose }: Props) {
  const act = useAct(view);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const way: Way = sayings[verb];
  const say = async () => {
    setTried(true);
    if (!words.trim()) return;
    const body = { id: view.id, version: view.version, words };
    if (await act.run(verb, body, (key) => way.ask({ ...body, key }, view))) onClose();
  };
  return (
    <Dialog title={way.title} onClose={onClose}>
      <p className="ask-title">{(view.public ?? view.shown).title}</p>
      <p className="dim">{way.says}</p>
      <Field
        label={way.label}
        hint="留在记录里，不公开"
        error={tried && !words.trim() ? way.missing : fieldErrors(act.error).words}
      >
        {(a) => <Input.TextArea {...a} rows={2} value={words} onChange={(e) => setWords(e.target.value)} />}
      </Field>
      {act.error ? <ErrorBox error={act.error}>{act.stale && <NewSince was={act.stale} now={view} />}</ErrorBox> : null}
      <Actions actions={view.actions} on={{ [verb]: () => void say() }} grave={['force']} busy={act.busy} />
    </Dialog>
  );
}
