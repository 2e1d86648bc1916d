/**
 * A regulation's text → typed, checked rules. Every slip is a fault with its line and column, and a sentence in Chinese
 * that a clerk can mend it by; nothing in a block is ignored.
 */
import { assemble } from './assemble.ts';
import { type Body, type Report, unknownWord } from './body.ts';
import { checkDraft } from './checks/all.ts';
import { type Draft, emptyDraft } from './draft.ts';
import type { Form, Reading } from './form.ts';
import { type Front, front } from './front.ts';
import type { ReadBlock } from './kinds/kind.ts';
import { kinds } from './kinds/table.ts';
import { parseText, type RawBlock, type Text } from './markdown.ts';
import { type Names, namesOf, noNames } from './names.ts';
import { unreadable } from './source.ts';
import type { Fault, Regulation } from './types.ts';
import { wordsOf } from './words.ts';

/**
 * `regulation` is undefined when any fault is not a warning. Faults come in the order of the text. Rules that need the
 * whole file (chains, columns, remits) are checked once every block could be read. Never throws, whatever the text.
 */
export function readRegulation(source: string): { regulation: Regulation | undefined; faults: Fault[] } {
  const stop = unreadable(source);
  if (stop) return { regulation: undefined, faults: [stop] };
  const faults: Fault[] = [];
  const report: Report = (at, message, warn) => {
    const known = faults.some((one) => one.line === at.line && one.column === at.column && one.message === message);
    if (!known) faults.push({ line: at.line, column: at.column, message, ...(warn ? { warn } : {}) });
  };
  const regulation = readText(parseText(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), report), report, faults);
  faults.sort((a, b) => a.line - b.line || a.column - b.column);
  return { regulation: isSound(faults) ? regulation : undefined, faults };
}

const isSound = (faults: readonly Fault[]): boolean => faults.every((fault) => fault.warn);

function readText(text: Text, report: Report, faults: readonly Fault[]): Regulation | undefined {
  const head = text.front && readBody(text.front, front, noNames, report);
  const names = namesOf(text.front, text.blocks);
  const draft = emptyDraft();
  checkIds(text.blocks, report);
  for (const block of text.blocks) readBlock(block, names, draft, report);
  return head && isSound(faults) ? finish(head, text, names, draft, report) : undefined;
}

function finish(head: Front, text: Text, names: Names, draft: Draft, report: Report): Regulation | undefined {
  const regulation = assemble(head, text.clauses, draft, report);
  if (regulation) checkDraft(regulation, draft, names, report);
  return regulation;
}

function readBody<T>(body: Body, form: Form<T>, names: Names, report: Report): T | undefined {
  return form.read(body.root, readingOf(body, names, report));
}

const readingOf = (body: Body, names: Names, report: Report): Reading => ({
  names,
  fault: (node, message, offset) => report(body.position(node, offset), message),
});

function readBlock(block: RawBlock, names: Names, draft: Draft, report: Report): void {
  const at = { line: block.line, column: 4 };
  const kind = Object.hasOwn(kinds, block.kind) ? kinds[block.kind] : undefined;
  if (!kind) {
    report(at, strangeKind(block.kind));
    return;
  }
  if (kind.ids && !kind.ids.includes(block.id)) report(at, unknownWord(block.id, `${block.kind} 的编号`, kind.ids));
  if (!block.body) return;
  const read = kind.read(block.body.root, readingOf(block.body, names, report), block.id);
  if (!read) return;
  const { clause, line, id } = block;
  read.into(draft, { clause, line, id, at: block.body.at });
  draft.blocks.push({ kind: block.kind, id, clause, line, says: read.says(wordsOf(names)), ...carried(read) });
}

function carried({ name, reading, basis, force, extends: standard }: ReadBlock) {
  return {
    ...(force === 'should' ? { force } : {}),
    ...(standard === undefined ? {} : { extends: standard }),
    ...(name === undefined ? {} : { name }),
    ...(reading === undefined ? {} : { reading }),
    ...(basis === undefined ? {} : { basis }),
  };
}

function strangeKind(kind: string): string {
  if (kind === '') return '围栏没有写种类：第一行要写“种类 编号”，如 flow main-site';
  return unknownWord(kind, '条款块种类', Object.keys(kinds));
}

/** Ids are unique per kind, except for kinds whose blocks add up. */
function checkIds(blocks: readonly RawBlock[], report: Report): void {
  const seen = new Map<string, number>();
  for (const block of blocks) {
    const key = `${block.kind} ${block.id}`;
    const first = seen.get(key);
    const merges = Object.hasOwn(kinds, block.kind) && kinds[block.kind]?.merges;
    if (first !== undefined && !merges) {
      report({ line: block.line, column: 4 }, `${key} 写了两次，第一次在第 ${first} 行：请换一个编号，或合成一个块`);
    }
    if (first === undefined) seen.set(key, block.line);
  }
}
