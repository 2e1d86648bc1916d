/** A whole installation with the demo county, started by start.mjs in a folder of its own, and people who sign in to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../server/db/package-root.ts';
import { openFolder } from '../../server/db/testing.ts';
import { type Reply, send } from './http.ts';

export type Installation = {
  readonly data: string;
  readonly publicPort: number;
  readonly consolePort: number;
  /** From `npm start` to the line that says it is ready, in ms, with whatever had to be built. */
  readonly startMs: number;
  signIn(login: string): Promise<Person>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
};
export type Person = {
  get(path: string): Promise<Reply>;
  /** Any change; the answer is the caller's to judge. */
  ask(method: 'POST' | 'PUT', path: string, body: object | Buffer): Promise<Reply>;
  /** Throws, with the door's words, unless it was allowed. */
  move(id: string, verb: string, body: object): Promise<Moved>;
};
export type Moved = { readonly id: string; readonly version: number; readonly stateName: string };

export async function startInstallation(topic: string): Promise<Installation> {
  const folder = openFolder(topic);
  const data = join(folder, 'DATA');
  const args = ['start.mjs', '--json', '--data', data, '--public-port', '0', '--console-port', '0'];
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = JSON.parse(await firstLine(child)) as { public: string; console: string };
  const [publicPort, consolePort] = [ready.public, ready.console].map((url) => Number(new URL(url).port));
  if (!publicPort || !consolePort) throw new Error(`these are no addresses: ${ready.public} ${ready.console}`);
  const passwords = passwordsIn(data);
  return {
    data,
    publicPort,
    consolePort,
    startMs: performance.now() - began,
    signIn: (login) => signIn(consolePort, login, passwords.get(login) ?? ''),
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('the child has no standard output');
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`start.mjs ended (${code}) before it was ready`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

type Demo = { readonly login: string; readonly password: string };

function passwordsIn(data: string): Map<string, string> {
  const { people, others } = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as Record<string, Demo[]>;
  return new Map([...(people ?? []), ...(others ?? [])].map((one) => [one.login, one.password]));
}

async function signIn(port: number, login: string, password: string): Promise<Person> {
  const origin = `http://localhost:${port}`;
  const entered = await send({
    port,
    path: '/api/sign-in',
    method: 'POST',
    headers: { origin },
    body: { login, password },
  });
  if (entered.status !== 200 || !entered.cookie) throw new Error(`${login} can't sign in: ${entered.text}`);
  const headers = { origin, cookie: entered.cookie };
  return {
    get: (path) => send({ port, path, headers: { cookie: headers.cookie } }),
    ask: (method, path, body) => send({ port, path, method, headers, body }),
    move: async (id, verb, body) => {
      const answer = await send({ port, path: `/api/placements/${id}/${verb}`, method: 'POST', headers, body });
      if (answer.status !== 200) throw new Error(`${login} ${verb}: ${answer.status} ${answer.text}`);
      return JSON.parse(answer.text) as Moved;
    },
  };
}
