/** A .md in our plain text: headings, list lines and paragraphs stay; what that can't say is put down as lost. */
import type { List, Nodes, Parent, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../../../core/markdown.ts';
import type { Piece } from './plain.ts';

/** Counts what was lost, in the order in which it was met. */
class Losses {
  readonly #counts = new Map<string, number>();
  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
  say(): readonly string[] {
    return [...this.#counts].map(([what, times]) => `${what}（${times} 处）`);
  }
}

/** The title is the first heading, or the first line where there is none. Throws RangeError on absurd nesting. */
export function fromMarkdown(source: string): Piece {
  const { children }: Root = parseMarkdown(source);
  const losses = new Losses();
  const head = children.find((node) => node.type === 'heading');
  const lines = children.filter((node) => node !== head).flatMap((node) => linesOf(node, losses));
  const title = head ? inline(head, losses).join('') : (lines.shift() ?? '');
  return { title, text: lines.join('\n'), lost: losses.say() };
}

function linesOf(node: RootContent, losses: Losses): string[] {
  switch (node.type) {
    case 'heading':
      return [`${'#'.repeat(Math.min(4, Math.max(2, node.depth)))} ${inline(node, losses).join('')}`];
    case 'paragraph':
      return paragraph(inline(node, losses), losses);
    case 'list':
      return listLines(node, losses);
    case 'blockquote':
      losses.add('引用改成了普通段落');
      return node.children.flatMap((child) => linesOf(child, losses));
    case 'code':
      losses.add('代码框改成了普通段落');
      return harmless(node.value.split('\n'), losses);
    case 'html':
      losses.add('HTML 标记没有导入');
      return [];
    case 'yaml':
      losses.add('文首“---”之间的说明没有导入：审核、批准、发布只能由本人在系统里办');
      return [];
    case 'thematicBreak':
    case 'definition':
      return [];
    default:
      losses.add(`读不懂的内容没有导入：${node.type}`);
      return [];
  }
}

function listLines({ ordered, start, children }: List, losses: Losses): string[] {
  return children.flatMap((item, i) => {
    const [first, ...rest] = item.children;
    const own = first?.type === 'paragraph' ? inline(first, losses) : first ? linesOf(first, losses) : [];
    const mark = ordered ? `${(start ?? 1) + i}. ` : '- ';
    const more = rest.flatMap((child) => {
      if (child.type === 'list') losses.add('下级列表与上级排在一起');
      return linesOf(child, losses);
    });
    return [`${mark}${own.join('')}`, ...more];
  });
}

/** The lines of a node's words: a hard break divides them, a soft one joins them as the script does. */
function inline(node: Parent, losses: Losses): string[] {
  const lines = [''];
  const add = (text: string) => {
    lines[lines.length - 1] += text;
  };
  for (const child of node.children as Nodes[]) {
    if (child.type === 'break') lines.push('');
    else if (child.type === 'text') add(child.value);
    else if (child.type === 'inlineCode') add(child.value);
    else if (child.type === 'html') losses.add('HTML 标记没有导入');
    else if (child.type === 'image' || child.type === 'imageReference') {
      losses.add('图片没有导入');
      add(child.alt ? `（图：${child.alt}）` : '');
    } else if ('children' in child) {
      if (child.type === 'link' || child.type === 'linkReference') losses.add('链接只留下了文字');
      const [first = '', ...rest] = inline(child as Parent, losses);
      add(first);
      lines.push(...rest);
    }
  }
  return lines;
}

/** Soft line ends are still in the words: a table is known by them, and prose is joined by them. */
function paragraph(lines: readonly string[], losses: Losses): string[] {
  const rows = lines.flatMap((line) => line.split('\n'));
  if (isTable(rows)) {
    losses.add('表格改成了文字行');
    return rows.filter((_row, i) => i !== 1).map((row) => cells(row).join('　'));
  }
  return harmless(lines.map(joined), losses);
}

/** CommonMark has no tables: what is meant as one is a paragraph of bars, whose second line is dashes. */
const isTable = (rows: readonly string[]): boolean =>
  rows.length > 1 && rows.every((row) => row.includes('|')) && cells(rows[1] ?? '').every(isDashes);
const isDashes = (cell: string): boolean => cell.includes('-') && [...cell].every((sign) => '-: '.includes(sign));

const cells = (row: string): string[] => {
  const inner = row.trim();
  const from = inner.startsWith('|') ? 1 : 0;
  const to = inner.endsWith('|') ? inner.length - 1 : inner.length;
  return inner
    .slice(from, to)
    .split('|')
    .map((cell) => cell.trim());
};

/** Between two Chinese characters a line end is nothing; elsewhere it is a space. */
const joined = (line: string): string =>
  line.replace(/([^\n])\n(?=([^\n]))/g, (_all, before: string, after: string) =>
    wide(before) && wide(after) ? before : `${before} `,
  );
const wide = (sign: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef]/.test(sign);

/** A paragraph that begins like a mark of ours would become a heading or a list line. */
const harmless = (lines: readonly string[], losses: Losses): string[] =>
  lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const mark = /^\s*(#{2,4}|-)(?= )/.exec(line)?.[1];
      if (!mark) return line;
      losses.add('段首的“#”“-”改成了全角');
      return line.replace(mark, mark.replaceAll('#', '＃').replaceAll('-', '－'));
    });
