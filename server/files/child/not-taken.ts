import type { NotTaken } from './types.ts';

/** A refusal: `message` says to the file's owner why, and what to do instead. */
export const notTaken = (code: string, message: string): NotTaken => ({ ok: false, code, message });

/** Thrown deep inside a file and caught at the top of the child: nothing in between has to pass refusals on. */
export class Refused extends Error {
  readonly verdict: NotTaken;
  constructor(code: string, message: string) {
    super(message);
    this.verdict = notTaken(code, message);
  }
}

/** The answer of `work`, or the refusal that was thrown inside it. Any other error goes on. */
export async function orNotTaken<T>(work: () => Promise<T>): Promise<T | NotTaken> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.verdict;
    throw error;
  }
}
