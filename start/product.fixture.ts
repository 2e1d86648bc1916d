/** The whole product for tests that kill it: started in a folder that outlives it, killed part by part, started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, client } from '../server/contract/client.ts';
import { table } from '../server/contract/table.ts';
import { packageRoot } from '../server/db/package-root.ts';

type Told = {
  readonly public: string;
  readonly console: string;
  readonly people: readonly { login: string; password: string }[];
};
export type Part = 'inside' | 'edge' | 'postgres' | 'start';

export class Product {
  readonly data: string;
  told: Told = { public: '', console: '', people: [] };
  private child: ChildProcess | undefined;

  constructor() {
    const folder = mkdtempSync(join(tmpdir(), 'menhu-killed-'));
    chmodSync(folder, 0o711);
    this.data = join(folder, 'data');
  }

  /** Starts it, or starts it again on the ports it had. */
  async start(): Promise<void> {
    const port = (address: string) => (address ? new URL(address).port : '0');
    const ports = ['--public-port', port(this.told.public), '--console-port', port(this.told.console)];
    const child = spawn(process.execPath, ['start.mjs', '--json', '--data', this.data, ...ports], {
      cwd: packageRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let log = '';
    child.stderr?.on('data', (bytes) => {
      log = `${log}${bytes}`.slice(-4000);
    });
    this.told = await new Promise<Told>((resolve, reject) => {
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', (line) =>
        resolve(JSON.parse(line)),
      );
      child.once('exit', (code, signal) =>
        reject(new Error(`start ended (${code ?? signal}) before it was ready:\n${log}`)),
      );
    });
  }

  private pidOf(part: Part): number | undefined {
    if (part === 'start') return this.child?.pid;
    if (part === 'postgres') return Number(readFileSync(join(this.data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
    const known = JSON.parse(readFileSync(join(this.data, 'children.json'), 'utf8')) as { name: string; pid: number }[];
    return known.find(({ name }) => name === part)?.pid;
  }

  /** SIGKILL, or what is given. A part that is just being started again is left alone. */
  async kill(part: Part, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    try {
      process.kill(this.pidOf(part) ?? 0, signal);
    } catch (error) {
      if (!['ESRCH', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return;
    }
    if (part !== 'start') return;
    await ended;
    await this.start();
  }

  async stop(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((resolve) => this.child?.once('exit', resolve));
      this.child.kill('SIGTERM');
      await ended;
    }
    rmSync(join(this.data, '..'), { recursive: true, force: true });
  }

  /** A signed-in person. While something is down, the same request is sent again: the same key has one effect. */
  async as(login: string): Promise<Client<typeof table>> {
    let cookie = '';
    const api = client(table, async (method, path, body) => {
      for (const until = Date.now() + 90_000; ; await sleep(150)) {
        const got = await this.once(method, path, body, cookie).catch((error: unknown) => error as Error);
        if (!(got instanceof Error) && got.status !== 503) {
          cookie = got.cookie ?? cookie;
          return got;
        }
        if (Date.now() > until)
          throw new Error(`${method} ${path}: ${got instanceof Error ? got.message : got.status}`);
      }
    });
    const person = this.told.people.find((one) => one.login === login);
    await api.people.signIn({ login, password: person?.password ?? '' });
    return api;
  }

  private async once(method: string, path: string, body: unknown, cookie: string) {
    const origin = this.told.console;
    const headers = { origin, cookie, 'content-type': 'application/json' };
    const got = await fetch(origin + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: got.status, json: await got.json(), cookie: got.headers.get('set-cookie')?.split(';')[0] };
  }

  /** What the public gets at an address, once the edge answers. */
  async page(path: string): Promise<{ status: number; text: string }> {
    for (const until = Date.now() + 60_000; ; await sleep(150)) {
      const got = await fetch(this.told.public + path).catch(() => undefined);
      if (got) return { status: got.status, text: await got.text() };
      if (Date.now() > until) throw new Error(`${path}: the edge doesn't answer`);
    }
  }
}
