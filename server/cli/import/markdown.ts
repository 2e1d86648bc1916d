/** A .md as html: headings, lists in lists, tables, links, emphasis. What an article has no form for is put down as lost. */
import type { Definition, List, Nodes, Parent, Root, RootContent } from 'mdast';
import { escapeValue } from '../../../core/escape.ts';
import { parseMarkdown } from '../../../core/markdown.ts';
import { Losses } from '../../html/losses.ts';
import type { Draft } from './plain.ts';
import { isTable, tableOf } from './table.ts';

/** The title is the first heading, or the first line where there is none. Throws RangeError on absurd nesting. */
export function fromMarkdown(source: string): Draft {
  const root: Root = parseMarkdown(source);
  const writer = new Writer(root);
  const head = root.children.find((node) => node.type === 'heading');
  const title = head ? wordsIn(head).replace(/\s+/g, ' ') : firstLine(root);
  const html = root.children.filter((node) => node !== head).map((node) => writer.block(node));
  return { title: title.trim(), html: html.filter(Boolean).join('\n'), lost: writer.losses.say() };
}

/** Takes it out of the tree. */
function firstLine(root: Root): string {
  const at = root.children.findIndex((node) => node.type === 'paragraph');
  const first = root.children[at];
  if (first?.type !== 'paragraph') return '';
  const ends = first.children.findIndex((node) => node.type === 'break' || wordsIn(node).includes('\n'));
  const end = first.children[ends];
  if (!end) {
    root.children.splice(at, 1);
    return wordsIn(first);
  }
  const [line = '', ...others] = wordsIn(end).split('\n');
  const rest = [{ type: 'text' as const, value: others.join('\n') }, ...first.children.slice(ends + 1)];
  root.children[at] = { type: 'paragraph', children: rest };
  return [...first.children.slice(0, ends).map(wordsIn), line].join('');
}

function wordsIn(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image' || node.type === 'imageReference' || node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? (node.children as Nodes[]).map(wordsIn).join('') : '';
}

const inlineTags: Readonly<Record<string, string>> = { emphasis: 'em', strong: 'strong' };

class Writer {
  readonly losses = new Losses();
  readonly #definitions: ReadonlyMap<string, Definition>;
  constructor(root: Root) {
    const found = root.children.filter((node) => node.type === 'definition');
    this.#definitions = new Map(found.map((node) => [node.identifier, node]));
  }

  block(node: RootContent): string {
    switch (node.type) {
      case 'heading': {
        const level = Math.min(4, Math.max(2, node.depth));
        return `<h${level}>${this.#joined(node)}</h${level}>`;
      }
      case 'paragraph':
        return this.#paragraph(node);
      case 'list':
        return this.#list(node);
      case 'blockquote':
        return `<blockquote>${node.children.map((child) => this.block(child)).join('')}</blockquote>`;
      case 'thematicBreak':
        return '<hr />';
      case 'code':
        this.losses.add('代码框改成了普通段落');
        return `<p>${escapeValue(node.value).replaceAll('\n', '<br />')}</p>`;
      case 'html':
        return this.#left('HTML 标记没有导入');
      case 'yaml':
        return this.#left('文首“---”之间的说明没有导入：审核、批准、发布只能由本人在系统里办');
      case 'definition':
        return '';
      default:
        return this.#left(`读不懂的内容没有导入：${node.type}`);
    }
  }

  #left(what: string): string {
    this.losses.add(what);
    return '';
  }

  #list({ ordered, start, children }: List): string {
    const items = children.map((item) => `<li>${item.children.map((child) => this.block(child)).join('')}</li>`);
    const from = ordered && (start ?? 1) !== 1 ? ` start="${start}"` : '';
    return ordered ? `<ol${from}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`;
  }

  #paragraph(node: Parent): string {
    const lines = this.#lines(node);
    return isTable(lines) ? tableOf(lines) : `<p>${lines.join('\n').replace(softEnd, lineEnd)}</p>`;
  }
  #joined(node: Parent): string {
    return this.#lines(node).join('\n').replace(softEnd, lineEnd);
  }
  /** Html of each line of the source: what is meant as a table is only known by its lines. */
  #lines(node: Parent): string[] {
    return (node.children as Nodes[])
      .map((child) => this.#inline(child))
      .join('')
      .split('\n');
  }

  #inline(node: Nodes): string {
    if (node.type === 'text') return escapeValue(node.value);
    if (node.type === 'inlineCode') return escapeValue(node.value).replaceAll('|', '&#124;');
    if (node.type === 'break') return '<br />';
    if (node.type === 'html') return this.#left('HTML 标记没有导入');
    if (node.type === 'image') return this.#picture(node.url);
    if (node.type === 'imageReference') return this.#picture(this.#target(node.identifier));
    if (!('children' in node)) return '';
    const inner = this.#lines(node as Parent).join('\n');
    const tag = inlineTags[node.type];
    if (tag) return `<${tag}>${inner}</${tag}>`;
    const url = node.type === 'link' ? node.url : node.type === 'linkReference' ? this.#target(node.identifier) : '';
    return url ? `<a href="${attribute(url)}">${inner}</a>` : inner;
  }
  /** Cleaning says in its place why it is missing. */
  #picture(url: string): string {
    this.losses.add('图片没有导入');
    return `<img src="${attribute(url)}">`;
  }
  #target(identifier: string): string {
    return this.#definitions.get(identifier)?.url ?? '';
  }
}

/** A bar in it is no border of a cell, and a line's end no line's end. */
const attribute = (url: string): string => escapeValue(url).replaceAll('|', '&#124;').replace(/\s/g, '%20');

/** Between two Chinese characters a line end of the source is nothing; elsewhere it is a space. Tags don't count. */
const softEnd = /([^\n<>]?)((?:<[^<>]*>)*)\n(?=(?:<[^<>]*>)*([^\n<>]?))/g;
const lineEnd = (_all: string, before: string, tags: string, after: string): string =>
  `${before}${tags}${wide(before) && wide(after) ? '' : ' '}`;
const wide = (sign: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef]/.test(sign);
