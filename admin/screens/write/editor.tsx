/** The writing page: what is written at the left, where it goes and who will see it at the right. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PersonView, PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors, useAct } from '../../act.ts';
import { api } from '../../api.ts';
import type { Draft } from '../../local.ts';
import { Box } from '../../parts/box.tsx';
import { ErrorBox } from '../../parts/error-box.tsx';
import { useCtrl } from '../../parts/keys.ts';
import { Page } from '../../parts/page.tsx';
import { Returned } from '../../parts/returned.tsx';
import { SaveState, type Saving } from '../../parts/save-state.tsx';
import { placementIfAny, queries } from '../../queries.ts';
import { useAutosave } from './autosave.ts';
import { ChainPanel, useChains } from './chain-panel.tsx';
import { FacetFields } from './facet-fields.tsx';
import { HandIn } from './hand-in.tsx';
import { fromRevision, type Opened } from './opened.ts';
import { Restored } from './restored.tsx';
import { Stale } from './stale.tsx';
import { TextFields } from './text-fields.tsx';
import { WhereFields } from './where-fields.tsx';

export type Where = Awaited<ReturnType<typeof api.content.compose>>;
type Props = { id: string; me: PersonView; where: Where; view: PlacementView | undefined; opened: Opened };

const firstSaving = (o: Opened): Saving =>
  o.from === 'here' ? { kind: 'unsaved' } : o.savedAt ? { kind: 'saved', at: o.savedAt } : { kind: 'untouched' };

function useDraft(id: string, me: PersonView, opened: Opened) {
  const [draft, setDraft] = useState(opened.draft);
  const { saver, saving } = useAutosave(me.id, id, firstSaving(opened));
  const opening = useRef(opened);
  useEffect(() => {
    // What only this machine had goes to the server as soon as the page is open again.
    if (opening.current.from === 'here') saver.changed(opening.current.draft);
  }, [saver]);
  const change = (next: Draft) => {
    setDraft(next);
    saver.changed(next);
  };
  return { draft, change, saver, saving };
}

/** The server has cleared it. It isn't asked for again while the page is open: what stands here is the newer text. */
const forgetScratch = (id: string) => queries.setQueryData(['scratch', id], { id, body: null, columnIds: [] });

/** The first field to be mended is where the writer goes on. */
function useFocusOnFault(error: unknown) {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
  }, [error]);
}

/** Hands the text in, as a revision or into its chain; what comes back is the placement as it is now. */
function useHandIn({ id, view }: Props, draft: Draft, saver: ReturnType<typeof useDraft>['saver']) {
  const act = useAct(view);
  const latest = useRef(draft);
  latest.current = draft;
  useFocusOnFault(act.error);
  const send = async (verb: 'save' | 'submit') => {
    await saver.stop();
    const [columnId = '', ...also] = draft.columnIds;
    const body = { id, version: view?.version ?? 0, columnId, body: draft.body };
    const done = await act.run(verb, [body, also], (key) =>
      verb === 'save' ? api.content.save({ ...body, key }) : api.content.submit({ ...body, also, key }),
    );
    saver.start();
    if (done) {
      const now = queries.getQueryData(placementIfAny(id).queryKey);
      saver.done(now ? { kind: 'revision', number: now.shown.number } : undefined);
      forgetScratch(id);
    }
    // What wasn't taken, or was typed meanwhile, is kept as before.
    if (!done || latest.current !== draft) saver.changed(latest.current);
    return done;
  };
  return { act, send };
}

export function Editor(props: Props) {
  const { id, me, where, view } = props;
  // How the page was opened stays so, whatever is kept or saved from now on.
  const [opened] = useState(props.opened);
  const { draft, change, saver, saving } = useDraft(id, me, opened);
  const { act, send } = useHandIn(props, draft, saver);
  const chains = useChains(draft);
  const navigate = useNavigate();
  const errors = fieldErrors(act.error);
  const submit = async () => {
    if (await send('submit')) await navigate({ to: '/articles/$id', params: { id } });
  };
  useCtrl('s', () => void saver.now());
  return (
    <Page
      title={view ? '修改稿件' : '写稿件'}
      back={{ to: '/mine', name: '我的稿件' }}
      tags={view && <span className="tag">{view.stateName}</span>}
      side={<SaveState saving={saving} />}
    >
      <Returned ended={view?.ended} />
      <Restored
        opened={opened}
        id={id}
        view={view}
        onDrop={async () => {
          await saver.stop();
          saver.done();
          saver.start();
          forgetScratch(id);
          if (view) change(fromRevision(view));
          else await navigate({ to: '/mine' });
        }}
      />
      {act.stale && view && (
        <Stale was={act.stale} now={view} onTheirs={() => change(fromRevision(view))} onClose={act.forget} />
      )}
      <div className="write">
        <div>
          <TextFields draft={draft} change={change} errors={errors} onLeave={() => void saver.now()} />
        </div>
        <div className="beside">
          <Box title="登在哪里">
            <WhereFields draft={draft} change={change} where={where} errors={errors} view={view} />
          </Box>
          <Box title="这是什么信息">
            <FacetFields draft={draft} change={change} />
          </Box>
          <Box title="这篇会走的审批链">
            <ChainPanel chains={chains} chosen={draft.columnIds.length > 0} me={me.id} />
          </Box>
          {act.error && !act.stale ? <ErrorBox error={act.error} /> : null}
          <HandIn
            chains={chains}
            view={view}
            chosen={draft.columnIds.length > 0}
            busy={act.busy}
            onSubmit={() => void submit()}
            onSave={() => void send('save')}
          />
        </div>
      </div>
    </Page>
  );
}
