/**
 * The text as html, in the very form in which the server prints it (docs/article-html.md): what was opened and not
 * changed is handed out letter for letter. Each block's html is kept with the block, which never changes: after a key
 * only the block that was typed in is printed again.
 */
import type { Node } from '@tiptap/pm/model';
import { escapeText, escapeValue } from '../../../core/escape.ts';
import { markTags } from '../schema/marks.ts';
import { writeTable } from './write-table.ts';

/** Without uploads on their way, and without blank paragraphs at the end. An empty text is ''. */
export function writeDoc(doc: Node): string {
  const blocks: string[] = [];
  const ids = new FirstOnes();
  doc.forEach((block) => {
    blocks.push(ids.only(writeBlock(block)));
  });
  const list = doc.lastChild?.type.name === 'footnotes' ? blocks.pop() : undefined;
  while (blocks.length > 0 && (blocks.at(-1) === '' || blocks.at(-1) === '<p></p>')) blocks.pop();
  return [...blocks.filter(Boolean), ...(list ? [list] : [])].join('\n');
}

/** Of several references to one footnote only the first carries the id. */
class FirstOnes {
  readonly #seen = new Set<string>();
  only(html: string): string {
    if (!html.includes('<sup class="fnref"')) return html;
    return html.replace(/(<sup class="fnref") id="(fnref-\d+)"/g, (whole, start: string, id: string) => {
      if (this.#seen.has(id)) return start;
      this.#seen.add(id);
      return whole;
    });
  }
}

const written = new WeakMap<Node, string>();

export function writeBlock(node: Node): string {
  const before = written.get(node);
  if (before !== undefined) return before;
  const html = (writers[node.type.name] ?? unknown)(node);
  written.set(node, html);
  return html;
}

export const writeBlocks = (node: Node): string => {
  let html = '';
  node.forEach((child) => {
    html += writeBlock(child);
  });
  return html;
};

const unknown = (node: Node): never => {
  throw new Error(`no form in the profile for ${node.type.name}`);
};

const writers: Readonly<Record<string, (node: Node) => string>> = {
  paragraph: (node) => `<p${lineClass(node)}>${writeInline(node)}</p>`,
  heading: (node) => `<h${node.attrs.level}${lineClass(node)}>${writeInline(node)}</h${node.attrs.level}>`,
  horizontalRule: () => '<hr />',
  blockquote: (node) => wrapped('blockquote', writeBlocks(node)),
  bulletList: (node) => wrapped('ul', writeBlocks(node)),
  orderedList: (node) =>
    `<ol${(node.attrs.start as number) > 1 ? ` start="${node.attrs.start}"` : ''}>${writeBlocks(node)}</ol>`,
  listItem: (node) => `<li>${writeBlocks(node)}</li>`,
  tableBox: (node) => writeTable(node, { blocks: writeBlocks, inline: writeInline }),
  figure: writeFigure,
  attachment: ({ attrs }) =>
    `<p class="attachment"><a href="${escapeValue(attrs.href)}" download="${escapeValue(attrs.download)}">` +
    `${escapeText(attrs.title)}</a><span class="about">${escapeText(attrs.about)}</span></p>`,
  missing: ({ attrs }) => `<p class="missing">${escapeText(attrs.words)}</p>`,
  uploading: () => '',
  footnotes: (node) => `<ol class="footnotes">${writeBlocks(node)}</ol>`,
  footnote: writeFootnote,
};

/** Nothing inside (an upload on its way may be all there is): no element either. */
const wrapped = (tag: string, inside: string): string => (inside === '' ? '' : `<${tag}>${inside}</${tag}>`);

function lineClass({ attrs }: Node): string {
  const names = [...(attrs.align ? [`al-${attrs.align}`] : []), ...(attrs.noindent ? ['noindent'] : [])];
  return names.length > 0 ? ` class="${names.join(' ')}"` : '';
}

function writeFigure(node: Node): string {
  const { attrs } = node;
  const rest = ['srcset', 'sizes', 'width', 'height']
    .filter((name) => attrs[name])
    .map((name) => ` ${name}="${escapeValue(attrs[name])}"`)
    .join('');
  const caption = node.childCount > 0 ? `<figcaption>${writeInline(node)}</figcaption>` : '';
  const image = `<img src="${escapeValue(attrs.src)}"${rest} alt="${escapeValue(attrs.alt)}" loading="lazy" />`;
  return `<figure class="picture">${image}${caption}</figure>`;
}

/** The way back stands in the last paragraph, as the server has it. */
function writeFootnote(node: Node): string {
  const { n } = node.attrs;
  const back = `<a class="back" href="#fnref-${n}" aria-label="回到正文">↩</a>`;
  const html = writeBlocks(node);
  const inside = html.endsWith('</p>') ? `${html.slice(0, -4)}${back}</p>` : `${html}<p>${back}</p>`;
  return `<li id="fn-${n}">${inside}</li>`;
}

type Open = { readonly tag: string; readonly href?: string };
/** A reference is never dressed: the server prints it bare. */
function wanted(node: Node): Open[] {
  if (node.type.name === 'reference') return [];
  const link = node.marks.find((mark) => mark.type.name === 'link');
  const names = new Set(node.marks.map((mark) => mark.type.name));
  const tags = Object.entries(markTags).filter(([name]) => names.has(name));
  return [...(link ? [{ tag: 'a', href: String(link.attrs.href) }] : []), ...tags.map(([, tag]) => ({ tag }))];
}

export function writeInline(parent: Node): string {
  let html = '';
  const open: Open[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</${open.pop()?.tag}>`;
  };
  parent.forEach((node) => {
    const want = wanted(node);
    let same = 0;
    while (same < want.length && want[same]?.tag === open[same]?.tag && want[same]?.href === open[same]?.href) same++;
    closeTo(same);
    for (const one of want.slice(same)) {
      html += one.href === undefined ? `<${one.tag}>` : `<a href="${escapeValue(one.href)}">`;
      open.push(one);
    }
    html += leaf(node);
  });
  closeTo(0);
  return html;
}

function leaf(node: Node): string {
  if (node.isText) return escapeText(node.text ?? '');
  if (node.type.name === 'hardBreak') return '<br />';
  if (node.type.name !== 'reference') return unknown(node);
  const { n } = node.attrs;
  return `<sup class="fnref" id="fnref-${n}"><a href="#fn-${n}">[${n}]</a></sup>`;
}
