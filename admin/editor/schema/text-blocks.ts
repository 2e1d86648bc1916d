/** Paragraphs, headings, quotes, rules and line breaks. Alignment is a word of the profile, never a style. */
import { mergeAttributes, Node } from '@tiptap/core';

export type Align = 'center' | 'right' | null;

function alignOf(element: HTMLElement): Align {
  const asked = element.style.textAlign || element.getAttribute('align') || '';
  if (element.classList.contains('al-center') || asked === 'center') return 'center';
  return element.classList.contains('al-right') || asked === 'right' ? 'right' : null;
}

const align = {
  default: null,
  parseHTML: alignOf,
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes.align ? { class: `al-${String(attributes.align)}` } : {},
};

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block inner',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({
    align,
    noindent: {
      default: false,
      parseHTML: (element) => element.classList.contains('noindent'),
      renderHTML: (attributes) => (attributes.noindent ? { class: 'noindent' } : {}),
    },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') };
  },
});

/** h1 is the page's title: what comes as h1 is the first level of the text, and h5 and h6 its last. */
const levels: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ align, level: { default: 2, rendered: false } }),
  parseHTML: () => Object.entries(levels).map(([tag, level]) => ({ tag, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level as number}`, mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    const set = (level: number) => () => this.editor.commands.toggleNode('heading', 'paragraph', { level });
    return { 'Mod-Alt-2': set(2), 'Mod-Alt-3': set(3), 'Mod-Alt-4': set(4) };
  },
});

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block inner',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
});

const Rule = Node.create({
  name: 'horizontalRule',
  group: 'block inner',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
});

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }) };
  },
});

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+ footnotes?' });
const Text = Node.create({ name: 'text', group: 'inline' });

export const textBlocks = [Paragraph, Doc, Text, Heading, Blockquote, Rule, HardBreak];
