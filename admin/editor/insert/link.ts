/** The link under the cursor, and how it is set. */
import { type Editor, getMarkRange } from '@tiptap/core';

export type Linked = { readonly from: number; readonly to: number; readonly href: string; readonly words: string };

/** What is chosen, or the whole link in which the cursor stands. */
export function linkAt(editor: Editor): Linked {
  const { selection, doc, schema } = editor.state;
  const { $from, from, to, empty } = selection;
  const type = schema.marks.link;
  const range = type && empty ? getMarkRange($from, type) : undefined;
  const at = range ?? { from, to };
  let href = '';
  doc.nodesBetween(at.from, at.to, (node) => {
    const mark = node.marks.find((m) => m.type === type);
    if (mark && !href) href = String(mark.attrs.href);
  });
  return { ...at, href, words: doc.textBetween(at.from, at.to, ' ') };
}

/** `words`: what is read; the words in the text when they are the same, so that bold stays bold. */
export function setLink(editor: Editor, { from, to, words: had }: Linked, href: string, words: string): void {
  const chain = editor.chain().focus().setTextSelection({ from, to });
  if (words === had && from < to) chain.setMark('link', { href }).setTextSelection(to).run();
  else
    chain
      .command(({ tr, state }) => {
        const link = state.schema.marks.link?.create({ href });
        const marks = [
          ...state.doc
            .resolve(from)
            .marks()
            .filter((m) => m.type.name !== 'link'),
          ...(link ? [link] : []),
        ];
        tr.replaceWith(from, to, state.schema.text(words || href, marks));
        return true;
      })
      .run();
}

export function unlink(editor: Editor, { from, to }: Linked): void {
  editor.chain().focus().setTextSelection({ from, to }).unsetMark('link').setTextSelection(to).run();
}
