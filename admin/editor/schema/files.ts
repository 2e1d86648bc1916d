/** What stands for a file: a picture with its caption, an attachment, a picture that didn't come, an upload on its way. */
import { Node } from '@tiptap/core';

const ours = /^\/files\/([a-z2-7]{26})\/[^/?#]*$/;
/** The id in an address of a file of ours; undefined for any other address. */
export const fileIdOf = (address: string): string | undefined => ours.exec(address)?.[1];

const kept = ['src', 'srcset', 'sizes', 'width', 'height'] as const;

/** undefined: there is no picture of ours in it. */
function pictureIn(element: HTMLElement): Record<string, string> | undefined {
  const image = element.matches('img') ? element : element.querySelector('img');
  const src = image?.getAttribute('src') ?? '';
  if (!image || !fileIdOf(src)) return undefined;
  const rest = kept.map((name) => [name, image.getAttribute(name) ?? '']);
  return { ...Object.fromEntries(rest), alt: image.getAttribute('alt') ?? '' };
}

export const Figure = Node.create({
  name: 'figure',
  group: 'block inner',
  // The content is the caption; an empty one is no caption.
  content: 'inline*',
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: '' },
    srcset: { default: '' },
    sizes: { default: '' },
    width: { default: '' },
    height: { default: '' },
    alt: { default: '' },
  }),
  parseHTML: () => [
    {
      tag: 'figure',
      priority: 80,
      getAttrs: (element) => pictureIn(element) ?? false,
      contentElement: (dom) =>
        (dom as HTMLElement).querySelector<HTMLElement>('figcaption') ?? document.createElement('p'),
    },
    { tag: 'img', getAttrs: (element) => pictureIn(element) ?? false },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'figure',
    { class: 'picture' },
    ['img', Object.fromEntries(Object.entries(HTMLAttributes).filter(([name, value]) => value || name === 'alt'))],
    ['figcaption', 0],
  ],
});

export const Attachment = Node.create({
  name: 'attachment',
  group: 'block inner',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    href: { default: '' },
    download: { default: '' },
    title: { default: '' },
    about: { default: '' },
  }),
  parseHTML: () => [
    {
      tag: 'p.attachment',
      priority: 1100,
      getAttrs: (element) => {
        const link = element.querySelector('a');
        const href = link?.getAttribute('href') ?? '';
        if (!link || !fileIdOf(href)) return false;
        const download = link.getAttribute('download') ?? '';
        const about = element.querySelector('.about')?.textContent ?? '';
        return { href, download, title: (link.textContent ?? '').trim() || download, about };
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'p',
    { class: 'attachment' },
    ['a', { href: attrs.href as string, download: attrs.download as string }, attrs.title as string],
    ['span', { class: 'about' }, attrs.about as string],
  ],
  renderText: ({ node }) => String(node.attrs.title),
});

export const Missing = Node.create({
  name: 'missing',
  group: 'block inner',
  atom: true,
  draggable: true,
  addAttributes: () => ({ words: { default: '' } }),
  parseHTML: () => [
    { tag: 'p.missing', priority: 1100, getAttrs: (element) => ({ words: (element.textContent ?? '').trim() }) },
  ],
  renderHTML: ({ node }) => ['p', { class: 'missing' }, String(node.attrs.words)],
  renderText: ({ node }) => String(node.attrs.words),
});

/** Where a file will stand. html/write.ts leaves it out: what isn't there yet is no part of the text. */
export const Uploading = Node.create({
  name: 'uploading',
  group: 'block inner',
  // The caption that a pasted picture brings, until the picture is there.
  content: 'inline*',
  isolating: true,
  defining: true,
  addAttributes: () => ({ id: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'div[data-uploading]',
      priority: 80,
      getAttrs: (element) => ({ id: element.getAttribute('data-uploading') ?? '' }),
    },
  ],
  renderHTML: ({ node }) => ['div', { 'data-uploading': String(node.attrs.id) }, 0],
});

export const files = [Figure, Attachment, Missing, Uploading];
