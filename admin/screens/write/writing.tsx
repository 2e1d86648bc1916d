/** The writing page: what is written at the left, where it goes and who will see it at the right. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FileView } from '../../../server/contract/files.ts';
import type { PersonView, PlacementView } from '../../../server/contract/views.ts';
import { fieldErrors } from '../../act.ts';
import type { api } from '../../api.ts';
import { useCtrl } from '../../parts/keys.ts';
import { Page } from '../../parts/page.tsx';
import { Returned } from '../../parts/returned.tsx';
import { SaveState } from '../../parts/save-state.tsx';
import { placementIs } from '../../queries.ts';
import { useEditorUpload, useUploads } from '../../upload/use-uploads.ts';
import { Beside } from './beside.tsx';
import { useDraft } from './draft.ts';
import { BesideInside, insideOf } from './inside.tsx';
import { useKnownFiles } from './known-files.ts';
import { LeaveWhileSending } from './leave.tsx';
import { Manuscript } from './manuscript.tsx';
import { fromRevision, type Opened, overtaken } from './opened.ts';
import { Original } from './original.tsx';
import { Others } from './others.tsx';
import { Restored } from './restored.tsx';
import { Parted, Stale } from './stale.tsx';
import { Suggested } from './suggested.tsx';
import { TextFields } from './text-fields.tsx';
import { forgetScratch, useHandIn } from './use-hand-in.ts';
import { useOthers } from './use-others.ts';
import { type Imported, useWordImport } from './word-import.ts';
import { WordNotices } from './word-parts.tsx';
import { WrittenAfter } from './written-after.tsx';

export type Where = Awaited<ReturnType<typeof api.content.compose>>;
export type WritingProps = {
  id: string;
  me: PersonView;
  where: Where;
  view: PlacementView | undefined;
  opened: Opened;
};

/** Where an empty title comes from a Word file, and its text in place of what is there or after it. */
function imported(draft: Opened['draft'], { word, original }: Imported, how: 'replace' | 'append'): Opened['draft'] {
  const { body } = draft;
  const html = how === 'append' ? body.html + word.html : word.html;
  const title = body.title.trim() ? body.title : word.title.slice(0, 200);
  return { ...draft, body: { ...body, html, title, original: original?.id ?? body.original } };
}

const filesOf = (view: PlacementView | undefined): FileView[] =>
  view
    ? [
        ...view.shown.files,
        ...(view.shown.original ? [view.shown.original] : []),
        ...(view.ended?.suggestion?.files ?? []),
      ]
    : [];

function useWriting({ id, me, view, opened }: WritingProps) {
  const drafting = useDraft(me.id, id, opened);
  const { draft, change, now, replace, saver, editor } = drafting;
  const sending = useUploads(id);
  const known = useKnownFiles(filesOf(view), editor.figures?.files ?? [], () => now().body.html);
  const upload = useEditorUpload(sending.uploads, known.add);
  const word = useWordImport(sending.uploads, {
    isEmpty: () => now().body.html.trim() === '',
    put: (what, how) => {
      if (what.original) known.add(what.original);
      replace(imported(now(), what, how));
    },
  });
  const { act, send } = useHandIn(id, view, drafting);
  const { others, changed } = useOthers(id, view, saver, act.busy !== undefined);
  const dropOriginal = () => change({ ...draft, body: { ...draft.body, original: null } });
  return { drafting, sending, known, upload, word, act, send, others, changed, dropOriginal };
}
type Writings = ReturnType<typeof useWriting>;

/** What the writer is told before going on: where the text comes from, who else has it, what changed under it. */
function Told({ id, view, opened, drafting, act, others, changed }: WritingProps & Writings) {
  const navigate = useNavigate();
  const { saver, saving, theirs, replace, now } = drafting;
  const drop = async () => {
    await saver.stop();
    saver.done();
    saver.start();
    forgetScratch(id);
    if (view) replace(fromRevision(view));
    else await navigate({ to: '/mine' });
  };
  // A draft that lay here while somebody saved another text: as much a change under the writer as one that comes later.
  const [behind, setBehind] = useState(() => ({ was: overtaken(opened, view), version: view?.version }));
  const was = act.stale ?? (view?.version === behind.version ? behind.was : undefined);
  const stale = changed ?? (was && view ? { was, now: view } : undefined);
  /** Only now does what is saved go on from the other's version. */
  const settle = () => {
    if (changed) placementIs(changed.now);
    if (theirs) saver.chosen(now(), theirs);
    setBehind({ was: undefined, version: undefined });
    act.forget();
  };
  const take = (text: Partial<Opened['draft']['body']>) => {
    const draft = now();
    replace({ ...draft, body: { ...draft.body, ...text } });
  };
  return (
    <>
      <Others others={others} />
      {view?.ended?.suggestion ? (
        <Suggested view={view} ended={view.ended} suggestion={view.ended.suggestion} onTake={take} />
      ) : (
        <Returned ended={view?.ended} />
      )}
      <Restored
        opened={opened}
        saved={saving.kind === 'saved' || saving.kind === 'revision'}
        id={id}
        view={view}
        onDrop={drop}
      />
      {theirs && !stale && (
        <Parted
          theirs={theirs}
          onMine={() => saver.chosen(now(), theirs)}
          onTheirs={() => {
            saver.chosen(theirs.draft, theirs);
            replace(theirs.draft);
          }}
        />
      )}
      {stale && (
        <Stale
          {...stale}
          isRefused={act.stale !== undefined}
          onMine={settle}
          onTheirs={() => {
            replace(fromRevision(stale.now));
            settle();
          }}
        />
      )}
    </>
  );
}

export function Writing(props: WritingProps) {
  const { id, view } = props;
  // How the page was opened stays so, whatever is kept or saved from now on.
  const [opened] = useState(props.opened);
  const all = useWriting({ ...props, opened });
  const { drafting, sending, known, act, send } = all;
  const { draft, change, now, saver } = drafting;
  const errors = fieldErrors(act.error);
  const inside = insideOf(view);
  const own = inside && view ? view.shown : { source: props.where.unitName, author: props.me.name };
  const saveNow = () => {
    now();
    void saver.now();
  };
  useCtrl('s', saveNow);
  return (
    <Page
      title={inside?.title ?? (view ? '修改稿件' : '写稿件')}
      back={inside ? { to: '/', name: '今天的职责' } : { to: '/mine', name: '我的稿件' }}
      tags={view && <span className="tag">{view.stateName}</span>}
      side={<SaveState saving={drafting.saving} />}
    >
      <Told {...props} {...all} opened={opened} />
      <WrittenAfter opened={opened} title={draft.body.title} />
      <div className="write">
        <div>
          <TextFields id={id} draft={draft} change={change} errors={errors} onLeave={saveNow} own={own}>
            <WordNotices word={all.word} />
            <Original id={draft.body.original} known={known.of(draft.body.original ?? '')} onDrop={all.dropOriginal} />
            <Manuscript
              drafting={drafting}
              upload={all.upload}
              word={all.word}
              error={errors['body.html']}
              onLeave={saveNow}
            />
          </TextFields>
        </div>
        {inside && view ? (
          <BesideInside {...{ inside, view, drafting, sending, known, act, send }} me={props.me.id} />
        ) : (
          <Beside {...props} drafting={drafting} sending={sending} known={known} act={act} send={send} id={id} />
        )}
      </div>
      <LeaveWhileSending jobs={sending.jobs} />
    </Page>
  );
}
