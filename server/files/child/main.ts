/** The child: one file, one answer, one line. It is started by limited.ts, inside the walls. */
import { z } from 'zod';
import { purposes } from '../../contract/file-limits.ts';
import { notTaken, orNotTaken } from './not-taken.ts';
import { sniff } from './sniff.ts';
import type { Given, Verdict } from './types.ts';

const question = z.strictObject({ task: z.enum(purposes), input: z.string(), name: z.string(), out: z.string() });

/** Each way loads its own libraries only: the walls are narrow. */
async function take(given: Given): Promise<Verdict> {
  const sort = await sniff(given);
  if (!sort.ok) return sort;
  const asked = { ...given, name: sort.name };
  if (asked.task === 'picture') {
    const { takePicture } = await import('./picture/picture.ts');
    const picture = await takePicture(asked);
    return 'ok' in picture ? picture : { ok: true, file: picture };
  }
  if (asked.task === 'word') return (await import('./word/word.ts')).takeWord(asked);
  return (await import('./document.ts')).takeDocument(asked, sort);
}

/** No path and no line of the file gets out, only that it could not be read; the cause goes to stderr. */
const unreadable = () => notTaken('unreadable', '这个文件读不了：可能已经损坏。请用原来的软件打开，检查后另存一次再传');

async function answer(line: string): Promise<void> {
  process.stdout.write('ready\n');
  const asked = question.parse(JSON.parse(line));
  const verdict = await orNotTaken(() => take(asked)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    // Out of memory isn't an error like others: the parent says it, by what is on stderr.
    if (error instanceof RangeError && /allocation failed/.test(error.message)) process.exit(1);
    return unreadable();
  });
  process.stdout.write(`${JSON.stringify(verdict)}\n`, () => process.exit(0));
}

// Whoever started us is gone: nobody would read the answer.
process.stdin.on('close', () => process.exit(1));
// Not readline: it also breaks lines at U+2028, which a file name may hold.
let heard = '';
process.stdin.setEncoding('utf8').on('data', (part: string) => {
  const before = heard.includes('\n');
  heard += part;
  if (before || !heard.includes('\n')) return;
  answer(heard).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
