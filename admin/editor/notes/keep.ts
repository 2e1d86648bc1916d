/**
 * Keeps footnotes and their references together: numbers follow the order of the text; a reference that is taken away
 * takes its words with it, and words that are taken away take their reference. One step back brings both.
 */
import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { readDoc } from '../html/read.ts';
import { writeBlocks } from '../html/write.ts';

type Found = { readonly node: Node; readonly pos: number };

const listOf = (doc: Node): Node | undefined => (doc.lastChild?.type.name === 'footnotes' ? doc.lastChild : undefined);

const holdsReference = new WeakMap<Node, boolean>();
function mentions(node: Node): boolean {
  const known = holdsReference.get(node);
  if (known !== undefined) return known;
  let found = node.type.name === 'reference';
  node.forEach((child) => {
    found ||= mentions(child);
  });
  holdsReference.set(node, found);
  return found;
}

/** References in the order of the text; blocks without any are passed over. */
export function references(doc: Node): Found[] {
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'reference') found.push({ node, pos });
    return mentions(node);
  });
  return found;
}

const wordsByKey = (doc: Node): Map<string, Node> => {
  const words = new Map<string, Node>();
  listOf(doc)?.forEach((note) => {
    words.set(String(note.attrs.key), note);
  });
  return words;
};

/** undefined: all is in order. */
export function kept(before: Node, state: EditorState): Transaction | undefined {
  const { doc, tr } = state;
  if (!listOf(doc) && !mentions(doc)) return undefined;
  const had = wordsByKey(before);
  const has = wordsByKey(doc);
  const gone = (key: string) => had.has(key) && !has.has(key);
  const all = references(doc);
  const refs = all.filter(({ node }) => node.attrs.words !== '' || !gone(String(node.attrs.key)));
  const orphans = all.filter((found) => !refs.includes(found));
  const numbers = new Map<string, number>();
  for (const { node } of refs) {
    const key = String(node.attrs.key);
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  for (const { node, pos } of refs) {
    const n = numbers.get(String(node.attrs.key));
    if (node.attrs.n !== n || node.attrs.words) tr.setNodeMarkup(pos, null, { ...node.attrs, n, words: '' });
  }
  for (const { pos } of [...orphans].reverse()) tr.delete(pos, pos + 1);
  writeList(tr, state, refs, numbers, has);
  return tr.docChanged ? tr : undefined;
}

/** The list as the references ask for it. It is replaced only where it differs, so that the cursor stays in it. */
function writeList(
  tr: Transaction,
  { schema }: EditorState,
  refs: readonly Found[],
  numbers: ReadonlyMap<string, number>,
  has: ReadonlyMap<string, Node>,
): void {
  const { footnotes, footnote, paragraph } = schema.nodes;
  if (!footnotes || !footnote || !paragraph) return;
  const list = listOf(tr.doc);
  const wanted = [...numbers].map(([key, n]) => {
    const now = has.get(key);
    if (now) return now.attrs.n === n ? now : now.type.create({ key, n }, now.content);
    const words = refs.find(({ node }) => node.attrs.key === key)?.node.attrs.words as string;
    return footnote.create({ key, n }, words ? inside(words, schema) : paragraph.create());
  });
  const same = list && list.childCount === wanted.length && wanted.every((note, i) => note === list.child(i));
  if (same || (!list && wanted.length === 0)) return;
  const start = tr.doc.content.size - (list?.nodeSize ?? 0);
  if (wanted.length === 0) tr.delete(start, tr.doc.content.size);
  else if (!list) tr.insert(start, footnotes.create(null, wanted));
  else replaceChanged(tr, list, start + 1, wanted);
}

/** Steps only from the first to the last footnote that differs. */
function replaceChanged(tr: Transaction, list: Node, start: number, wanted: readonly Node[]): void {
  let front = 0;
  while (front < list.childCount && front < wanted.length && list.child(front) === wanted[front]) front++;
  let back = 0;
  const most = Math.min(list.childCount, wanted.length) - front;
  while (back < most && list.child(list.childCount - 1 - back) === wanted[wanted.length - 1 - back]) back++;
  let from = start;
  for (let i = 0; i < front; i++) from += list.child(i).nodeSize;
  let to = from;
  for (let i = front; i < list.childCount - back; i++) to += list.child(i).nodeSize;
  tr.replaceWith(from, to, Fragment.from(wanted.slice(front, wanted.length - back)));
}

function inside(html: string, schema: EditorState['schema']): Fragment {
  const doc = readDoc(schema, html);
  // What is read ends with a blank paragraph if it ends with anything else.
  const last = doc.lastChild;
  const blank = doc.childCount > 1 && last?.type.name === 'paragraph' && last.content.size === 0;
  return blank ? doc.content.cut(0, doc.content.size - 2) : doc.content;
}

let pasted = 0;
/** Each pasted reference is a new one, and brings its words: its own, or those of the text it was copied from. */
function renewed(slice: Slice, doc: Node): Slice {
  const words = wordsByKey(doc);
  slice.content.descendants((node) => {
    if (node.type.name === 'footnote') words.set(String(node.attrs.key), node);
  });
  return mapped(slice, (node) => {
    const own = words.get(String(node.attrs.key));
    pasted += 1;
    return { ...node.attrs, key: `p${pasted}`, words: node.attrs.words || (own ? writeBlocks(own) : '') };
  });
}

/** The same slice, its references changed, and without a list of footnotes. */
function mapped(slice: Slice, attrs: (reference: Node) => Record<string, unknown>): Slice {
  const walk = (fragment: Fragment): Fragment => {
    const out: Node[] = [];
    fragment.forEach((node) => {
      if (node.type.name === 'reference') out.push(node.type.create(attrs(node)));
      else if (node.type.name !== 'footnotes') out.push(mentions(node) ? node.copy(walk(node.content)) : node);
    });
    return Fragment.from(out);
  };
  const content = walk(slice.content);
  const depth = content.childCount === slice.content.childCount ? slice.openEnd : 0;
  return new Slice(content, slice.openStart, depth);
}

export const KeepNotes = Extension.create({
  name: 'keepNotes',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (trs, before, state) =>
        trs.some((tr) => tr.docChanged) ? kept(before.doc, state) : undefined,
      props: {
        transformPasted: (slice, view) => (holds(slice) ? renewed(slice, view.state.doc) : slice),
        // What is copied takes its footnotes along, also into another window.
        transformCopied: (slice, view) => {
          if (!holds(slice)) return slice;
          const words = wordsByKey(view.state.doc);
          return mapped(slice, (node) => {
            const own = words.get(String(node.attrs.key));
            return { ...node.attrs, words: own ? writeBlocks(own) : '' };
          });
        },
      },
    }),
  ],
});

const holds = (slice: Slice): boolean => {
  let found = false;
  slice.content.forEach((node) => {
    found ||= mentions(node) || node.type.name === 'footnotes';
  });
  return found;
};
