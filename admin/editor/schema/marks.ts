/** The marks of docs/article-html.md, in the order in which they are nested. */
import { Mark, mergeAttributes } from '@tiptap/core';
import { addressOf } from '../html/address.ts';

type Simple = { name: string; tag: string; also?: readonly string[]; key?: string };

function simple({ name, tag, also = [], key }: Simple) {
  return Mark.create({
    name,
    parseHTML: () => [tag, ...also].map((t) => ({ tag: t })),
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
    ...(key && {
      addKeyboardShortcuts() {
        return { [key]: () => this.editor.commands.toggleMark(name) };
      },
    }),
  });
}

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  // A link is drawn around everything else, as the server prints it.
  priority: 1000,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    { tag: 'a.back', ignore: true, priority: 90 },
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = addressOf(element.getAttribute('href') ?? '');
        return href === undefined ? false : { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href as string, rel: 'noopener' }, 0],
});

export const marks = [
  Link,
  simple({ name: 'bold', tag: 'strong', also: ['b'], key: 'Mod-b' }),
  simple({ name: 'italic', tag: 'em', also: ['i'], key: 'Mod-i' }),
  simple({ name: 'underline', tag: 'u', also: ['ins'], key: 'Mod-u' }),
  simple({ name: 'strike', tag: 's', also: ['strike', 'del'] }),
  simple({ name: 'superscript', tag: 'sup', key: 'Mod-.' }),
  simple({ name: 'subscript', tag: 'sub', key: 'Mod-,' }),
];

/** By the mark's name; the order is that of the nesting. */
export const markTags: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
};
