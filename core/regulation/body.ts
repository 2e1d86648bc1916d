/** The body of a block: a YAML 1.2 map, with the place of every node in the file. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { hint } from './near.ts';

export type Position = { readonly line: number; readonly column: number };
export type Report = (at: Position, message: string, warn?: true) => void;
export type PathStep = string | number;

export type Body = {
  readonly root: Node;
  /** Where a node stands in the file; `offset` counts characters inside a scalar's value. */
  position(node: Node, offset?: number): Position;
  /** Where the value at this path stands, or the nearest thing above it that is there. */
  at(...path: readonly PathStep[]): Position;
};

/** Undefined when the text is not a body; then `report` has been told. `firstLine` is the line of its first character. */
export function parseBody(text: string, firstLine: number, report: Report): Body | undefined {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) };
  };
  let sound = true;
  const fault = (at: Position, message: string) => {
    sound = false;
    report(at, message);
  };
  traps(text, firstLine, fault);
  const doc = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (sound) for (const error of doc.errors) fault(place(error.pos[0]), yamlMessage(error, text));
  if (sound) for (const node of foreign(doc.contents)) fault(place(node.range?.[0] ?? 0), foreignMessage);
  if (!sound) return undefined;
  const root = doc.contents;
  if (!root || (isScalar(root) && root.value === null)) {
    fault({ line: firstLine, column: 1 }, '条款块是空的：没有内容的也要写 {}');
    return undefined;
  }
  return bodyOf(text, root, place);
}

const foreignMessage = '锚点（&）、引用（*）、标签（!）不是本语言的写法：要写这些字符请加引号';

/** Nodes that use YAML beyond the language. */
function foreign(root: Node | null): readonly Node[] {
  const found: Node[] = [];
  if (root) {
    visit(root, {
      Node(_key, node) {
        if (isAlias(node) || ('anchor' in node && node.anchor) || node.tag !== undefined) found.push(node);
      },
    });
  }
  return found;
}

function bodyOf(text: string, root: Node, place: (offset: number) => Position): Body {
  const position = (node: Node, offset = 0): Position => {
    const start = node.range?.[0] ?? 0;
    return place(isScalar(node) && offset > 0 ? start + offsetInSource(text, node, offset) : start);
  };
  const at = (...path: readonly PathStep[]): Position => {
    let node: Node = root;
    for (const step of path) {
      const next = childOf(node, step);
      if (!next) break;
      node = next;
    }
    return position(node);
  };
  return { root, position, at };
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? item : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((one) => isScalar(one.key) && keyText(one.key) === step);
  if (isNode(pair?.value) && !(isScalar(pair.value) && pair.value.value === null)) return pair.value;
  return isNode(pair?.key) ? pair.key : undefined;
}

/** A key as it was written: `no` and `1` are text. */
export const keyText = (key: { value: unknown; source?: string | undefined }): string =>
  key.source ?? String(key.value);

/** A scalar may be quoted or go on over lines, so the offset is found by counting characters that are not spaces. */
function offsetInSource(text: string, node: Node & { value: unknown }, offset: number): number {
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const source = text.slice(start, end);
  const quoted = /^["']/.test(source) ? 1 : 0;
  let left = String(node.value).slice(0, offset).replace(/\s/g, '').length;
  for (let i = quoted; i < source.length; i++) {
    if (/\s/.test(source[i] ?? '')) continue;
    if (left === 0) return i;
    left -= 1;
  }
  return Math.max(source.length - 1, 0);
}

/** Slips that YAML reads in silence as something else. */
function traps(text: string, firstLine: number, fault: (at: Position, message: string) => void): void {
  for (const [i, line] of text.split('\n').entries()) {
    const plain = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => '_'.repeat(quoted.length));
    const slip = slips.map((one) => ({ ...one, hit: one.pattern.exec(plain) })).find((one) => one.hit);
    if (slip?.hit) fault({ line: firstLine + i, column: slip.hit.index + slip.hit[0].length }, slip.message);
  }
}

const slips: readonly { pattern: RegExp; message: string }[] = [
  {
    pattern: /^[ \t]*(?:- *)?[\w-]+：|[{,] *[\w-]+：/,
    message: '键后面用了全角冒号“：”：请改成半角冒号加一个空格“: ”',
  },
  { pattern: /\u00a0/, message: '这里有一个不间断空格（多半是从 Word 粘来的）：请改成普通空格' },
  { pattern: /^[\s\u3000]*?\u3000|[:,[{] *\u3000/, message: '这里有一个全角空格：请改成普通空格' },
  { pattern: /^\s*<<\s*:|[{,]\s*<<\s*:/, message: '合并键“<<”不是本语言的写法：请把各个键分别写出来' },
  {
    pattern: /\S #/,
    message: '“ #”之后会被当成注释而丢掉：文字请加引号；真是注释的，“#”前空两格',
  },
];

function yamlMessage(error: YAMLError, text: string): string {
  const start = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const line = text.slice(start, text.indexOf('\n', error.pos[0]) < 0 ? undefined : text.indexOf('\n', error.pos[0]));
  if (error.code === 'DUPLICATE_KEY') return duplicateMessage(text.slice(error.pos[0]));
  if (/: .*: /.test(line) && !/[[{]/.test(line)) return '文字里有“: ”：请给整段文字加引号';
  if (/[[{].*,/.test(line) && error.code !== 'TAB_AS_INDENT') {
    return '方括号或花括号没有配对，或者里面的文字带有 , [ ] { }：请检查括号，带这些字符的文字加引号';
  }
  return yamlMessages[error.code] ?? '这里不合 YAML 的写法：请检查冒号、缩进和引号';
}

const duplicateMessage = (rest: string): string => `键“${/^[^\s:]+/.exec(rest)?.[0] ?? ''}”写了两次：只留一个`;

const yamlMessages: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进用了制表符：请改成空格',
  BAD_SCALAR_START: '文字以特殊字符（` @ % 等）开头：请加引号',
  BAD_ALIAS: foreignMessage,
  BAD_INDENT: '缩进不对：同一层的键要对齐',
  BLOCK_AS_IMPLICIT_KEY: '文字里有“: ”：请给整段文字加引号',
  MULTILINE_IMPLICIT_KEY: '这一行缺少“: ”，或引号没有配对',
  MISSING_CHAR: '缺少一个符号：引号、括号要成对，冒号后面要有空格',
  MULTIPLE_DOCS: '条款块里不能有单独的“---”',
  UNEXPECTED_TOKEN: '这里多出了内容：以引号、括号开头的文字，整段都要加引号',
  BAD_DIRECTIVE: '行首的“%”不是本语言的写法：请加引号',
};

/** `found “x”, allowed …, nearest …`: the answer to a word that is not known. */
export function unknownWord(word: string, what: string, allowed: Iterable<string>): string {
  const all = [...allowed];
  const shown = all.length > 24 ? `${all.slice(0, 24).join('、')} 等 ${all.length} 个` : all.join('、');
  return `没有${what}“${word}”；可以写：${shown || '（这份文件还没有声明）'}${listHint(word, all) ?? `${hint(word, all)}${widthHint(word)}`}`;
}

/** Several known words with full-width commas between them: the list that was meant. */
function listHint(word: string, all: readonly string[]): string | undefined {
  const parts = word.split(/[，、；]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => all.includes(part))
    ? `；是不是“${parts.join(', ')}”？（逗号用半角）`
    : undefined;
}

function widthHint(word: string): string {
  if (/^[“‘].*[”’]$/.test(word)) return '（外面是 Word 的弯引号：请去掉，或改成半角引号）';
  return /[，、；：（）【】“”‘’]/.test(word) ? '（里面有全角标点：列表写成 [a, b]，标点用半角）' : '';
}
