/** Beside the text: where it goes, what it is, its files, which chain it takes, and the two ways out. */
import { useNavigate } from '@tanstack/react-router';
import { type Acting, fieldErrors } from '../../act.ts';
import { Box } from '../../parts/box.tsx';
import type { useUploads } from '../../upload/use-uploads.ts';
import { ChainPanel, useChains } from './chain-panel.tsx';
import { hindrances } from './checks.ts';
import type { Drafting } from './draft.ts';
import { Expires } from './expires.tsx';
import { FacetFields } from './facet-fields.tsx';
import { FilesPanel } from './files-panel.tsx';
import { HandIn } from './hand-in.tsx';
import type { KnownFiles } from './known-files.ts';
import type { useHandIn } from './use-hand-in.ts';
import { WhereFields } from './where-fields.tsx';
import type { WritingProps } from './writing.tsx';

type Props = Omit<WritingProps, 'opened'> & {
  drafting: Drafting;
  sending: ReturnType<typeof useUploads>;
  known: KnownFiles;
  act: Acting;
  send: ReturnType<typeof useHandIn>['send'];
};

export function Beside({ id, me, where, view, drafting, sending, known, act, send }: Props) {
  const { draft, change, editor } = drafting;
  const chains = useChains(draft);
  const reprintLaw = chains.data?.previews.find((p) => p.reprintLaw)?.reprintLaw;
  const expiryLaw = chains.data?.previews.find((p) => p.expiryLaw)?.expiryLaw;
  const disclosureLaw = chains.data?.previews.find((p) => p.disclosureLaw)?.disclosureLaw;
  const navigate = useNavigate();
  const chosen = draft.columnIds.length > 0;
  const submit = async () => {
    if (await send('submit')) await navigate({ to: '/articles/$id', params: { id }, ignoreBlocker: true });
  };
  return (
    <div className="beside">
      <Box title="登在哪里">
        <WhereFields draft={draft} change={change} where={where} errors={fieldErrors(act.error)} view={view} />
      </Box>
      <Box title="这是什么信息">
        <FacetFields draft={draft} change={change} disclosureLaw={disclosureLaw} />
        <Expires draft={draft} change={change} law={expiryLaw} error={fieldErrors(act.error)['body.expires']} />
      </Box>
      <FilesPanel ids={editor.figures?.files ?? []} known={known} {...sending} />
      <Box title="这篇会走的审批链">
        <ChainPanel chains={chains} chosen={chosen} me={me.id} />
      </Box>
      <HandIn
        chains={chains}
        view={view}
        chosen={chosen}
        hindrances={editor.figures && hindrances(draft, editor.figures, { reprintLaw, expiryLaw })}
        busy={act.busy}
        error={act.stale ? undefined : act.error}
        saving={drafting.saving}
        onText={editor.focus}
        onSubmit={() => void submit()}
        onSave={() => void send('save')}
      />
    </div>
  );
}
