/**
 * The one cleaning profile for every way in: editor, paste, Word, import, API. Html is read as a browser reads it, built
 * anew from the forms of docs/article-html.md alone, and passed through a sanitiser once more. Cleaning twice is
 * cleaning once (G4).
 */
import type { Block } from './model.ts';
import { parseFragment, TooDeep } from './parse.ts';
import { Printer } from './print.ts';
import { Reader } from './read.ts';
import { TooBig } from './table.ts';
import { textOf } from './text.ts';
import type { Cleaned, KnownFiles } from './types.ts';
import { wall } from './wall.ts';

/** The version of this profile, in the hash of every revision. */
export const profile = 2;
export const htmlMax = 2_000_000;
export const textMax = 1_000_000;
export const filesMax = 300;

/** `known`: the files of ours that the html may name; others are not there. */
export function clean(html: string, known: KnownFiles): Cleaned {
  if (html.length > htmlMax) return { ok: false, code: 'text_too_long' };
  try {
    return cleaned(html, known);
  } catch (error) {
    if (error instanceof TooDeep) return { ok: false, code: 'text_too_deep' };
    if (error instanceof TooBig) return { ok: false, code: 'table_too_big' };
    throw error;
  }
}

function cleaned(html: string, known: KnownFiles): Cleaned {
  const reader = new Reader(known);
  const blocks = reader.blocks(parseFragment(html));
  const printer = new Printer(known);
  const printed = wall(printer.all(blocks, reader.notes));
  const text = textOf(printed);
  if (printed.length > htmlMax || text.length > textMax) return { ok: false, code: 'text_too_long' };
  if (printer.files.length > filesMax) return { ok: false, code: 'too_many_files' };
  const all = [...blocks, ...[...reader.notes.values()].flat()];
  return {
    ok: true,
    html: printed,
    text,
    files: printer.files,
    lost: reader.losses.say(),
    missing: count(all, (b) => b.is === 'missing'),
    speechless: count(all, (b) => b.is === 'figure' && b.alt === ''),
  };
}

function count(blocks: readonly Block[], is: (block: Block) => boolean): number {
  return blocks.reduce((sum, block) => sum + (is(block) ? 1 : 0) + count(inside(block), is), 0);
}

function inside(block: Block): readonly Block[] {
  if (block.is === 'list') return block.items.flat();
  if (block.is === 'quote') return block.blocks;
  return block.is === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)) : [];
}
