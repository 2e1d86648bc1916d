/** An outside system of the test county with a key, issued through the door, and an inside to ask with it. */
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { dayMs } from '../../core/day.ts';
import { type Answer, act } from '../act.ts';
import { system } from '../content/store.ts';
import type { County } from '../county.fixture.ts';
import type { Database } from '../door/knock.ts';
import { handlers } from '../endpoints.fixture.ts';
import { makeApp } from '../http/app.ts';
import { now } from '../now.ts';
import type { Issuing } from './subject.ts';
import { newToken } from './token.ts';

export type Said = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into any answer
  readonly body: any;
  readonly headers: Headers;
};
export type Issued = {
  readonly token: string;
  readonly keyId: string;
  readonly prefix: string;
  readonly answer: Answer;
};

const knock = (db: Database, verb: string, id: string, body: object): Promise<Answer> =>
  act(db, {
    subject: 'outside_system',
    verb,
    id,
    version: 0,
    key: randomUUID(),
    actor: { person: system, address: 'test' },
    body: body as Record<string, unknown>,
  });

export function systemOf(c: () => County) {
  const db = () => c().db;
  const register = async (unit = '质量处', answerable = 'colleague', called?: string): Promise<string> => {
    const id = randomUUID();
    const body = {
      unit: c().unit(unit),
      answerable: c().person(answerable),
      name: called ?? `直报${id.slice(0, 4)}`,
      contact: '8800',
    };
    const answer = await knock(db(), 'register', id, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return id;
  };
  /** `posts` as `undertaker 质量处`. */
  const issue = async (systemId: string, posts: readonly string[], more: Partial<Issuing> = {}): Promise<Issued> => {
    const { token, prefix, hash } = newToken();
    const keyId = randomUUID();
    const key: Issuing = {
      keyId,
      prefix,
      tokenHash: hash.toString('hex'),
      posts: posts.map((words) => {
        const [post = '', unit = ''] = words.split(' ');
        return { post, unit: c().unit(unit) };
      }),
      verbs: ['save', 'submit', 'recall', 'discard', 'publish', 'withdraw'],
      siteIds: null,
      columnIds: null,
      addresses: null,
      perMinute: 600,
      expiresAt: new Date(now().getTime() + dayMs).toISOString(),
      ...more,
    };
    return { token, keyId, prefix, answer: await knock(db(), 'issue', systemId, key) };
  };
  const revoke = (systemId: string, keyId: string) => knock(db(), 'revoke', systemId, { keyId });
  return { register, issue, revoke };
}

/** A real server on loopback; `ask` carries a key, or what headers are given instead. */
export async function listen(db: Database) {
  let base = '';
  const app = makeApp({ db, handlers, consoleFolder: undefined, ownOrigins: () => [base] });
  const close = await new Promise<() => void>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      base = `http://127.0.0.1:${port}`;
      resolve(() => server.close());
    });
  });
  const ask = async (
    who: string | Record<string, string>,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Said> => {
    const headers = typeof who === 'string' ? { authorization: `Bearer ${who}` } : who;
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const got = await fetch(base + path, {
      method,
      headers: { ...json, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const raw = await got.text();
    return { status: got.status, body: raw.startsWith('{') ? JSON.parse(raw) : raw, headers: got.headers };
  };
  return { base, ask, close };
}
