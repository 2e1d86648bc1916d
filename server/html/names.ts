/** How each element of html is read. What is named nowhere is unwrapped: its words stay, the element goes. */
import type { MarkTag } from './model.ts';

export const marks: Readonly<Record<string, MarkTag>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  sup: 'sup',
  sub: 'sub',
};
export const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

/** Dropped with all that is inside, and said. */
export const dropped: Readonly<Record<string, string>> = {
  script: '脚本',
  style: '样式表',
  template: '模板',
  noscript: '脚本的替代内容',
  iframe: '嵌入的网页',
  frame: '嵌入的网页',
  object: '嵌入的对象',
  embed: '嵌入的对象',
  applet: '嵌入的对象',
  svg: '矢量图',
  math: '公式',
  video: '视频',
  audio: '音频',
  canvas: '画布',
  map: '图片热区',
  select: '表单控件',
  textarea: '表单控件',
  button: '表单控件',
  input: '表单控件',
  xmp: '脚本的替代内容',
  noembed: '脚本的替代内容',
  noframes: '脚本的替代内容',
  plaintext: '脚本的替代内容',
};
/** Dropped without a word: nobody reads them. */
export const silent = new Set([
  'title',
  'meta',
  'link',
  'base',
  'head',
  'col',
  'colgroup',
  'source',
  'track',
  'param',
  'wbr',
  'area',
]);

/** A block that only groups: a paragraph when it holds words, nothing when it holds blocks. */
export const groups = new Set(
  (
    'div section article main header footer aside nav center address fieldset legend form details summary dialog hgroup ' +
    'dl dt dd figure figcaption body html search menuitem tbody thead tfoot tr td th caption option optgroup pre listing'
  ).split(' '),
);

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** The address if it may stand in a text, else undefined. `//host` and back-slashes lead off this site, and are refused. */
export function addressOf(href: string): string | undefined {
  // A browser ignores these signs inside an address; what it would make of the rest is judged.
  const plain = [...href.trim()]
    .filter((c) => c > ' ' || c === ' ')
    .join('')
    .replace(/[\t\n\r]/g, '');
  if (plain.length > 2000) return undefined;
  if (/^\/(?![/\\])/.test(plain)) return plain.includes('\\') ? undefined : plain;
  try {
    const url = new URL(plain);
    return schemes.has(url.protocol) ? plain : undefined;
  } catch {
    return undefined;
  }
}
