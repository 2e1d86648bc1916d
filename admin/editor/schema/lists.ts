/** Lists. An item begins with a paragraph. */
import { Node } from '@tiptap/core';

const Item = Node.create({
  name: 'listItem',
  content: 'paragraph block*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Enter: () => editor.commands.splitListItem('listItem'),
      // Where nothing can be moved in or out, Tab goes on to the next thing on the page.
      Tab: () => editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => editor.commands.liftListItem('listItem'),
      Backspace: () => {
        const { empty, $from } = editor.state.selection;
        const first = empty && $from.parentOffset === 0 && $from.depth > 1 && $from.index(-1) === 0;
        return first && $from.node(-1).type.name === 'listItem' ? editor.commands.liftListItem('listItem') : false;
      },
    };
  },
});

const Bullets = Node.create({
  name: 'bulletList',
  group: 'block inner',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
});

const Numbers = Node.create({
  name: 'orderedList',
  group: 'block inner',
  content: 'listItem+',
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
        return start >= 2 && start <= 9999 ? start : 1;
      },
      renderHTML: ({ start }) => (start === 1 ? {} : { start: String(start) }),
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

export const lists = [Item, Bullets, Numbers];
