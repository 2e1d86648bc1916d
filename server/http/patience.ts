/** A database that neither answers nor refuses (its disk hangs) must not keep a person waiting. */
import { aboutError, log } from '../log-line.ts';

/** Milliseconds. Less than a statement's time-out: before PostgreSQL gives a statement up, the person has an answer. */
const patienceMs = 9_000;

/** What was asked is still under way, and may yet be done: asked again under its key, it has one effect. */
export class Late extends Error {}

/** Throws Late when the work takes too long. It goes on; when it fails afterwards, the log says so. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let gone = false;
  work.catch((error: unknown) => gone && log('warn', 'failed after its answer was sent', aboutError(error)));
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      gone = true;
      reject(new Late(`the database did not answer within ${patienceMs} ms`));
    }, patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
