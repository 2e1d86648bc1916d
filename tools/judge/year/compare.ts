/** The product's lines of a year beside those of the independent judge, line by line. */
import type { Line } from '../../../core/duty/lines.ts';
import type { Duty } from '../../../core/regulation/duty-types.ts';
import type { Told } from './asked.ts';
import { type History, span } from './history.ts';
import { judgedYear } from './judge.ts';
import { product } from './product.ts';

/** `lines`: how many were compared; `today`: those of the day itself; `patterns`: how many of each. */
export type Seen = {
  lines: number;
  today: number;
  readonly patterns: Map<string, number>;
  readonly differences: string[];
};
export const nothing = (): Seen => ({ lines: 0, today: 0, patterns: new Map(), differences: [] });

/** Adds what was seen of the year as it was known at an instant. */
export function compareYear(history: History, now: number, seen: Seen): void {
  const { year, today } = product(history, now);
  const lost = lostOf(history);
  const ofCore = (line: Line) => shownOf(line, lost);
  const [core, ours] = [year.map(ofCore), judgedYear(history, now).map((one) => toldOf(one, lost))];
  for (const { pattern } of core) seen.patterns.set(pattern, (seen.patterns.get(pattern) ?? 0) + 1);
  const theirs = grouped(core);
  const mine = grouped(ours);
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const [a, b] = [theirs.get(key) ?? [], mine.get(key) ?? []];
    seen.lines += Math.max(a.length, b.length);
    for (let i = 0; i < Math.max(a.length, b.length); i++)
      if (a[i]?.text !== b[i]?.text)
        seen.differences.push(`${new Date(now).toISOString()} ${key}\n  core  ${a[i]?.text}\n  judge ${b[i]?.text}`);
  }
  // What stands today is one of the lines of the year, as it stands now.
  for (const one of today.map(ofCore)) {
    if (one.from < span.from || one.to > span.to) continue;
    seen.today++;
    const same = mine.get(one.key)?.some(({ text }) => text === one.text);
    if (!same && !one.isAhead)
      seen.differences.push(`${new Date(now).toISOString()} today ${one.key}\n  core  ${one.text}`);
  }
}

type Shown = {
  readonly key: string;
  readonly text: string;
  readonly pattern: string;
  readonly from: string;
  readonly to: string;
  readonly isAhead: boolean;
};

function grouped(all: readonly Shown[]): ReadonlyMap<string, readonly Shown[]> {
  const groups = new Map<string, Shown[]>();
  for (const one of all) {
    const list = groups.get(one.key);
    if (list) list.push(one);
    else groups.set(one.key, [one]);
  }
  for (const list of groups.values()) list.sort((a, b) => (a.text < b.text ? -1 : 1));
  return groups;
}

/** Texts that were withdrawn as wrong: evidence that stopped counting is either side's own. */
function lostOf({ events }: History): ReadonlySet<string> {
  const wrong = new Set(events.filter(({ withdrawal = '' }) => withdrawal !== '').map(({ article }) => article));
  return new Set(events.filter(({ article }) => wrong.has(article)).map(({ seq }) => seq));
}
/** Only duties with `lasting` lose something, and what counts them. */
const evidence = ({ does }: Duty, rests: readonly string[], lost: ReadonlySet<string>) =>
  'lasting' in does || does.pattern === 'count' ? rests.filter((seq) => !lost.has(seq)) : rests;

function shownOf({ rule, duty, thing, part, verdict, by, waits }: Line, lost: ReadonlySet<string>): Shown {
  const { binding, regulation } = rule;
  const key = `${binding.unit} ${regulation.slug} ${rule.from} ${duty.id} ${part} ${thing.subject} ${thing.id}`;
  const { from, to } = verdict;
  const n = duty.does.pattern === 'within' || duty.does.pattern === 'gap' ? '' : verdict.n;
  // A due day that hasn't come yet is no line of the year that has passed.
  const isAhead = duty.does.pattern === 'due' && verdict.status !== 'breached';
  return {
    key,
    pattern: duty.does.pattern,
    from,
    to,
    isAhead,
    text: text({ ...verdict, n, rests: evidence(duty as Duty, verdict.rests, lost) }, by, waits !== undefined),
  };
}

function toldOf({ adoption, duty, about, part, said, by, waits }: Told, lost: ReadonlySet<string>): Shown {
  const { binding, regulation, from: since } = adoption;
  const key = `${binding.unit} ${regulation.slug} ${since} ${duty.id} ${part} ${about.kind} ${about.id}`;
  const n = duty.does.pattern === 'within' || duty.does.pattern === 'gap' ? '' : (said.n ?? '');
  const { from, to } = said;
  return {
    key,
    pattern: duty.does.pattern,
    from,
    to,
    isAhead: false,
    text: text({ ...said, n, rests: evidence(duty, said.rests, lost) }, by, waits),
  };
}

type Words = {
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly n: number | string;
  readonly asked: number;
  readonly overAt?: number;
  readonly doneAt?: number;
  readonly rests: readonly string[];
};

function text(
  { status, from, to, n, asked, overAt, doneAt, rests }: Words,
  by: readonly string[],
  waits: boolean,
): string {
  const at = (ms: number | undefined) =>
    ms === undefined ? '' : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);
  const events = [...new Set(rests)].toSorted().join(' ');
  return [
    `${from}..${to}`,
    status,
    `${n}/${asked}`,
    `over ${at(overAt)}`,
    `done ${at(doneAt)}`,
    `by ${by.toSorted().join(' ')}`,
    `[${events}]`,
    waits ? 'waits' : '',
  ].join(' ');
}
