/** The Markdown of a regulation: front matter, articles by their ids, and the fences under them. */
import type { Code, Heading, Nodes, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown.ts';
import { type Body, type Position, parseBody, type Report } from './body.ts';
import { numberOf } from './chinese.ts';
import { isId } from './form.ts';
import type { ClauseText } from './types.ts';

/** A fence before its meaning is known; `body` is undefined when it could not be parsed, and that was reported. */
export type RawBlock = {
  readonly kind: string;
  readonly id: string;
  readonly clause: string;
  readonly line: number;
  /** What stands between the marks of the fence. */
  readonly text: string;
  readonly body: Body | undefined;
};
/** `chapters`: headings without an id, which only group the articles below them. */
export type Text = {
  readonly front: Body | undefined;
  readonly clauses: readonly ClauseText[];
  readonly chapters: readonly { readonly title: string; readonly line: number }[];
  readonly blocks: readonly RawBlock[];
};

export function parseText(source: string, report: Report): Text {
  const root = parseMarkdown(source);
  const lines = source.split('\n');
  const state: State = { clauses: [], chapters: [], blocks: [], open: [], current: undefined, source, lines, report };
  const [first] = root.children;
  if (first?.type !== 'yaml') {
    report({ line: 1, column: 1 }, '文件开头缺少前言（两行“---”之间的 regulation、title 等）');
  }
  for (const node of root.children) if (node.type !== 'yaml') readNode(node, state);
  const front = first?.type === 'yaml' ? parseBody(first.value, 2, report) : undefined;
  return {
    front,
    clauses: state.clauses.map(({ pieces, ...clause }) => ({ ...clause, text: pieces.join('\n\n') })),
    chapters: state.chapters,
    blocks: state.blocks,
  };
}

type OpenClause = Omit<ClauseText, 'text'> & { readonly pieces: string[] };
type State = {
  readonly clauses: OpenClause[];
  readonly chapters: Text['chapters'][number][];
  readonly blocks: RawBlock[];
  readonly open: OpenClause[];
  current: OpenClause | undefined;
  readonly source: string;
  readonly lines: readonly string[];
  readonly report: Report;
};

const startOf = (node: Nodes) => ({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });
const sourceOf = (node: Nodes, source: string) => source.slice(node.position?.start.offset, node.position?.end.offset);

function readNode(node: RootContent, state: State): void {
  if (node.type === 'heading') readHeading(node, state);
  else if (node.type === 'code') readFence(node, state);
  else readProse(node, state);
}

function readProse(node: RootContent, state: State): void {
  const inner = nestedFence(node);
  if (inner) state.report(startOf(inner), '条款块不能放在列表或引用里面：请顶格写');
  const text = sourceOf(node, state.source);
  if (node.type === 'paragraph' && /^#{1,6}[^\s#]/.test(text)) state.report(startOf(node), '“#”后面要空一格，才是标题');
  if (node.type !== 'html' && node.type !== 'thematicBreak') state.current?.pieces.push(text);
}

function readHeading(node: Heading, state: State): void {
  const raw = sourceOf(node, state.source);
  const at = startOf(node);
  const text = raw.replace(/^#+\s*|\s*#*\s*$/g, '');
  const marked = /^(.*?)\s*\{#([^{}]*)\}$/.exec(text);
  const [title = '', id = ''] = marked?.slice(1) ?? [];
  if (!raw.startsWith('#')) state.report(at, '文字下面紧跟“---”或“===”会变成标题：中间请空一行');
  else if (!marked) readStructure(text, node.depth, at, state);
  else if (/^\d+[a-z]?(\.\d+[a-z]?)*$/.test(id)) openClause({ id, title, depth: node.depth, line: at.line }, at, state);
  else {
    state.report(at, `条的编号“${id}”不行：用数字和点，如 {#13} 或 {#13.2}`);
    loseClause(node.depth, at, state);
  }
}

function openClause(head: Omit<OpenClause, 'pieces'>, at: Position, state: State): void {
  const twin = state.clauses.find((clause) => clause.id === head.id);
  if (twin) state.report(at, `编号 {#${head.id}} 在第 ${twin.line} 行已经用过：每条用自己的编号${ownNumber(head)}`);
  while ((state.open.at(-1)?.depth ?? 0) >= head.depth) state.open.pop();
  const parent = state.open.at(-1);
  const clause = { ...head, pieces: [], ...(parent ? { parent: parent.id } : {}) };
  state.open.push(clause);
  state.clauses.push(clause);
  state.current = clause;
}

/** The number that a copied heading says itself: 第三条 → {#3}, （三） beside 13.2 → {#13.3}. */
function ownNumber({ id, title }: { readonly id: string; readonly title: string }): string {
  const [, article, item] = /^(?:第(.+?)条|[（(](.+?)[）)])/.exec(title) ?? [];
  const n = numberOf(article ?? item ?? '');
  const own = n === undefined || article !== undefined ? n : id.replace(/[^.]*$/, String(n));
  return own === undefined || String(own) === id ? '' : `；标题写的是“${title.slice(0, 12)}”，是不是 {#${own}}？`;
}

/** An article whose id can't be read: its blocks are read all the same, so that their slips are told at once. */
function loseClause(depth: number, at: Position, state: State): void {
  while ((state.open.at(-1)?.depth ?? 0) >= depth) state.open.pop();
  state.current = { id: '', title: '', depth, line: at.line, pieces: [] };
}

/** A heading without an id is structure (a chapter); an article that lost its id would vanish from every check. */
function readStructure(text: string, depth: number, at: Position, state: State): void {
  const lost = lostId(text);
  if (lost !== undefined) {
    state.report(at, lost);
    loseClause(depth, at, state);
    return;
  }
  state.chapters.push({ title: text, line: at.line });
  if (depth <= (state.current?.depth ?? 0)) state.current = undefined;
  while ((state.open.at(-1)?.depth ?? 0) >= depth) state.open.pop();
}

/** What an article's heading says wrong about its id, or undefined: it is a chapter's. */
function lostId(text: string): string | undefined {
  const number = /[{｛]\s*[#＃]\s*([0-9a-z.]*)/.exec(text);
  if (number) return `条的编号要写在标题末尾，用半角：{#${number[1] || '13.2'}}`;
  const article = /^(第[零〇一二三四五六七八九十百\d]+[条款项]|[（(][一二三四五六七八九十\d]+[）)])/.test(text);
  return article ? `“${text.slice(0, 12)}”没有编号：请在标题末尾加 {#…}，如 {#13.2}` : undefined;
}

function nestedFence(node: Nodes): Nodes | undefined {
  const children = 'children' in node ? (node.children as Nodes[]) : [];
  for (const child of children) {
    const hit = child.type === 'code' ? child : nestedFence(child);
    if (hit) return hit;
  }
  return undefined;
}

function readFence(node: Code, state: State): void {
  const at = startOf(node);
  const lastLine = node.position?.end.line ?? at.line;
  const broken = brokenFence(at, lastLine, state);
  if (broken !== undefined || !state.current) {
    state.report(at, broken ?? '条款块不在任何一条下面：一个块的依据就是它所在的那一条');
    return;
  }
  const words = [node.lang ?? '', ...(node.meta ?? '').split(/\s+/)].filter((part) => part !== '');
  const [kind = '', id = ''] = words;
  if (kind !== '' && (words.length > 2 || !isId(id))) {
    const why = id === '' ? '没有编号' : `编号“${words.slice(1).join(' ')}”不行`;
    state.report(at, `围栏第一行写“种类 编号”（如 flow main-site），这里${why}：编号用小写字母、数字和“-”`);
  }
  const text = state.lines.slice(at.line, lastLine - 1).join('\n');
  state.blocks.push({
    kind,
    id,
    clause: state.current.id,
    line: at.line,
    text,
    body: parseBody(text, at.line + 1, state.report),
  });
}

/** What is wrong with the fence itself, before its inside is looked at. */
function brokenFence(at: Position, lastLine: number, state: State): string | undefined {
  const first = state.lines[at.line - 1] ?? '';
  if (!/^\s*(`{3,}|~{3,})/.test(first)) return '这一行缩进了四格，会被当成代码：正文请顶格或只缩进两格';
  if (at.column > 1) return '条款块的围栏要顶格写';
  const closed = lastLine > at.line && /^(`{3,}|~{3,})\s*$/.test(state.lines[lastLine - 1] ?? '');
  return closed ? undefined : '这个围栏没有结尾：它后面的内容全被当成了块里的内容，请补上一行 ```';
}
