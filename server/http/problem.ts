/** One mapper from what went wrong to what is answered. 503 only for what is really away; anything else unforeseen is a 500 and an alarm. */
import type { z } from 'zod';
import type { Problem } from '../contract/views.ts';
import { isDatabaseAway } from '../db/client.ts';
import { say } from '../words/refusals.ts';
import { Late } from './patience.ts';

export type Failure = {
  readonly status: 401 | 403 | 404 | 405 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly body: Problem;
  readonly headers?: Readonly<Record<string, string>>;
};

export const problem = (status: Failure['status'], code: string, more: Partial<Problem> = {}): Failure => ({
  status,
  body: { code, message: say(code), ...more },
});

/** Which fields are wrong, by dotted path, in the words of the contract; a path that names nothing is the whole. */
export function badShape(error: z.ZodError): Failure {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys.join('、') : '';
    const path = [...issue.path.map(String), ...(extra ? [extra] : [])].join('.') || '请求';
    fields[path] ??= extra ? '不认识这一项' : chinese(issue.message);
  }
  return problem(422, 'bad_shape', { fields });
}

/** Our own messages are Chinese; what zod says by itself is for programmers. */
const chinese = (message: string): string => (/[\u4e00-\u9fff]/.test(message) ? message : '填得不对');

const diskFull = (error: unknown): boolean => error instanceof Error && (error as { code?: unknown }).code === '53100';

/** Somebody else holds the thing for longer than a lock is waited for. */
const lockHeld = (error: unknown): boolean => error instanceof Error && (error as { code?: unknown }).code === '55P03';

export function failureOf(error: unknown): Failure {
  if (lockHeld(error)) return problem(503, 'busy');
  if (diskFull(error)) return problem(503, 'disk_full');
  if (error instanceof Late || isDatabaseAway(error)) return problem(503, 'database_away');
  return { status: 500, body: { code: 'fault', message: '程序出了错，已经记下。您的内容还在本机，请稍后再试' } };
}
