/** The text's title: what Word calls one, or what looks like one to a reader. It leaves the text. */
import type { Block, Line } from './model.ts';

/** Blocks at the beginning among which a title is looked for. */
const searched = 20;
const titleMax = 200;
/** 15 points, 小三. */
const largeFrom = 30;

/** `title` is '' when none was found. */
export function takeTitle(blocks: readonly Block[]): { readonly title: string; readonly lines: readonly Line[] } {
  const head = blocks.slice(0, searched);
  const lines = run(head, (line) => line.titled) ?? byLooks(head, blocks) ?? onlyHeading(blocks) ?? [];
  const title = joined(lines.map(({ text }) => text));
  return title.length > 0 && title.length <= titleMax ? { title, lines } : { title: '', lines: [] };
}

/** The first lines in a row for which that holds. */
function run(blocks: readonly Block[], is: (line: Line) => boolean): readonly Line[] | undefined {
  const holds = (block: Block | undefined): block is Line =>
    block?.is === 'line' && block.text.trim() !== '' && is(block);
  const from = blocks.findIndex(holds);
  if (from < 0) return undefined;
  const rest = blocks.slice(from);
  const length = rest.findIndex((block) => !holds(block));
  return (length < 0 ? rest : rest.slice(0, length)).filter(holds);
}

/** Centred and larger than the text, before the first ordinary paragraph. Red is the name of the office on its letterhead. */
function byLooks(head: readonly Block[], all: readonly Block[]): readonly Line[] | undefined {
  const first = head.findIndex((block) => block.is === 'table' || (block.is === 'line' && isOrdinary(block)));
  const before = first < 0 ? head : head.slice(0, first);
  const usual = usualSize(all.slice(before.length));
  const fits = (line: Line) => line.align === 'center' && !line.red && line.size > usual && line.size >= largeFrom;
  const sizes = before.flatMap((block) => (block.is === 'line' && fits(block) ? [block.size] : []));
  return run(before, (line) => fits(line) && line.size === Math.max(...sizes));
}

const isOrdinary = ({ align, level, text }: Line): boolean =>
  align === undefined &&
  level === undefined &&
  text.trim().length > 0 &&
  !/^[\s\u3000]*附[\s\u3000]*件[\s\u3000\d]*[：:]?\s*$/.test(text);

/** Half points of most of the words. */
function usualSize(blocks: readonly Block[]): number {
  const signs = new Map<number, number>();
  for (const block of blocks)
    if (block.is === 'line' && block.level === undefined)
      signs.set(block.size, (signs.get(block.size) ?? 0) + block.text.length);
  return [...signs].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A text that begins with a heading, and has no other one as high. */
function onlyHeading(blocks: readonly Block[]): readonly Line[] | undefined {
  const [first] = blocks;
  if (first?.is !== 'line' || first.level === undefined || first.number) return undefined;
  const level = first.level;
  const others = blocks.some((block) => block !== first && block.is === 'line' && (block.level ?? 10) <= level);
  return others ? undefined : [first];
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef\u{20000}-\u{3ffff}]/u;

const isWideBetween = (before: string, after: string): boolean =>
  wide.test(Array.from(before).at(-1) ?? '') && wide.test(Array.from(after)[0] ?? '');

/** In one line: between two Chinese signs a line's end is nothing, elsewhere a space. 通　知 is 通知. */
function joined(lines: readonly string[]): string {
  const parts = lines.flatMap((text) => text.split('\n')).map((part) => part.replace(/[\s\u00a0\u3000]+/g, ' ').trim());
  const whole = parts
    .filter(Boolean)
    .reduce((before, part) => `${before}${isWideBetween(before, part) ? '' : ' '}${part}`, '')
    .trim();
  return /^(?:\p{Script=Han} )+\p{Script=Han}$/u.test(whole) ? whole.replaceAll(' ', '') : whole;
}
