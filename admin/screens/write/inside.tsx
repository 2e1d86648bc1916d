/** Beside a text that is changed inside its run: by who compiles it (QX-8), or as a suggestion to its author (JY-13). */
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PlacementView } from '../../../server/contract/views.ts';
import { type Acting, fieldErrors } from '../../act.ts';
import { Box } from '../../parts/box.tsx';
import { Chain } from '../../parts/chain.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { Field } from '../../parts/field.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import type { useUploads } from '../../upload/use-uploads.ts';
import { kindNames } from '../../words.ts';
import { Raise } from '../review/raise.tsx';
import { hindrances } from './checks.ts';
import type { Drafting } from './draft.ts';
import { FilesPanel } from './files-panel.tsx';
import { Lacks } from './hand-in.tsx';
import type { KnownFiles } from './known-files.ts';
import type { useHandIn } from './use-hand-in.ts';

type Inside = {
  readonly verb: 'edit' | 'suggest';
  readonly title: string;
  readonly button: string;
  readonly says: string;
};
const ways: readonly Inside[] = [
  {
    verb: 'edit',
    title: '整理稿件',
    button: '存下整理稿',
    says: '存下后成为新的一稿，您也是经手人；看过再送下一步。写的时候自动保存。',
  },
  {
    verb: 'suggest',
    title: '建议的改法',
    button: '退给作者，附建议的改法',
    says: '这不是新的一稿：作者采纳后由他重新送审，您仍可以审。写的时候自动保存。',
  },
];

/** How this person may change the text inside its run, as the server lists it; undefined for its writers. */
export const insideOf = (view: PlacementView | undefined): Inside | undefined =>
  ways.find(({ verb }) => view?.actions.some((a) => a.verb === verb && a.allowed));

type Props = {
  inside: Inside;
  view: PlacementView;
  me: string;
  drafting: Drafting;
  sending: ReturnType<typeof useUploads>;
  known: KnownFiles;
  act: Acting;
  send: ReturnType<typeof useHandIn>['send'];
};

export function BesideInside({ inside, view, me, drafting, sending, known, act, send }: Props) {
  const { draft, editor } = drafting;
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const { verb } = inside;
  const start = view.run && { name: view.run.submittedBy.name, at: view.run.openedAt };
  const lacks = editor.figures && hindrances(draft, editor.figures);
  // A suggestion may still have gaps: its author sends the text.
  const ready = verb === 'suggest' ? lacks !== undefined : lacks?.length === 0;
  const go = async () => {
    const to = verb === 'edit' ? '/review/$id' : '/articles/$id';
    if (await send(verb, words)) await navigate({ to, params: { id: view.id }, ignoreBlocker: true });
  };
  return (
    <div className="beside">
      {verb === 'edit' && <Stated view={view} drafting={drafting} />}
      <FilesPanel ids={editor.figures?.files ?? []} known={known} {...sending} />
      {verb === 'suggest' && (
        <Box title="给作者的话">
          <Field label="意见" hint="可以不写" error={fieldErrors(act.error).words}>
            {(a) => <Input.TextArea {...a} rows={2} value={words} onChange={(e) => setWords(e.target.value)} />}
          </Field>
        </Box>
      )}
      {view.chain && (
        <Box title="审批链">
          <Chain chain={view.chain} me={me} upright {...(start && { start })} />
        </Box>
      )}
      <div className="hand-in">
        <SaveState saving={drafting.saving} again />
        {act.error && !act.stale ? <ErrorBox error={act.error} /> : null}
        {verb === 'edit' && <Lacks hindrances={lacks} onText={editor.focus} />}
        <div className="buttons">
          <Button
            type="primary"
            disabled={!ready && act.busy === undefined}
            loading={act.busy === verb}
            onClick={() => void go()}
          >
            {inside.button}
          </Button>
        </div>
        <p className="dim small">{inside.says}</p>
      </div>
    </div>
  );
}

/** What the text is, as it stands in review: the kind stays, the rest may only be raised. */
function Stated({ view, drafting }: Pick<Props, 'view' | 'drafting'>) {
  const { draft, change } = drafting;
  const { kind, facets } = draft.body;
  const stands = view.run?.facets ?? view.shown.facets;
  const raised = Object.fromEntries(
    Object.entries(facets).filter(([name, value]) => value !== stands[name as 'weight']),
  );
  return (
    <Box title="这是什么信息">
      <p>
        {view.site.name} · {view.column.name}，{kindNames[kind]}，{view.unit.name}报送
      </p>
      <Raise
        facets={stands}
        raised={raised}
        change={(next) => change({ ...draft, body: { ...draft.body, facets: { ...stands, ...next } } })}
      />
    </Box>
  );
}
