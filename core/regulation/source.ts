/** What no text may have, looked at before any parser: too much of it, characters that no store takes, deep nesting. */
import type { Fault } from './types.ts';

const bytesMax = 1_000_000;
const depthMax = 100;

/** The first reason not to parse this text at all, or undefined. Positions are 1-based; columns count UTF-16 units. */
export function unreadable(source: string): Fault | undefined {
  if (source.length > bytesMax || utf8Bytes(source) > bytesMax) {
    return { line: 1, column: 1, message: '文件超过 1 MB：一份规定不会这么长，请分成几份' };
  }
  return badCharacter(source) ?? deepNesting(source);
}

function utf8Bytes(source: string): number {
  let bytes = 0;
  for (const char of source) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function badCharacter(source: string): Fault | undefined {
  const nul = source.indexOf('\u0000');
  if (nul >= 0)
    return { ...positionOf(source, nul), message: '这里有一个空字符（NUL）：请删去，或重新另存为 UTF-8 文本' };
  const half = source.search(/\p{Surrogate}/u);
  if (half >= 0) return { ...positionOf(source, half), message: '这里有半个字符（文件存坏了）：请重新输入这个字' };
  return undefined;
}

export function positionOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** Parsers recurse: brackets, quotes and lists within lists are counted first. A blank line ends prose, not a fence. */
function deepNesting(source: string): Fault | undefined {
  let depth = 0;
  let fenced = false;
  for (const [i, line] of source.split('\n').entries()) {
    if (/^(`{3,}|~{3,}|---\s*$)/.test(line)) [fenced, depth] = [!fenced, 0];
    else if (line.trim() === '' && !fenced) depth = 0;
    const marks = /^(?:\s*(?:[-*+>?]|\d+[.)])(?=\s|>|$))+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    for (const char of line) {
      if (char === '[' || char === '{') depth += 1;
      if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
      if (depth > depthMax) break;
    }
    if (depth > depthMax || marks > depthMax || (indent > 2 * depthMax && line.trim() !== '')) {
      return { line: i + 1, column: 1, message: `嵌套超过 ${depthMax} 层：请检查括号、缩进或列表符号` };
    }
  }
  return undefined;
}
