/**
 * Automatic numbers, as Word shows them. A number in Chinese style (一、（一）第三条) is part of what is read, so it becomes
 * text; so does every number of a heading. What a web page counts in the same way stays a list: bullets, and 1. 2. 3.
 */
import { numeral } from './numerals.ts';
import type { Styles } from './styles.ts';
import { child, elements, switched, val, type Xml } from './xml.ts';

export type Numbered =
  | { readonly is: 'text'; readonly text: string; readonly list: string; readonly depth: number }
  | { readonly is: 'bullet'; readonly list: string; readonly depth: number }
  | { readonly is: 'count'; readonly list: string; readonly depth: number; readonly n: number };

type Level = {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly plain: boolean;
  readonly restarts: boolean;
  readonly style: string | undefined;
};
type Num = {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
};

const levelMax = 8;
const numberOf = (text: string | undefined, otherwise: number): number => {
  const n = Number.parseInt(text ?? '', 10);
  return Number.isFinite(n) ? Math.min(Math.max(n, 0), 1_000_000) : otherwise;
};

export class Numbering {
  readonly #abstracts = new Map<string, ReadonlyMap<number, Level>>();
  readonly #links = new Map<string, string>();
  readonly #nums = new Map<string, Num>();
  /** What each abstract numbering stands at, by level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  readonly #styles: Styles;

  constructor(root: Xml | undefined, styles: Styles) {
    this.#styles = styles;
    for (const one of elements(root)) {
      const id = one.at['w:abstractNumId'];
      if (one.name !== 'w:abstractNum' || id === undefined) continue;
      this.#abstracts.set(id, levelsOf(one));
      const link = val(one, 'w:numStyleLink');
      if (link !== undefined) this.#links.set(id, link);
    }
    for (const one of elements(root)) if (one.name === 'w:num') this.#nums.set(one.at['w:numId'] ?? '', numOf(one));
  }

  /** The number of the next paragraph; asked once for each one, in order. `text`: as text in any case (a heading). */
  next(pPr: Xml | undefined, asText: boolean): Numbered | undefined {
    const found = this.#place(pPr);
    if (!found) return undefined;
    const { numId, num, depth, levels } = found;
    const level = levels.get(depth);
    if (!level || level.format === 'none') return undefined;
    const counts = this.#count(numId, num, depth, levels);
    const list = `${num.abstract}.${numId}`;
    if (level.format === 'bullet') return { is: 'bullet', list, depth };
    if (!asText && isPlainCount(level, depth)) return { is: 'count', list, depth, n: counts[depth] ?? 1 };
    const text = shown(level, levels, counts);
    return text === '' ? undefined : { is: 'text', text, list, depth };
  }

  #place(pPr: Xml | undefined) {
    const own = child(pPr, 'w:numPr');
    const numPr = own && val(own, 'w:numId') !== undefined ? own : this.#styles.paragraph(pPr, 'w:numPr');
    const numId = val(numPr, 'w:numId');
    const num = numId === undefined || numId === '0' ? undefined : this.#nums.get(numId);
    if (!num || numId === undefined) return undefined;
    const levels = this.#levels(num);
    const ids = this.#styles.paragraphChain(pPr).map(({ id }) => id);
    const ofStyle =
      numPr === own ? undefined : [...levels].find(([, { style }]) => style !== undefined && ids.includes(style))?.[0];
    const asked = val(own, 'w:ilvl') ?? val(numPr, 'w:ilvl');
    return { numId, num, levels, depth: Math.min(ofStyle ?? numberOf(asked, 0), levelMax) };
  }

  #levels(num: Num): ReadonlyMap<number, Level> {
    const link = this.#links.get(num.abstract);
    const [style] = this.#styles.chain(link);
    const other = this.#nums.get(val(child(style?.pPr, 'w:numPr'), 'w:numId') ?? '');
    const base = this.#abstracts.get((link === undefined ? num : (other ?? num)).abstract) ?? new Map<number, Level>();
    return num.levels.size === 0 ? base : new Map([...base, ...num.levels]);
  }

  #count(numId: string, num: Num, depth: number, levels: ReadonlyMap<number, Level>): readonly (number | undefined)[] {
    const counts = this.#counts.get(num.abstract) ?? [];
    this.#counts.set(num.abstract, counts);
    if (!this.#begun.has(numId)) for (const at of num.starts.keys()) counts[at] = undefined;
    this.#begun.add(numId);
    const startOf = (at: number) => num.starts.get(at) ?? levels.get(at)?.start ?? 1;
    for (let at = 0; at < depth; at++) counts[at] ??= startOf(at);
    const last = counts[depth];
    counts[depth] = last === undefined ? startOf(depth) : last + 1;
    for (let at = depth + 1; at <= levelMax; at++) if (levels.get(at)?.restarts ?? true) counts[at] = undefined;
    return counts;
  }
}

/** What a page would count as 1. 2. 3. by itself. */
const isPlainCount = ({ format, text }: Level, depth: number): boolean =>
  format === 'decimal' && [`%${depth + 1}`, `%${depth + 1}.`, `%${depth + 1}．`].includes(text.trim());

function shown(level: Level, levels: ReadonlyMap<number, Level>, counts: readonly (number | undefined)[]): string {
  const text = level.text
    .replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const format = levels.get(at)?.format ?? 'decimal';
      const asked = level.plain && format !== 'none' ? 'decimal' : format;
      return asked === 'none' ? '' : numeral(counts[at] ?? levels.get(at)?.start ?? 1, asked);
    })
    .trim();
  if (text === '' || level.suffix === 'nothing') return text;
  // 一、概况 but 1.1 概况: after a Chinese sign nobody leaves a space, except in 第一条.
  return /[、，。．：）〉》】①-⒛㈠-㈩]$/u.test(text) ? text : /[\u3400-\u9fff]$/u.test(text) ? `${text}　` : `${text} `;
}

function levelsOf(parent: Xml): ReadonlyMap<number, Level> {
  return new Map(
    elements(parent)
      .filter(({ name }) => name === 'w:lvl')
      .map((one) => [numberOf(one.at['w:ilvl'], 0), levelOf(one)] as const),
  );
}

const levelOf = (one: Xml): Level => ({
  start: numberOf(val(one, 'w:start'), 1),
  format: formatOf(one),
  text: val(one, 'w:lvlText') ?? '',
  suffix: val(one, 'w:suff') ?? 'tab',
  plain: switched(one, 'w:isLgl') ?? false,
  restarts: val(one, 'w:lvlRestart') !== '0',
  style: val(one, 'w:pStyle'),
});
/** Newer formats stand beside the older one that all programs know. */
const formatOf = (one: Xml): string =>
  val(one, 'w:numFmt') ?? val(child(child(one, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ?? 'decimal';

function numOf(one: Xml): Num {
  const overrides = elements(one).filter(({ name }) => name === 'w:lvlOverride');
  const starts = overrides.flatMap((each) => {
    const start = val(each, 'w:startOverride');
    return start === undefined ? [] : [[numberOf(each.at['w:ilvl'], 0), numberOf(start, 1)] as const];
  });
  const levels = overrides.flatMap((each) => [...levelsOf(each)]);
  return { abstract: val(one, 'w:abstractNumId') ?? '', starts: new Map(starts), levels: new Map(levels) };
}
