/** The forms of an article as html: the one place where its tags are written. */
import { escapeText, escapeValue } from '../../core/escape.ts';
import { sizeWords } from '../../core/size-words.ts';
import type { Block, Cell, Notes, Run } from './model.ts';
import { addressIn } from './read.ts';
import { printRuns } from './runs.ts';
import { headRows } from './table.ts';
import type { KnownFile, KnownFiles } from './types.ts';

export class Printer {
  readonly #known: KnownFiles;
  readonly #referred = new Set<number>();
  readonly #used = new Set<string>();
  constructor(known: KnownFiles) {
    this.#known = known;
  }
  /** Ids of the files that stand in what was printed, in its order. */
  get files(): readonly string[] {
    return [...this.#used];
  }

  all(blocks: readonly Block[], notes: Notes): string {
    const body = blocks.map((block) => this.#block(block));
    const list = [...notes].sort(([a], [b]) => a - b).map(([n, inside]) => this.#note(n, inside));
    return [...body, ...(list.length > 0 ? [`<ol class="footnotes">${list.join('')}</ol>`] : [])].join('\n');
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }
  #runs(runs: readonly Run[]): string {
    for (const run of runs) if (run.dress.href) this.#linked(run.dress.href);
    return printRuns(runs, (n) => {
      const first = !this.#referred.has(n);
      this.#referred.add(n);
      return first;
    });
  }
  #linked(href: string): void {
    const id = /^\/files\/([a-z2-7]{26})\//.exec(href)?.[1];
    if (id) this.#used.add(id);
  }
  #file(id: string): KnownFile {
    const file = this.#known.get(id);
    if (!file) throw new Error(`a block names the file ${id}, which nobody knows`);
    this.#used.add(id);
    return file;
  }

  #block(block: Block): string {
    switch (block.is) {
      case 'p':
        return `<p${lineClass(block.align, block.noindent)}>${this.#runs(block.runs)}</p>`;
      case 'heading':
        return `<h${block.level}${lineClass(block.align, false)}>${this.#runs(block.runs)}</h${block.level}>`;
      case 'missing':
        return `<p class="missing">${escapeText(block.words)}</p>`;
      case 'rule':
        return '<hr />';
      case 'quote':
        return `<blockquote>${this.#blocks(block.blocks)}</blockquote>`;
      case 'list':
        return this.#list(block);
      case 'figure':
        return this.#figure(block.id, block.alt, block.caption);
      case 'attachment':
        return attachment(this.#file(block.id), block.title);
      case 'table':
        return this.#table(block.caption, block.rows);
    }
  }

  #list({ ordered, start, items }: Extract<Block, { is: 'list' }>): string {
    const tag = ordered ? 'ol' : 'ul';
    const from = start > 1 ? ` start="${start}"` : '';
    return `<${tag}${from}>${items.map((item) => `<li>${this.#blocks(item)}</li>`).join('')}</${tag}>`;
  }

  #note(n: number, blocks: readonly Block[]): string {
    const back = `<a class="back" href="#fnref-${n}" aria-label="回到正文">↩</a>`;
    const html = this.#blocks(blocks);
    // The way back stands in the last paragraph, so that it has no line of its own.
    const inside = html.endsWith('</p>') ? `${html.slice(0, -4)}${back}</p>` : `${html}<p>${back}</p>`;
    return `<li id="fn-${n}">${inside}</li>`;
  }

  #figure(id: string, alt: string, caption: readonly Run[]): string {
    const words = caption.length > 0 ? `<figcaption>${this.#runs(caption)}</figcaption>` : '';
    return `<figure class="picture">${picture(this.#file(id), alt)}${words}</figure>`;
  }

  #table(caption: readonly Run[], rows: readonly (readonly Cell[])[]): string {
    const head = headRows(rows);
    const print = (part: readonly (readonly Cell[])[], inHead: boolean) =>
      part.map((row) => `<tr>${row.map((cell) => this.#cell(cell, inHead)).join('')}</tr>`).join('');
    const words = caption.length > 0 ? `<caption>${this.#runs(caption)}</caption>` : '';
    const top = head > 0 ? `<thead>${print(rows.slice(0, head), true)}</thead>` : '';
    const body = head < rows.length ? `<tbody>${print(rows.slice(head), false)}</tbody>` : '';
    return `<div class="scroll" role="group" aria-label="表格" tabindex="0"><table>${words}${top}${body}</table></div>`;
  }

  #cell({ head, colspan, rowspan, blocks }: Cell, inHead: boolean): string {
    const tag = head ? 'th' : 'td';
    const wide = colspan > 1 ? ` colspan="${colspan}"` : '';
    const high = rowspan > 1 ? ` rowspan="${rowspan}"` : '';
    const scope = head ? ` scope="${inHead ? 'col' : 'row'}"` : '';
    return `<${tag}${wide}${high}${scope}>${this.#blocks(blocks)}</${tag}>`;
  }
}

function lineClass(align: 'center' | 'right' | undefined, noindent: boolean): string {
  const names = [...(align ? [`al-${align}`] : []), ...(noindent ? ['noindent'] : [])];
  return names.length > 0 ? ` class="${names.join(' ')}"` : '';
}

/** The widest piece is what a printer takes; a phone chooses a smaller one by itself. */
function picture({ id, pieces }: KnownFile, alt: string): string {
  const [widest] = pieces;
  const srcset =
    pieces.length > 1
      ? [...pieces]
          .reverse()
          .map((p) => `/files/${id}/${p.name} ${p.width}w`)
          .join(', ')
      : '';
  const sizes = srcset ? ` srcset="${srcset}" sizes="(max-width: 760px) 100vw, 760px"` : '';
  const size = `width="${widest?.width ?? 0}" height="${widest?.height ?? 0}"`;
  return `<img src="/files/${id}/${widest?.name ?? ''}"${sizes} ${size} alt="${escapeValue(alt)}" loading="lazy" />`;
}

function attachment(file: KnownFile, title: string): string {
  const download = escapeValue(file.name);
  const about = escapeText(`${file.type}，${sizeWords(file.pieces[0]?.size ?? 0)}`);
  return `<p class="attachment"><a href="${addressIn(file)}" download="${download}">${escapeText(title)}</a><span class="about">${about}</span></p>`;
}
