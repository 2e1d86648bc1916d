/** Footnotes: a reference in the text, its words in the list at the end. notes/keep.ts keeps the two together. */
import { Node } from '@tiptap/core';

const number = /^#fn-(\d{1,3})$/;

/** `key` joins a reference to its words; `n` is what is read. `words`: html that a pasted reference brings with it. */
export const Reference = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ key: { default: '' }, n: { default: 0 }, words: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'sup.fnref',
      priority: 1100,
      getAttrs: (element) => {
        const n = Number(number.exec(element.querySelector('a')?.getAttribute('href') ?? '')?.[1] ?? 0);
        if (n === 0) return false;
        return { n, key: element.dataset.key ?? String(n), words: element.dataset.words ?? '' };
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'sup',
    {
      class: 'fnref',
      'data-key': attrs.key as string,
      ...(attrs.words ? { 'data-words': attrs.words as string } : {}),
    },
    ['a', { href: `#fn-${attrs.n}` }, `[${attrs.n}]`],
  ],
  renderText: () => '',
});

export const Footnotes = Node.create({
  name: 'footnotes',
  content: 'footnote+',
  isolating: true,
  selectable: false,
  parseHTML: () => [{ tag: 'ol.footnotes', priority: 80 }],
  renderHTML: () => ['ol', { class: 'footnotes', 'aria-label': '脚注' }, 0],
});

export const Footnote = Node.create({
  name: 'footnote',
  content: 'inner+',
  isolating: true,
  defining: true,
  selectable: false,
  addAttributes: () => ({ key: { default: '' }, n: { default: 0 } }),
  parseHTML: () => [
    {
      tag: 'li',
      context: 'footnotes/',
      priority: 80,
      getAttrs: (element) => {
        const n = Number(/^fn-(\d{1,3})$/.exec(element.id)?.[1] ?? 0);
        return n === 0 ? false : { n, key: String(n) };
      },
    },
  ],
  renderHTML: ({ node }) => ['li', { 'data-n': String(node.attrs.n) }, 0],
});

export const footnotes = [Reference, Footnotes, Footnote];
