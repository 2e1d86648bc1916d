/**
 * What 一键排版 changes within one line of text. Pure: the words of a block in, places to change out. Only what stands
 * between Chinese is touched: Latin words, numbers, addresses and a single space stay as they are.
 */
export type Fix = 'ends' | 'doubled' | 'punctuation';
/** `from`–`to` of the line are replaced by `text`. In order, never overlapping. */
export type Edit = { readonly fix: Fix; readonly from: number; readonly to: number; readonly text: string };

const full: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '?': '？', '!': '！' };
const spaces = new Set(' \t\n\r\f\v\u00a0\u2028\u2029\u3000\ufeff');
const isSpace = (sign: string): boolean => spaces.has(sign);
const han = /^\p{Script=Han}$/u;
/** What may stand before or after a full-width sign beside a Chinese character itself. */
const closing = new Set('》）”’」』】、，。；：？！…');
const opening = new Set('《（“‘「『【');
const numerals = /^[\s\u00a0\u3000]*[（(]?[一二三四五六七八九十百]{1,6}[）)]?$/;

/** The character that ends before `at`, and the one that begins there; '' at the ends of the line. */
const before = (line: string, at: number): string => {
  const low = line.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? line.slice(at - 2, at) : line.slice(at - 1, at);
};
const after = (line: string, at: number): string =>
  at < line.length ? String.fromCodePoint(line.codePointAt(at) ?? 0) : '';

export function editsOf(line: string): Edit[] {
  const start = line.length - trimmedStart(line).length;
  const end = trimmedEnd(line).length;
  if (start >= end) return [];
  const spared = addresses(line);
  const paired = pairs(line, spared);
  // Sign for sign, so that every place stays where it is.
  const next = line.split('');
  for (const { from, text } of paired) next[from] = text;
  const signs = [...paired, ...punctuation(next.join(''), start, end, spared)];
  const taken = new Uint8Array(line.length);
  for (const { from, to } of signs) taken.fill(1, from, to);
  const edits: Edit[] = [
    ...(start > 0 ? [{ fix: 'ends' as const, from: 0, to: start, text: '' }] : []),
    ...signs,
    ...doubled(line, start, end).filter(({ from, to }) => !taken[from] && !taken[to - 1]),
    ...(end < line.length ? [{ fix: 'ends' as const, from: end, to: line.length, text: '' }] : []),
  ];
  return edits.sort((a, b) => a.from - b.from);
}

const trimmedStart = (line: string): string => line.replace(/^[\s\u00a0\u3000]+/, '');
function trimmedEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isSpace(line[end - 1] ?? '')) end--;
  return line.slice(0, end);
}

function doubled(line: string, start: number, end: number): Edit[] {
  const found: Edit[] = [];
  for (let at = start; at < end; at++) {
    const sign = line[at] ?? '';
    if (!isSpace(sign)) continue;
    let to = at + 1;
    while (to < end && isSpace(line[to] ?? '')) to++;
    if (to - at > 1) found.push({ fix: 'doubled', from: at, to, text: sign === '\u3000' ? sign : ' ' });
    at = to;
  }
  return found;
}

type Range = readonly [number, number];
/** 1 where a web or mail address stands: up to the next space or full-width sign. */
function addresses(line: string): Uint8Array {
  const found = new Uint8Array(line.length);
  for (const { index } of line.matchAll(/https?:\/\/|www\.|mailto:/gi)) {
    if (found[index]) continue;
    let to = index;
    while (to < line.length && !isSpace(line[to] ?? '') && !closing.has(line[to] ?? '') && !opening.has(line[to] ?? ''))
      to++;
    found.fill(1, index, to);
  }
  return found;
}

function punctuation(line: string, start: number, end: number, spared: Uint8Array): Edit[] {
  const found: Edit[] = [];
  for (let at = start; at < end; at++) {
    if (!full[line[at] ?? ''] || spared[at]) continue;
    let to = at + 1;
    while (to < end && full[line[to] ?? '']) to++;
    const text = wide(line.slice(at, to));
    const around = text && between(line, at, to, start, end);
    if (around) found.push({ fix: 'punctuation', from: around[0], to: around[1], text });
    at = to;
  }
  return found;
}

/** ,?! sign by sign; one point is a full stop, three or more are an ellipsis, two are nothing we know. */
function wide(run: string): string {
  if (/^\.{3,}$/.test(run)) return '……';
  if (run.includes('..')) return '';
  return [...run].map((sign) => full[sign]).join('');
}

/** With the spaces beside it, when Chinese stands on both sides (or the line ends); else undefined. */
function between(line: string, at: number, to: number, start: number, end: number): Range | undefined {
  let left = at;
  while (left > start && isSpace(line[left - 1] ?? '')) left--;
  let right = to;
  while (right < end && isSpace(line[right] ?? '')) right++;
  const [one, two] = [before(line, left), after(line, right)];
  const isChinese = han.test(one) || (closing.has(one) && left > start);
  const goesOn = right >= end || han.test(two) || opening.has(two);
  // 一. and 1. number a paragraph by hand: they stay.
  if (!isChinese || !goesOn || (line[at] === '.' && numerals.test(line.slice(0, left)))) return undefined;
  return [left, right];
}

const partner: Readonly<Record<string, string>> = { ')': '(', '）': '(' };
const isLatin = (sign: string): boolean => /^[A-Za-z0-9]$/.test(sign);
/** How many Chinese characters stand before each place: pairs inside pairs would otherwise be read again and again. */
function hanBefore(line: string): Uint32Array {
  const counts = new Uint32Array(line.length + 1);
  for (const { index } of line.matchAll(/\p{Script=Han}/gu)) counts[index + 1] = 1;
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return counts;
}

/** Brackets and quotation marks, both of a pair together, when Chinese stands inside and no Latin word touches them. */
function pairs(line: string, spared: Uint8Array): Edit[] {
  const found: Edit[] = [];
  const counts = hanBefore(line);
  const hasHan = (from: number, to: number) => (counts[to] ?? 0) > (counts[from] ?? 0);
  const take = (from: number, to: number, text: readonly [string, string]) => {
    const free = !isLatin(before(line, from)) && !isLatin(after(line, to + 1));
    if (!free || !hasHan(from + 1, to) || spared[from] || spared[to]) return;
    for (const [at, sign] of [
      [from, text[0]],
      [to, text[1]],
    ] as const)
      if (line[at] !== sign) found.push({ fix: 'punctuation', from: at, to: at + 1, text: sign });
  };
  const open: number[] = [];
  const quotes: number[] = [];
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? '';
    if (sign === '(' || sign === '（') open.push(at);
    else if (partner[sign]) {
      const from = open.pop();
      if (from !== undefined) take(from, at, ['（', '）']);
    } else if (sign === '"') quotes.push(at);
  }
  for (let i = 0; quotes.length % 2 === 0 && i < quotes.length; i += 2)
    take(quotes[i] ?? 0, quotes[i + 1] ?? 0, ['“', '”']);
  return found;
}
