/** 一键排版 over a whole text: what it would change, in numbers first, then in one step that can be undone. */
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { lineOf } from '../find/hits.ts';
import { type Edit, editsOf } from './line.ts';

export type Kind = 'blanks' | 'ends' | 'doubled' | 'punctuation' | 'headings' | 'hollow';
type Change = { readonly kind: Kind; readonly pos: number; readonly node: Node };
type Promote = Change & { readonly kind: 'headings'; readonly level: 2 | 3; readonly words: string };
type Lines = { readonly pos: number; readonly node: Node; readonly edits: readonly Edit[] };

export type Survey = {
  /** How many places of each kind would change. */
  readonly counts: Readonly<Record<Kind, number>>;
  /** Lines that would become headings, in the order of the text. */
  readonly promoted: readonly { readonly words: string; readonly level: 2 | 3 }[];
};
type Plan = {
  readonly removed: readonly Change[];
  readonly promoted: readonly Promote[];
  readonly lines: readonly Lines[];
};

export const names: Readonly<Record<Kind, string>> = {
  blanks: '去掉空段',
  ends: '去掉段首段尾的空格',
  doubled: '并成一个的连续空格',
  punctuation: '改成全角的标点',
  headings: '“一、”“（一）”开头的加粗段改成小标题',
  hollow: '去掉没有字的小标题',
};
const units: Readonly<Record<Kind, string>> = {
  blanks: '个',
  ends: '处',
  doubled: '处',
  punctuation: '处',
  headings: '个',
  hollow: '个',
};

const headingMax = 60;
const first = /^[一二三四五六七八九十百]{1,6}、/;
const second = /^[（(][一二三四五六七八九十百]{1,6}[）)]/;

function levelOf(node: Node, words: string): 2 | 3 | undefined {
  let allBold = node.childCount > 0;
  node.forEach((child) => {
    const bold = child.isText && (child.text?.trim() === '' || child.marks.some((m) => m.type.name === 'bold'));
    if (!bold) allBold = false;
  });
  if (!allBold || words.length > headingMax || /[。；，,;.]$/.test(words)) return undefined;
  return first.test(words) ? 2 : second.test(words) ? 3 : undefined;
}

/** Nothing to read in it: no word, no reference to a footnote. */
const isBlank = (node: Node): boolean => /^[\s\u00a0\u3000]*$/.test(lineOf(node));

/** A holder needs what it needs: the last paragraph of the text, the first of an item, the only one of a cell. */
function mayGo(parent: Node, index: number, node: Node): boolean {
  if (parent.childCount === 1) return false;
  if (parent.type.name === 'listItem' && index === 0) return false;
  const isEnd = index === parent.childCount - 1 || parent.maybeChild(index + 1)?.type.name === 'footnotes';
  return !(parent.type.name === 'doc' && isEnd && node.type.name === 'paragraph');
}

function planOf(doc: Node): Plan {
  const removed: Change[] = [];
  const promoted: Promote[] = [];
  const lines: Lines[] = [];
  doc.descendants((node, pos, parent, index) => {
    if (!node.isTextblock || !parent) return true;
    const name = node.type.name;
    if ((name === 'paragraph' || name === 'heading') && isBlank(node)) {
      if (mayGo(parent, index, node)) removed.push({ kind: name === 'heading' ? 'hollow' : 'blanks', pos, node });
      return false;
    }
    const line = lineOf(node);
    const edits = editsOf(line);
    if (edits.length > 0) lines.push({ pos, node, edits });
    const words = line.trim();
    const level = name === 'paragraph' && parent === doc ? levelOf(node, words) : undefined;
    if (level) promoted.push({ kind: 'headings', pos, node, level, words });
    return false;
  });
  return { removed, promoted, lines };
}

export function survey(doc: Node): Survey {
  const { removed, promoted, lines } = planOf(doc);
  const counts = { blanks: 0, ends: 0, doubled: 0, punctuation: 0, hollow: 0, headings: promoted.length };
  for (const { kind } of removed) counts[kind] += 1;
  for (const { edits } of lines) for (const { fix } of edits) counts[fix] += 1;
  return { counts, promoted: promoted.map(({ words, level }) => ({ words, level })) };
}

/** The step, and what it did in words; undefined when there is nothing to do. */
export function neaten(state: EditorState, wanted: ReadonlySet<Kind>): { tr: Transaction; says: string } | undefined {
  const { removed, promoted, lines } = planOf(state.doc);
  const counts: Partial<Record<Kind, number>> = {};
  const did = (kind: Kind) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  const work = [
    ...removed.map((r) => ({
      pos: r.pos,
      does: (tr: Transaction) => void tr.delete(r.pos, r.pos + r.node.nodeSize),
      kind: r.kind,
    })),
    ...promoted.map((p) => ({ pos: p.pos, does: (tr: Transaction) => promote(tr, p), kind: p.kind })),
    ...lines.flatMap(({ pos, edits }) =>
      edits.map((edit) => ({
        pos: pos + 1 + edit.from,
        does: (tr: Transaction) => apply(tr, pos, edit),
        kind: edit.fix,
      })),
    ),
  ];
  const { tr } = state;
  // From the end to the beginning, so that every place is still where it was found.
  for (const { does, kind } of work.sort((a, b) => b.pos - a.pos)) {
    if (!wanted.has(kind)) continue;
    does(tr);
    did(kind);
  }
  return tr.docChanged ? { tr, says: words(counts) } : undefined;
}

function promote(tr: Transaction, { pos, node, level }: Promote): void {
  const { heading } = tr.doc.type.schema.nodes;
  const now = tr.doc.nodeAt(pos) ?? node;
  if (!heading) return;
  tr.removeMark(pos + 1, pos + 1 + now.content.size, tr.doc.type.schema.marks.bold);
  tr.setNodeMarkup(pos, heading, { level, align: null });
}

function apply(tr: Transaction, pos: number, { from, to, text }: Edit): void {
  const start = pos + 1 + from;
  const end = pos + 1 + to;
  if (text === '') tr.delete(start, end);
  else tr.replaceWith(start, end, tr.doc.type.schema.text(text, tr.doc.nodeAt(start)?.marks));
}

function words(counts: Partial<Record<Kind, number>>): string {
  const said = (Object.keys(names) as Kind[]).filter((kind) => counts[kind]);
  return `${said.map((kind) => `${names[kind]} ${counts[kind]} ${units[kind]}`).join('，')}。按 Ctrl+Z 可以整个退回。`;
}
export const unitOf = (kind: Kind): string => units[kind];
