/** The inside's HTTP: routes made from the table of endpoints, sessions by cookie, and the console's files. */
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { badText } from '../../core/canonical.ts';
import { limits } from '../contract/file-limits.ts';
import type { In, Out, Row } from '../contract/row.ts';
import { table } from '../contract/table.ts';
import { isDatabaseAway } from '../db/client.ts';
import type { Database } from '../door/knock.ts';
import { pace } from '../keys/pace.ts';
import { aboutError, log } from '../log-line.ts';
import type { Session } from '../people/sign-in.ts';
import { referenceRoutes } from '../reference/routes.ts';
import { consoleFiles } from './console.ts';
import { inTime } from './patience.ts';
import { badShape, type Failure, failureOf, problem } from './problem.ts';
import { type Entrance, type Found, type Who, whoAsks } from './who.ts';

/** What a handler is called with. `session` is there unless the row says `anyone`. */
export type Call<R extends Row> = {
  readonly db: Database;
  readonly input: In<R>;
  /** What a row that takes bytes was sent; empty otherwise. */
  readonly bytes: Buffer;
  readonly session: Session;
  readonly address: string;
  readonly http: { readonly token: string | undefined; setCookie(value: string): void };
};
/** A file's bytes, for a row that gives them. */
export type FileReply = {
  readonly status: 200;
  readonly file: {
    readonly bytes: Buffer;
    readonly media: string;
    readonly asAttachment: boolean;
    /** Its content policy, where it is a page of ours; else nothing in it may do anything. */
    readonly policy?: string;
  };
};
export type Reply<R extends Row> =
  | { readonly status: 200; readonly body: Out<R> }
  | FileReply
  | Failure
  | { readonly status: number; readonly body: unknown };
export type Endpoint<R extends Row> = (call: Call<R>) => Promise<Reply<R>>;
type Groups = typeof table;
export type Endpoints = {
  readonly [G in keyof Groups]: {
    readonly [N in keyof Groups[G]]: Groups[G][N] extends Row ? Endpoint<Groups[G][N]> : never;
  };
};

/** Bytes of a request's body at most: html of 2,000,000 characters fits, three bytes each, and what stands around it. */
export const bodyMax = 7 * 1024 * 1024;

export type AppOptions = {
  readonly db: Database;
  readonly handlers: Endpoints;
  readonly consoleFolder: string | undefined;
  /** Said on the sign-in page, before anybody is known. */
  readonly demo?: boolean;
  readonly ownOrigins: () => readonly string[];
  /** The stylesheet of previews: the public theme's own. */
  readonly previewCss?: { readonly path: string; readonly bytes: Buffer };
};

export function makeApp(options: AppOptions): Hono {
  const { db, handlers, consoleFolder, demo = false, ownOrigins, previewCss } = options;
  const app = new Hono();
  const paces = pace();
  for (const [group, rows] of Object.entries(table))
    for (const [name, row] of Object.entries(rows as Record<string, Row>)) {
      const handler = (handlers as unknown as Record<string, Record<string, Endpoint<Row>>>)[group]?.[name];
      if (!handler) throw new Error(`the endpoint ${group}.${name} has no handler`);
      app.on(row.method, row.path.replace(/\{(\w+)\}/g, ':$1'), (c) =>
        answer(c, row, handler, { db, own: ownOrigins(), pace: paces }),
      );
    }
  referenceRoutes(app);
  if (previewCss) app.get(previewCss.path, (c) => sendFile(c, styleFile(previewCss.bytes)));
  for (const reserved of ['/api/*', '/files/*', '/preview/*'])
    app.all(reserved, (c) => send(c, known(c.req.path) ? problem(405, 'method') : problem(404, 'not_found')));
  if (consoleFolder) consoleFiles(app, consoleFolder, demo);
  app.onError((error, c) => send(c, fault(error)));
  return app;
}

const patterns = Object.values(table).flatMap((rows) =>
  Object.values(rows as Record<string, Row>).map((r) => new RegExp(`^${r.path.replace(/\{\w+\}/g, '[^/]+')}$`)),
);
const known = (path: string): boolean => patterns.some((p) => p.test(path));

type Sent = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };
const send = (c: Context, { status, body, headers = {} }: Sent): Response => {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  c.header('cache-control', 'no-store');
  c.header('x-content-type-options', 'nosniff');
  return c.json(body as object, status as 200);
};

const styleFile = (bytes: Buffer): FileReply => ({
  status: 200,
  file: { bytes, media: 'text/css; charset=utf-8', asAttachment: false },
});

/** A stranger's file runs nowhere: it is what its type says and no other, and a document opens in no frame of ours. */
function sendFile(c: Context, { file }: FileReply): Response {
  c.header('cache-control', 'private, no-store');
  c.header('x-content-type-options', 'nosniff');
  c.header('content-security-policy', file.policy ?? "default-src 'none'; sandbox; frame-ancestors 'none'");
  if (file.policy) c.header('x-robots-tag', 'noindex, nofollow');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (file.asAttachment) c.header('content-disposition', 'attachment');
  return c.body(new Uint8Array(file.bytes), 200, { 'content-type': file.media });
}

function fault(error: unknown): Failure {
  const failure = failureOf(error);
  log(failure.status === 503 ? 'warn' : 'error', failure.status === 503 ? 'database away' : 'fault', aboutError(error));
  return failure;
}

async function answer(c: Context, row: Row, handler: Endpoint<Row>, entrance: Entrance): Promise<Response> {
  try {
    const address = addressOf(c);
    const found = await whoAsks({ row, headers: c.req.raw.headers, address }, entrance);
    const reply =
      'failure' in found ? found.failure : await handled(c, row, handler, { ...found.who, address, db: entrance.db });
    tellOf(c, found, reply.status);
    return 'file' in reply ? sendFile(c, reply) : send(c, reply);
  } catch (error) {
    return send(c, fault(error));
  }
}

/** What outside systems ask is said to the operator, with the beginning of the key and never the key. */
function tellOf(c: Context, found: Found, status: number): void {
  const key = 'failure' in found ? found.key : found.who.key;
  if (key) log('info', 'asked by key', { key, method: c.req.method, path: c.req.path.slice(0, 200), status });
}

type Asking = Who & { readonly address: string; readonly db: Database };

/** Order of refusals: who asks (origin, sign-in or key), shape. What the door says comes after all of them. */
async function handled(c: Context, row: Row, handler: Endpoint<Row>, { db, session, token, address }: Asking) {
  const raw = await given(c, row);
  if (!raw.ok) return raw.failure;
  const whole = { ...(raw.value as object), ...c.req.param() };
  const bad = badPlace(whole);
  if (bad !== undefined) return problem(422, 'bad_text', { fields: { [bad]: '有不能保存的字符' } });
  const parsed = (row.in as z.ZodType).safeParse(whole);
  if (!parsed.success) return badShape(parsed.error);
  const call = {
    db,
    input: parsed.data as never,
    bytes: raw.bytes ?? Buffer.alloc(0),
    session: session ?? { person: '', login: '' },
    address,
    http: { token, setCookie: (value: string) => c.header('set-cookie', value) },
  };
  return inTime(handler(call));
}

/** The socket's address: no header is believed unless a proxy of ours is named, which a later part brings. */
const addressOf = (c: Context): string => {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'unknown';
};

type Read = { ok: true; value: unknown; bytes?: Buffer } | { ok: false; failure: Failure };

async function given(c: Context, row: Row): Promise<Read> {
  if (row.method === 'GET') return { ok: true, value: c.req.query() };
  return row.takes === 'bytes' ? part(c) : json(c);
}

const stated = (c: Context, type: RegExp, max: number, otherType: string): Failure | undefined => {
  if (Number(c.req.header('content-length') ?? 0) > max) return problem(413, 'too_big');
  return type.test(c.req.header('content-type') ?? '') ? undefined : problem(415, otherType);
};

async function part(c: Context): Promise<Read> {
  const failure = stated(c, /^application\/octet-stream\b/i, limits.partMax, 'not_bytes');
  if (failure) return { ok: false, failure };
  const bytes = await limited(c.req.raw.body, limits.partMax);
  return bytes ? { ok: true, value: {}, bytes } : { ok: false, failure: problem(413, 'too_big') };
}

async function json(c: Context): Promise<Read> {
  const failure = stated(c, /^application\/json\b/i, bodyMax, 'not_json');
  if (failure) return { ok: false, failure };
  const bytes = await limited(c.req.raw.body, bodyMax);
  if (bytes === undefined) return { ok: false, failure: problem(413, 'too_big') };
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      return { ok: false, failure: problem(422, 'not_json') };
    return { ok: true, value };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    return { ok: false, failure: problem(422, 'not_json') };
  }
}

/** The body's bytes, or undefined when there are more than may be: a stated length is not believed. */
async function limited(body: ReadableStream<Uint8Array> | null, max: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > max) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The path of the first text that PostgreSQL or UTF-8 can't keep, at most 20 levels deep. */
function badPlace(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return badText(value) ? path || '请求' : undefined;
  if (value === null || typeof value !== 'object' || depth > 20) return undefined;
  for (const [k, v] of Object.entries(value)) {
    const at = path ? `${path}.${k}` : k;
    if (badText(k)) return path || '请求';
    const bad = badPlace(v, at, depth + 1);
    if (bad !== undefined) return bad;
  }
  return undefined;
}
