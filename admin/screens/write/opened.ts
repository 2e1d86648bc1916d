/** What the writing page opens with. */
import type { PlacementView } from '../../../server/contract/views.ts';
import type { Draft, Kept } from '../../local.ts';
import type { Saving } from '../../parts/save-state.tsx';
import type { Theirs } from './autosave.ts';

export type Opened = {
  draft: Draft;
  /** From where: what this machine kept, what was saved on the way, the last revision, or nothing yet. */
  from: 'here' | 'scratch' | 'revision' | 'copy' | 'blank';
  /** The title of the article that it is written after: the same one isn't meant to go out again. */
  after?: string;
  /** Why the article that it was to be written after isn't here. */
  lost?: unknown;
  /** When this machine kept it (ms), or the server (an instant). */
  at?: number | string;
  /** Which saving of the server it goes on from. */
  base?: string;
  /** What this machine kept and what the server has have parted: nothing is saved until the writer has chosen. */
  theirs?: Theirs;
};
export type Scratch = { body: Draft['body'] | null; columnIds: string[]; savedAt?: string | undefined };

export const fromRevision = (view: PlacementView): Draft => {
  const { kind, title, source, author, reprint, link, html, original, expires } = view.shown;
  // In review a reviewer may have found it weightier than its writer stated.
  const facets = view.run?.facets ?? view.shown.facets;
  const body = { kind, title, source, author, reprint, link, html, original: original?.id ?? null, expires, facets };
  return { body, columnIds: [view.column.id] };
};

/** `columnIds`: where it is to stand, when a duty led here. */
export const blank = (source: string, author: string, columnIds: string[] = []): Draft => ({
  body: {
    kind: 'news',
    title: '',
    source,
    author,
    reprint: false,
    link: '',
    html: '',
    original: null,
    facets: { reach: 'section', weight: 'general', sensitive: 'no', disclosure: 'open' },
  },
  columnIds,
});

/** 照此写一篇: the text of another article. Its own writers stay its writers; of a reprint they are named again. */
export function copied(from: Draft['body'], columnIds: readonly string[], { body: own }: Draft): Opened {
  const { source, author } = from.reprint ? from : own;
  return { draft: { body: { ...from, source, author }, columnIds: [...columnIds] }, from: 'copy', after: from.title };
}

/** `fresh`: what a new text begins with. */
export function open(
  kept: Kept | undefined,
  scratch: Scratch | undefined,
  view: PlacementView | undefined,
  fresh: Opened,
): Opened {
  const there = scratch?.body ? { draft: { body: scratch.body, columnIds: scratch.columnIds } } : undefined;
  const savedAt = there && scratch?.savedAt;
  const base = savedAt ? { base: savedAt } : {};
  if (kept) {
    const opened = { draft: kept.draft, from: 'here', at: kept.at } as const;
    const parted = there && savedAt && savedAt !== kept.base && there.draft.body.html !== kept.draft.body.html;
    return parted ? { ...opened, theirs: { ...there, savedAt } } : { ...opened, ...base };
  }
  if (there) return { ...there, from: 'scratch', ...base, ...(savedAt && { at: savedAt }) };
  return view ? { draft: fromRevision(view), from: 'revision' } : fresh;
}

export function firstSaving({ from, at, theirs }: Opened): Saving {
  if (from === 'here') return { kind: theirs ? 'elsewhere' : 'unsaved', here: { at: Number(at) } };
  return from === 'scratch' && at ? { kind: 'saved', at: String(at) } : { kind: 'untouched' };
}

/** The text before what was saved after this draft: as it was when the draft was begun, as far as is known. */
export function overtaken({ from, at }: Opened, view: PlacementView | undefined): PlacementView | undefined {
  if (!view?.previous || at === undefined || (from !== 'here' && from !== 'scratch')) return undefined;
  const isOlder = new Date(at).getTime() < Date.parse(view.shown.madeAt);
  return isOlder ? { ...view, shown: view.previous } : undefined;
}
