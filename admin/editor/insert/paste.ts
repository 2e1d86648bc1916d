/** What comes from the clipboard or is dropped here: our own text as it was, anything else through the office cleaning. */
import { Extension } from '@tiptap/core';
import { Fragment, type Node, DOMParser as Reader, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { sumOf } from '../figures.ts';
import { inert } from '../html/inert.ts';
import { parsed } from '../html/read.ts';
import { cleanPlain, Refused } from '../paste/office.ts';
import { named } from '../uploads/judge.ts';
import type { Queue } from '../uploads/queue.ts';
import { type Arrived, arrive, type Into } from './arrive.ts';
import { filesIn, insertFiles, type Tell } from './files.ts';

export type Landing = { readonly queue: Queue; readonly tell: Tell };
const isOwn = (html: string): boolean => /<[^>]+data-pm-slice/.test(html.slice(0, 5000));

/** A picture copied in a browser comes as a file and as html that names an address elsewhere. */
function isBarePicture(html: string): boolean {
  const body = parsed(inert(html));
  return body.querySelectorAll('img').length === 1 && (body.textContent ?? '').trim() === '';
}

const filesOf = (from: DataTransfer | null): File[] => [...(from?.files ?? [])].map(named);

class Pasting {
  readonly #landing: Landing;
  /** The other form of what is being pasted: pictures of Word stand there. */
  #rtf = '';
  #arrived: Arrived | undefined;
  constructor(landing: Landing) {
    this.#landing = landing;
  }

  /** True: it was files, and nothing is left to paste. */
  begins(view: EditorView, event: ClipboardEvent): boolean {
    const clip = event.clipboardData;
    this.#rtf = clip?.getData('text/rtf') ?? '';
    this.#arrived = undefined;
    const files = filesOf(clip);
    const html = clip?.getData('text/html') ?? '';
    const words = clip?.getData('text/plain') ?? '';
    if (!view.editable || files.length === 0) return false;
    if (html === '' ? words.trim() !== '' : !isBarePicture(html)) return false;
    event.preventDefault();
    insertFiles(view, this.#landing.queue, files, this.#landing.tell);
    return true;
  }

  html(html: string, view: EditorView): string {
    if (isOwn(html)) return html;
    const { queue, tell } = this.#landing;
    const room = filesIn(view.state.doc);
    this.#arrived = arrive({ html, rtf: this.#rtf, room, queue, into: intoOf(view.state) });
    if (this.#arrived.says) tell(this.#arrived.says.title, this.#arrived.says.lines);
    return this.#arrived.html;
  }

  slice(slice: Slice, view: EditorView): Slice {
    const known = withoutStrangers(slice, this.#landing.queue);
    const into = intoOf(view.state);
    const fits = into === 'text' ? known : forCell(known, into);
    const { arrived, isWords } = { arrived: this.#arrived, isWords: isOneLine(fits) };
    this.#arrived = undefined;
    // Whole paragraphs stay whole: the first keeps its alignment also in an empty paragraph.
    return arrived && !isWords ? new Slice(fits.content, 0, 0) : fits;
  }

  drop(view: EditorView, event: DragEvent, moved: boolean): boolean {
    const files = filesOf(event.dataTransfer);
    if (moved || files.length === 0) return false;
    event.preventDefault();
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    insertFiles(view, this.#landing.queue, files, this.#landing.tell, { at });
    return true;
  }
}

const isOneLine = ({ content }: Slice): boolean =>
  content.childCount === 1 && content.firstChild?.type.name === 'paragraph';

/** Places of uploads that this page knows nothing about would wait for ever. */
function withoutStrangers(slice: Slice, queue: Queue): Slice {
  let strange = false;
  slice.content.forEach((node) => {
    strange ||= sumOf(node).uploads.some((id) => !queue.get(id));
  });
  if (!strange) return slice;
  const kept: Node[] = [];
  slice.content.forEach((node) => {
    if (!sumOf(node).uploads.some((id) => !queue.get(id))) kept.push(node);
  });
  return new Slice(Fragment.from(kept), 0, 0);
}

/** Where the cursor is, as far as it matters for what may stand there. */
function intoOf({ selection: { $from } }: EditorState): Into {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type;
    if (name === 'footnote') return 'note';
    if (name === 'tableCell' || name === 'tableHeader') return 'cell';
  }
  return 'text';
}

/** Into a cell: one table as cells, else its rows as lines and headings as paragraphs. */
function forCell(slice: Slice, into: Into): Slice {
  const { firstChild, childCount } = slice.content;
  if (into === 'cell' && childCount === 1 && firstChild?.type.name === 'tableBox' && firstChild.lastChild)
    return new Slice(Fragment.from(firstChild.lastChild), 0, 0);
  let flat = true;
  slice.content.descendants((node) => {
    if (['tableBox', 'heading'].includes(node.type.name)) flat = false;
    return flat;
  });
  if (flat) return slice;
  return new Slice(Fragment.from(flattened(slice.content)), 0, 0);
}

function flattened(content: Fragment): Node[] {
  const out: Node[] = [];
  content.forEach((node) => {
    const { paragraph } = node.type.schema.nodes;
    if (node.type.name === 'heading' && paragraph) out.push(paragraph.create(null, node.content));
    else if (node.type.name === 'tableBox') out.push(...(node.lastChild?.children.map(line) ?? []));
    else out.push(node.isTextblock || node.isLeaf ? node : node.copy(Fragment.from(flattened(node.content))));
  });
  return out;
}

function line(row: Node): Node {
  const cells: string[] = [];
  row.forEach((cell) => {
    cells.push(cell.textContent);
  });
  const { schema } = row.type;
  const text = cells.filter(Boolean).join('\u3000');
  return schema.nodes.paragraph?.create(null, text ? schema.text(text) : null) ?? row;
}

/** Lines are paragraphs; the blanks that indent them are the page's style. */
function fromPlain(text: string, view: EditorView, tell: Tell): Slice {
  try {
    const body = parsed(cleanPlain(text).html);
    return Reader.fromSchema(view.state.schema).parseSlice(body, { preserveWhitespace: true });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell('没有粘贴', [error.message]);
    return Slice.empty;
  }
}

export const pasting = (landing: Landing) =>
  Extension.create({
    name: 'pasting',
    // Before the table's own pasting, which looks at the slice that comes out of here.
    priority: 200,
    addProseMirrorPlugins() {
      const work = new Pasting(landing);
      return [
        new Plugin({
          props: {
            handleDOMEvents: { paste: (view, event) => work.begins(view, event) },
            transformPastedHTML: (html, view) => work.html(html, view),
            transformPasted: (slice, view) => work.slice(slice, view),
            clipboardTextParser: (text, _$at, _plain, view) => fromPlain(text, view, landing.tell),
            handleDrop: (view, event, _slice, moved) => work.drop(view, event, moved),
          },
        }),
      ];
    },
  });
