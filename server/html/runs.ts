/** Inline text: spaces as a browser shows them, and runs printed with marks nested in one order. */
import { escapeText, escapeValue } from '../../core/escape.ts';
import { type Dress, markTags, type Run, sameDress } from './model.ts';

/** No-break spaces stay inside a line; what indents or ends it (also U+3000) is never content. */
const before = /^[\s\u00a0\u3000]+/;
const after = /[\s\u00a0\u3000]+$/;

/** Neighbours of the same dress become one; spaces collapse, and go at both ends of each line. */
export function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.is === 'text' && last?.is === 'text' && sameDress(run.dress, last.dress))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return trimmed(collapsed(joined));
}

function collapsed(runs: readonly Run[]): Run[] {
  let spaced = false;
  return runs.map((run) => {
    if (run.is !== 'text') {
      spaced = false;
      return run;
    }
    const single = run.text.replace(/[ \t\n\r\f]+/g, ' ');
    const text = spaced && single.startsWith(' ') ? single.slice(1) : single;
    spaced = text === '' ? spaced : text.endsWith(' ');
    return { ...run, text };
  });
}

/** Cuts spaces at the beginning and the end of every line, and breaks at the end of the whole. */
function trimmed(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let atStart = true;
  for (const run of runs) {
    if (run.is === 'break') {
      trimEnd(out);
      if (out.length > 0) out.push(run);
      atStart = true;
      continue;
    }
    const kept = run.is === 'text' && atStart ? { ...run, text: run.text.replace(before, '') } : run;
    if (kept.is === 'text' && kept.text === '') continue;
    out.push(kept);
    atStart = false;
  }
  trimEnd(out);
  while (out.at(-1)?.is === 'break') {
    out.pop();
    trimEnd(out);
  }
  return out;
}

function trimEnd(out: Run[]): void {
  for (let last = out.at(-1); last?.is === 'text'; last = out.at(-1)) {
    const text = last.text.replace(after, '');
    out.pop();
    if (text !== '') {
      out.push({ ...last, text });
      return;
    }
  }
}

type Open = { readonly tag: string; readonly href?: string | undefined };
const wanted = ({ href, marks }: Dress): Open[] => [
  ...(href === undefined ? [] : [{ tag: 'a', href }]),
  ...markTags.filter((tag) => marks.has(tag)).map((tag) => ({ tag })),
];

/** `firstRef`: whether this is the first reference to a note, which alone carries its id. */
export function printRuns(runs: readonly Run[], firstRef: (n: number) => boolean): string {
  let html = '';
  const open: Open[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</${open.pop()?.tag}>`;
  };
  for (const run of runs) {
    const want = wanted(run.dress);
    let same = 0;
    while (same < want.length && want[same]?.tag === open[same]?.tag && want[same]?.href === open[same]?.href) same++;
    closeTo(same);
    for (const one of want.slice(same)) {
      html += one.tag === 'a' ? `<a href="${escapeValue(one.href ?? '')}">` : `<${one.tag}>`;
      open.push(one);
    }
    html += printed(run, firstRef);
  }
  closeTo(0);
  return html;
}

function printed(run: Run, firstRef: (n: number) => boolean): string {
  if (run.is === 'text') return escapeText(run.text);
  if (run.is === 'break') return '<br />';
  const id = firstRef(run.n) ? ` id="fnref-${run.n}"` : '';
  return `<sup class="fnref"${id}><a href="#fn-${run.n}">[${run.n}]</a></sup>`;
}
