/** A file of days read, looked at and loaded through the door, in a person's name. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type { DayFault } from '../../../core/calendar/check.ts';
import { type ReadDays, readDays } from '../../../core/calendar/read.ts';
import { act } from '../../act.ts';
import type { Loading } from '../../calendar/subject.ts';
import type { Database } from '../../door/knock.ts';
import type { Outside } from '../command.ts';
import { personOf } from '../find.ts';
import type { Given } from '../options.ts';
import { readText } from '../read-text.ts';
import { Said, Usage } from '../words.ts';

export const byOption = {
  zh: '以谁的名义导入，写登录名；记录在案',
  en: 'in whose name, by login; it is recorded',
} as const;

export function fileOf({ files }: Given): string {
  const [file, another] = files;
  if (file === undefined || another !== undefined)
    throw new Usage({ zh: '要导入哪个文件？一次一个', en: 'which file? One at a time' });
  return file;
}

/** What stands in the file, or undefined when it can't be loaded; then it has been said why. */
export function loadingOf(
  file: string,
  look: (read: ReadDays) => readonly DayFault[],
  { text, json }: Outside,
): Loading | undefined {
  const read = readDays(textOf(file));
  const { year, rows } = read;
  const faults = look(read);
  if (year !== undefined && faults.length === 0)
    return { year, days: rows.map(({ on, isOff, name }) => ({ on, isOff, name })) };
  text({
    zh: `${file} 有 ${faults.length} 处要改，没有导入：`,
    en: `${file}: ${faults.length} to mend; nothing was loaded:`,
  });
  for (const { message, at } of faults.slice(0, shownMax))
    text(`  ${at ? `第 ${at.line} 行第 ${at.column} 列：` : ''}${message}`);
  if (faults.length > shownMax)
    text({ zh: `  另有 ${faults.length - shownMax} 处`, en: `  and ${faults.length - shownMax} more` });
  json({ loaded: false, faults });
  return undefined;
}
const shownMax = 20;

/** Said before a larger file is read at all: a year is some 2 KB. */
const bytesMax = 400_000;
function textOf(file: string): string {
  if (statSync(file).size <= bytesMax) return readText(file);
  throw new Said({
    zh: `${file} 太大：一年的放假安排不会超过 400 KB，请看是不是选错了文件`,
    en: `${file} is too large: a year has less than 400 KB. Is it the right file?`,
  });
}

/** Throws the door's words when it refuses. */
export async function load(
  db: Database,
  asked: {
    readonly verb: 'load_for' | 'load_extra_for';
    readonly id: string;
    readonly by: string;
    readonly loading: Loading;
  },
): Promise<void> {
  const { verb, id, by, loading } = asked;
  const person = await personOf(db, by);
  const actor = { person, address: 'menhu calendar' };
  const body = { ...loading };
  const answer = await act(db, { subject: 'calendar', verb, id, version: 0, key: randomUUID(), actor, body });
  if (answer.status === 200) return;
  const { code, message, reasons = [] } = answer.body as { code: string; message: string; reasons?: readonly string[] };
  const why = reasons.map((one) => `\n  ${one}`).join('');
  throw new Said({ zh: `${message}${why}`, en: `the door refused: ${code.replaceAll('_', ' ')}${why}` });
}
