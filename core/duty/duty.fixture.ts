/** Short words for tests of duties: instants, things that counted, verdicts in one line. */
import { type Day, localDay } from '../day.ts';
import type { Life, Tally, Verdict } from './verdict.ts';

/** `2026-11-25 15:00` here. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const shown = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** One thing that counted at this instant; its name is its place in the log. */
export const counted = (text: string, seq = text): Tally => {
  const ms = at(text);
  return { on: localDay(ms), knownOn: localDay(ms), n: 1, firstAt: ms, lastAt: ms, seqs: [seq] };
};
/** What counted on one day stopped to count on another. */
export const lost = (on: Day, knownAt: string): Tally => {
  const ms = at(knownAt);
  return { on, knownOn: localDay(ms), n: -1, firstAt: ms, lastAt: ms, seqs: [`-${knownAt}`] };
};
/** Old, and ruled for long: nothing is cut. */
export const long: Life = { bornOn: '2010-01-01', ruledFrom: '2010-01-01' };

/** `warned 1/2 2026-11-23..2026-11-30 changes 2026-11-30 00:00`. */
export function told({ status, n, asked, from, to, changesAt, doneAt }: Verdict): string {
  const changes = changesAt === undefined ? '' : ` changes ${shown(changesAt)}`;
  const done = doneAt === undefined ? '' : ` done ${shown(doneAt)}`;
  return `${status} ${n}/${asked} ${from}..${to}${changes}${done}`;
}

/** No days that events name. */
export const none = (): readonly Day[] => [];
