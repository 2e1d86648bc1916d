/** Finding and replacing in the text: what is looked for, where it stands now, which hit is meant. */
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Hit, hitsOf, type Wish } from './hits.ts';

export type Search = {
  /** undefined: nothing is looked for. */
  readonly wish: Wish | undefined;
  readonly hits: readonly Hit[];
  /** Index of the hit that is meant; -1 when there is none. */
  readonly at: number;
};
type Kept = Search & { readonly marks: DecorationSet };

const none: Kept = { wish: undefined, hits: [], at: -1, marks: DecorationSet.empty };
const key = new PluginKey<Kept>('find');
/** More coloured places than these help nobody, and slow the browser; they are counted all the same. */
const colouredMax = 2_000;

export const searchOf = (state: EditorState): Search => key.getState(state) ?? none;

function made(doc: EditorState['doc'], wish: Wish, near: (hits: readonly Hit[]) => number): Kept {
  const hits = hitsOf(doc, wish);
  const at = hits.length === 0 ? -1 : Math.max(0, Math.min(near(hits), hits.length - 1));
  const first = Math.max(0, at - colouredMax / 2);
  const marks = hits
    .slice(first, first + colouredMax)
    .map((hit, i) => Decoration.inline(hit.from, hit.to, { class: first + i === at ? 'hit at' : 'hit' }));
  return { wish, hits, at, marks: DecorationSet.create(doc, marks) };
}

/** The first hit at or after a position, else the first of all. */
const from = (pos: number) => (hits: readonly Hit[]) =>
  Math.max(
    0,
    hits.findIndex((hit) => hit.from >= pos),
  );

type Ask = { readonly wish: Wish | undefined } | { readonly at: number };

function next(tr: Transaction, kept: Kept, composing: boolean): Kept {
  const ask = tr.getMeta(key) as Ask | undefined;
  if (ask && 'wish' in ask) return ask.wish?.text ? made(tr.doc, ask.wish, from(tr.selection.from)) : none;
  if (!kept.wish) return kept;
  if (ask) return made(tr.doc, kept.wish, () => ask.at);
  if (!tr.docChanged) return kept;
  // New colours beside a word that is being composed would break it off: they only move along until it is done.
  if (composing) return { ...kept, marks: kept.marks.map(tr.mapping, tr.doc) };
  const before = kept.hits[kept.at]?.from ?? tr.selection.from;
  return made(tr.doc, kept.wish, from(tr.mapping.map(before)));
}

export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    const { editor } = this;
    const isComposing = () => !editor.isDestroyed && editor.view.composing;
    return [
      new Plugin<Kept>({
        key,
        state: { init: () => none, apply: (tr, kept) => next(tr, kept, isComposing()) },
        props: {
          decorations: (state) => key.getState(state)?.marks,
          handleDOMEvents: {
            compositionend: (view) => {
              setTimeout(() => again(view));
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** After a composition: hits where they are now. */
function again(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  const { wish, at } = searchOf(view.state);
  if (wish) view.dispatch(view.state.tr.setMeta(key, { at } satisfies Ask));
}

export function look(view: EditorView, wish: Wish | undefined): void {
  view.dispatch(view.state.tr.setMeta(key, { wish } satisfies Ask));
  reveal(view);
}

/** To the next or the one before, around the ends. */
export function step(view: EditorView, by: 1 | -1): void {
  const { hits, at } = searchOf(view.state);
  if (hits.length === 0) return;
  view.dispatch(view.state.tr.setMeta(key, { at: (at + by + hits.length) % hits.length } satisfies Ask));
  reveal(view);
}

/** Selects the hit, and shows it without taking the focus out of the find box. */
function reveal(view: EditorView): void {
  const { hits, at } = searchOf(view.state);
  const hit = hits[at];
  if (!hit) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hit.from, hit.to)));
  const { node } = view.domAtPos(hit.from + 1);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

function put(tr: Transaction, { from: start, to }: Hit, text: string): void {
  if (text === '') tr.delete(start, to);
  else tr.replaceWith(start, to, tr.doc.type.schema.text(text, tr.doc.nodeAt(start)?.marks));
}

/** Replaces the hit that is meant and goes to the next. */
export function replaceOne(view: EditorView, text: string): boolean {
  const { hits, at } = searchOf(view.state);
  const hit = hits[at];
  if (!hit) return false;
  const tr = closeHistory(view.state.tr);
  put(tr, hit, text);
  tr.setSelection(TextSelection.create(tr.doc, hit.from + text.length));
  view.dispatch(tr);
  const after = searchOf(view.state).hits.findIndex((h) => h.from >= hit.from + text.length);
  view.dispatch(view.state.tr.setMeta(key, { at: Math.max(0, after) } satisfies Ask));
  reveal(view);
  return true;
}

/** One step to undo; answers how many. */
export function replaceAll(view: EditorView, text: string): number {
  const { hits } = searchOf(view.state);
  if (hits.length === 0) return 0;
  const tr = closeHistory(view.state.tr);
  for (const hit of [...hits].reverse()) put(tr, hit, text);
  view.dispatch(tr);
  return hits.length;
}
