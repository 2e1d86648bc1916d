/** The forms of a paste as html: what a writer hands in (docs/article-html.md). The one place where tags are written. */
import { escapeText, escapeValue } from '../../../core/escape.ts';
import { type Block, type Cell, type List, marks, markTags, type Run, type Source, type Table } from './model.ts';

export class Printer {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #referred = new Set<number>();
  /** The level of the source that is an h2. */
  readonly #topLevel: number;
  constructor(numbers: ReadonlyMap<string, number>, topLevel: number) {
    this.#numbers = numbers;
    this.#topLevel = topLevel;
  }

  blocks(blocks: readonly Block[]): string {
    let html = '';
    for (const block of blocks) html += this.#block(block);
    return html;
  }

  notes(texts: readonly (readonly Block[])[]): string {
    if (texts.length === 0) return '';
    return `<ol class="footnotes">${texts.map((blocks, at) => this.#note(blocks, at + 1)).join('')}</ol>`;
  }

  #note(blocks: readonly Block[], n: number): string {
    const back = `<a class="back" href="#fnref-${n}" aria-label="回到正文">↩</a>`;
    const html = this.blocks(blocks);
    const inside = html.endsWith('</p>') ? `${html.slice(0, -4)}${back}</p>` : `${html}<p>${back}</p>`;
    return `<li id="fn-${n}">${inside}</li>`;
  }

  #block(block: Block): string {
    switch (block.is) {
      case 'p':
        return `<p${classes(block.align, block.noindent)}>${this.#runs(block.runs)}</p>`;
      case 'heading': {
        const tag = `h${Math.min(4, Math.max(2, block.level - this.#topLevel + 2))}`;
        return `<${tag}${classes(block.align, false)}>${this.#runs(block.runs, marks.strong)}</${tag}>`;
      }
      case 'figure':
        return `<figure class="picture"><img ${address(block.picture)} alt="${escapeValue(block.alt)}">${this.#wrap('figcaption', block.caption)}</figure>`;
      case 'missing':
        return `<p class="missing">${escapeText(block.words)}</p>`;
      case 'list':
        return this.#list(block);
      case 'item':
        return this.blocks(block.blocks);
      case 'quote':
        return `<blockquote>${this.blocks(block.blocks)}</blockquote>`;
      case 'rule':
        return '<hr>';
      case 'table':
        return this.#table(block);
    }
  }

  #wrap(tag: string, runs: readonly Run[]): string {
    return runs.length > 0 ? `<${tag}>${this.#runs(runs)}</${tag}>` : '';
  }

  #list({ ordered, start, items }: List): string {
    const tag = ordered ? 'ol' : 'ul';
    const from = ordered && start > 1 && start < 10_000 ? ` start="${start}"` : '';
    const inside = items.map((blocks) => `<li>${blocks[0]?.is === 'p' ? '' : '<p></p>'}${this.blocks(blocks)}</li>`);
    return `<${tag}${from}>${inside.join('')}</${tag}>`;
  }

  #table({ caption, head, rows }: Table): string {
    const print = (part: readonly (readonly Cell[])[]) =>
      part.map((row) => `<tr>${row.map((cell) => this.#cell(cell)).join('')}</tr>`).join('');
    const top = head > 0 ? `<thead>${print(rows.slice(0, head))}</thead>` : '';
    const body = head < rows.length ? `<tbody>${print(rows.slice(head))}</tbody>` : '';
    return `<table>${this.#wrap('caption', caption)}${top}${body}</table>`;
  }

  #cell({ head, colspan, rowspan, blocks }: Cell): string {
    const tag = head ? 'th' : 'td';
    const wide = colspan > 1 ? ` colspan="${colspan}"` : '';
    const high = rowspan > 1 ? ` rowspan="${rowspan}"` : '';
    return `<${tag}${wide}${high}>${this.blocks(blocks)}</${tag}>`;
  }

  /** `without`: marks that the block shows by itself. */
  #runs(runs: readonly Run[], without = 0): string {
    let html = '';
    let open: readonly Tag[] = [];
    for (const run of runs) {
      const want = run.is === 'text' ? tagsOf(run.href, run.marks & ~without) : run.is === 'break' ? open : [];
      let same = 0;
      while (same < want.length && want[same]?.open === open[same]?.open) same++;
      html +=
        closing(open.slice(same)) +
        want
          .slice(same)
          .map((tag) => tag.open)
          .join('');
      html += run.is === 'text' ? escapeText(run.text) : run.is === 'break' ? '<br>' : this.#reference(run.key);
      open = want;
    }
    return html + closing(open);
  }

  /** The way back leads to the first reference; a note without a text keeps no mark. */
  #reference(key: string): string {
    const n = this.#numbers.get(key);
    if (n === undefined) return '';
    const id = this.#referred.has(n) ? '' : ` id="fnref-${n}"`;
    this.#referred.add(n);
    return `<sup class="fnref"${id}><a href="#fn-${n}">[${n}]</a></sup>`;
  }
}

type Tag = { readonly open: string; readonly close: string };
const closing = (tags: readonly Tag[]) =>
  [...tags]
    .reverse()
    .map((tag) => tag.close)
    .join('');

const tagsOf = (href: string, bits: number): Tag[] => [
  ...(href === '' ? [] : [{ open: `<a href="${escapeValue(href)}">`, close: '</a>' }]),
  ...markTags.filter((tag) => bits & marks[tag]).map((tag) => ({ open: `<${tag}>`, close: `</${tag}>` })),
];

function classes(align: string, noindent: boolean): string {
  const names = [...(align ? [`al-${align}`] : []), ...(noindent ? ['noindent'] : [])];
  return names.length > 0 ? ` class="${names.join(' ')}"` : '';
}

const address = (picture: Source): string =>
  'key' in picture ? `data-picture="${escapeValue(picture.key)}"` : `src="${escapeValue(picture.src)}"`;
