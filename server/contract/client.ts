/** The typed client, made from the table: `api.content.approve({…})`. Used by the console, the journeys and the bench. */
import type { z } from 'zod';
import type { Asked, Out, Row } from './row.ts';
import { type Problem, problem } from './views.ts';

type Rows = Readonly<Record<string, Readonly<Record<string, Row>>>>;
export type Client<T extends Rows> = {
  readonly [G in keyof T]: { readonly [N in keyof T[G]]: (input: Asked<T[G][N]>) => Promise<Out<T[G][N]>> };
};
/** Sends one request; answers the status and the parsed JSON. */
export type Send = (method: string, path: string, body: unknown) => Promise<{ status: number; json: unknown }>;

/** The server refused, or was not reached (status 0). */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, p: Problem) {
    super(p.message);
    this.status = status;
    this.problem = p;
  }
}

const unreadable: Problem = { code: 'unreadable', message: '服务器的回答读不懂，请稍后再试' };

async function call(row: Row, input: Record<string, unknown>, send: Send): Promise<unknown> {
  const rest = { ...input };
  let path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  if (row.method === 'GET') {
    const query = new URLSearchParams(
      Object.entries(rest)
        .filter(([, v]) => v !== undefined)
        .map(([k, v]): [string, string] => [k, String(v)]),
    ).toString();
    if (query) path += `?${query}`;
  }
  const { status, json } = await send(row.method, path, row.method === 'GET' ? undefined : rest);
  if (status === 200) return (row.out as z.ZodType).parse(json);
  const read = problem.safeParse(json);
  throw new Refused(status, read.success ? read.data : unreadable);
}

export function client<T extends Rows>(table: T, send: Send): Client<T> {
  const group = (rows: Readonly<Record<string, Row>>) =>
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [name, (input: Record<string, unknown>) => call(row, input, send)]),
    );
  return Object.fromEntries(Object.entries(table).map(([name, rows]) => [name, group(rows)])) as unknown as Client<T>;
}
