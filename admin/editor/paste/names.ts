/** How each element is read. What is named nowhere is unwrapped: its words stay, the element goes. */
import type { Loss } from './losses.ts';
import type { MarkTag } from './model.ts';

export const markOf: Readonly<Record<string, MarkTag>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  cite: 'em',
  u: 'u',
  s: 's',
  strike: 's',
  sup: 'sup',
  sub: 'sub',
};

/** Dropped with all that is inside, and said. */
export const dropped: Readonly<Record<string, Loss>> = {
  script: 'script',
  iframe: 'embedded',
  frame: 'embedded',
  frameset: 'embedded',
  video: 'embedded',
  audio: 'embedded',
  'mp-common-videosnap': 'embedded',
  mpvoice: 'embedded',
  object: 'object',
  embed: 'object',
  applet: 'object',
  select: 'form',
  textarea: 'form',
  button: 'form',
  input: 'form',
  svg: 'drawing',
  canvas: 'drawing',
};

/** Dropped without a word: no reader ever sees them. */
export const silent = new Set(
  (
    'style title meta link base head xml template noscript noframes noembed col colgroup source track param area map wbr ' +
    'datalist o:olelock o:wrapblock'
  ).split(' '),
);

/** Blocks that only group: a paragraph when they hold words, nothing when they hold blocks. */
export const groups = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 div section article main header footer aside nav center address fieldset legend form details ' +
    'summary dialog hgroup dl dt dd figure figcaption body html search pre listing li caption tr td th tbody thead tfoot'
  ).split(' '),
);

/** Lines of Word's own table of contents. Their page numbers mean nothing on a page without pages. */
export const isContents = (names: string): boolean => /\bmsotoc(\d|heading)/i.test(names);
export const isCommentMark = (names: string): boolean =>
  /\bmsocom(?:anchor|off|txt|mentreference|menttext|mentsubject)\b/i.test(names);
export const isDeleted = (tag: string, names: string): boolean => tag === 'del' || /\bmsodel\b/i.test(names);
export const isCaption = (names: string): boolean => /\bmsocaption\b/i.test(names);

/** From 1, as the source counts; 0: no heading. Word's title ranks with the first level. */
export function levelOf(element: Element, names: string, outline: number | undefined): number {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  const said = outline ?? tag ?? /\bmsoheading([1-9])\b/i.exec(names)?.[1];
  if (said !== undefined) return Number(said);
  if (/\bmsotitle\b/i.test(names)) return 1;
  return element.getAttribute('role') === 'heading' ? Number(element.getAttribute('aria-level')) || 2 : 0;
}
