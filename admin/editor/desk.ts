/** Everything behind one editor on a page: the text, its uploads, its notices, and the way out. React only draws it. */
import { Editor, Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Find } from './find/find.ts';
import { readDoc, TooManyCells } from './html/read.ts';
import { writeDoc } from './html/write.ts';
import { leaveCaption, withLastParagraph } from './insert/blocks.ts';
import { filesIn } from './insert/files.ts';
import { pasting } from './insert/paste.ts';
import { nextCell } from './insert/table.ts';
import { KeepNotes } from './notes/keep.ts';
import { Notices } from './notices.ts';
import { Outlet } from './outlet.ts';
import type { ArticleEditorProps } from './props.ts';
import { profile } from './schema/all.ts';
import { sorted } from './uploads/judge.ts';
import { settle, whenCalm } from './uploads/places.ts';
import { type Purpose, Queue } from './uploads/queue.ts';
import { pieces } from './views/all.ts';

export type Choose = (purpose: Purpose, several: boolean) => Promise<readonly File[]>;
export type Wants = Pick<ArticleEditorProps, 'onChange' | 'upload' | 'label' | 'id' | 'describedBy' | 'invalid'>;

const tooMany =
  '这段文字里的表格太大，编辑器里改起来会卡住，所以没有放进来。请把大表格作为附件上传（XLSX），正文只放主要的行。';

function keyComes(view: EditorView, event: KeyboardEvent): boolean {
  if (event.isComposing || view.composing) return false;
  // Keys that follow fast on each other come before the browser tells of the selection that the one before made.
  if (event.ctrlKey || event.metaKey) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
  // ProseMirror keeps Esc for itself though it has no use for it: it belongs to the page around.
  return event.key === 'Escape';
}

const typing = Extension.create({
  name: 'typing',
  addProseMirrorPlugins: () => [
    history({ newGroupDelay: 500 }),
    dropCursor({ color: false, class: 'drop-cursor' }),
    gapCursor(),
    new Plugin({
      appendTransaction: (trs, _before, state) =>
        trs.some((tr) => tr.docChanged) ? withLastParagraph(state) : undefined,
      props: { handleDOMEvents: { keydown: keyComes } },
    }),
  ],
  addKeyboardShortcuts() {
    const { editor } = this;
    const back = () => undo(editor.state, editor.view.dispatch);
    const on = () => redo(editor.state, editor.view.dispatch);
    return {
      'Mod-z': back,
      'Mod-y': on,
      'Shift-Mod-z': on,
      Enter: () => leaveCaption(editor),
      Tab: () => nextCell(editor, 1),
      'Shift-Tab': () => nextCell(editor, -1),
    };
  },
});

export class Desk {
  readonly editor: Editor;
  readonly notices = new Notices();
  readonly queue: Queue;
  readonly outlet: Outlet;
  /** As it was opened. */
  readonly opened: Node;
  /** What the screen last asked for; it may bring new ones with each rendering. */
  wants: Wants;
  choose: Choose = async () => [];

  /** Throws TooManyCells. */
  constructor(html: string, wants: Wants, readOnly: boolean) {
    this.wants = wants;
    this.queue = new Queue(
      () => this.wants.upload,
      (id) => whenCalm(this.editor.view, () => settle(this.editor.view, this.queue, id)),
    );
    const { tell } = this.notices;
    const around = {
      queue: this.queue,
      choose: (purpose: Purpose, several: boolean) => this.choose(purpose, several),
      admit: (files: readonly File[], purpose: Purpose) => this.#admit(files, purpose),
      tell,
    };
    const extensions = [...profile, KeepNotes, Find, pieces(around), pasting({ queue: this.queue, tell }), typing];
    this.editor = new Editor({
      element: null,
      extensions,
      editable: !readOnly,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
      editorProps: { attributes: () => this.#attributes() },
      onTransaction: () => this.outlet.changed(),
    });
    this.opened = readDoc(this.editor.schema, html);
    this.outlet = new Outlet(this.editor, this.opened, html, () => this.wants.onChange);
  }

  /** Tiptap draws a text once without its plugins and once with them: it gets the text when the plugins are there. */
  mount(place: HTMLElement): void {
    const { editor, opened } = this;
    editor.mount(place);
    const { plugins } = editor.state;
    editor.view.updateState(EditorState.create({ doc: opened, selection: Selection.atStart(opened), plugins }));
    this.outlet.begin(place);
    // Bars and count look again.
    editor.view.dispatch(editor.state.tr);
  }

  /** The whole text anew, as one step back; only what differs is touched, so that the cursor stays. Says why not. */
  readonly replace = (html: string): boolean => {
    const { state, view } = this.editor;
    if (html === writeDoc(state.doc)) return true;
    try {
      const doc = readDoc(this.editor.schema, html);
      const tr = differing(state.doc, doc);
      if (tr) view.dispatch(state.tr.replace(tr.from, tr.to, doc.slice(tr.from, tr.end)));
      return true;
    } catch (error) {
      if (!(error instanceof TooManyCells)) throw error;
      this.notices.tell(tooMany);
      return false;
    }
  };

  /** What the screen asks for now. */
  dress(wants: Wants): void {
    const { label, id, describedBy, invalid } = this.wants;
    this.wants = wants;
    const same =
      wants.label === label && wants.id === id && wants.describedBy === describedBy && wants.invalid === invalid;
    if (!same && !this.editor.isDestroyed) this.editor.view.setProps({});
  }

  /** The last words typed still go out. */
  close(): void {
    this.outlet.flush();
    this.queue.close();
    this.editor.destroy();
  }

  #attributes(): Record<string, string> {
    const { label, id, describedBy, invalid } = this.wants;
    return {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      lang: 'zh-CN',
      class: 'article-text',
      spellcheck: 'false',
      ...(id && { id }),
      ...(describedBy && { 'aria-describedby': describedBy }),
      ...(invalid && { 'aria-invalid': 'true' }),
    };
  }

  #admit(files: readonly File[], purpose: Purpose): readonly File[] {
    const { taken, refused } = sorted(files, purpose, filesIn(this.editor.state.doc));
    for (const { name, why } of refused) this.notices.tell(`《${name}》没有放进来`, [why]);
    return taken.map(({ file }) => file);
  }
}

/** From where to where two texts differ; undefined: nowhere. */
function differing(before: Node, after: Node): { from: number; to: number; end: number } | undefined {
  const from = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (from === null || ends === null) return undefined;
  const over = Math.max(0, from - Math.min(ends.a, ends.b));
  return { from, to: ends.a + over, end: ends.b + over };
}
