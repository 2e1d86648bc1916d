/** The inside over HTTP on a PostgreSQL of its own, which a test may stop, freeze, kill, or let run out of room. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type County, county, password, text } from './county.fixture.ts';
import { type Opened, openPool } from './db/client.ts';
import { type Embedded, type Options, startPostgres } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { migrationsFolder } from './db/package-root.ts';
import { openFolder, testBinaries } from './db/testing.ts';
import { handlers } from './endpoints.fixture.ts';
import { makeApp } from './http/app.ts';
import { systemOf } from './keys/system.fixture.ts';

export type Said = { readonly status: number; readonly body: { code?: string; message?: string } };

export class Inside {
  readonly data: string;
  server!: Embedded;
  opened!: Opened;
  county!: County;
  cookie = '';
  /** Of an outside system. */
  key = '';
  #base = '';
  #close = () => {};

  constructor(data: string) {
    this.data = data;
  }

  static async open(data: string, options: Options = {}): Promise<Inside> {
    const inside = new Inside(data);
    await inside.startDatabase(options);
    await migrate(inside.server.ownerUrl, migrationsFolder());
    inside.opened = openPool(inside.server.url, { role: 'web', max: 6 });
    inside.county = await county(inside.opened.db);
    await inside.#listen();
    const { headers } = await inside.#fetch('POST', '/api/sign-in', { login: 'writer', password });
    inside.cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const outside = systemOf(() => inside.county);
    inside.key = (await outside.issue(await outside.register(), ['undertaker 质量处'])).token;
    return inside;
  }

  async startDatabase(options: Options = {}): Promise<void> {
    this.server = await startPostgres(this.data, { ...testBinaries(), ...options });
  }

  #listen(): Promise<void> {
    const ownOrigins = () => [this.#base];
    const app = makeApp({ db: this.opened.db, handlers, consoleFolder: undefined, ownOrigins });
    return new Promise((resolve) => {
      const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        this.#base = `http://127.0.0.1:${port}`;
        resolve();
      });
      this.#close = () => http.close();
    });
  }

  async #fetch(method: string, path: string, body?: unknown, byKey = false): Promise<Response> {
    const who = byKey ? { authorization: `Bearer ${this.key}` } : { origin: this.#base, cookie: this.cookie };
    const headers = { ...who, 'content-type': 'application/json' };
    const asked = {
      method,
      headers,
      signal: AbortSignal.timeout(60_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    };
    try {
      return await fetch(this.#base + path, asked);
    } catch (error) {
      // A kept connection was closed just when it was used again (filling a disk holds us up): once more, on a new one.
      if (!/ECONNRESET|EPIPE|closed/.test(String((error as Error).cause))) throw error;
      return fetch(this.#base + path, asked);
    }
  }

  async send(method: string, path: string, body?: unknown, byKey = false): Promise<Said> {
    const got = await this.#fetch(method, path, body, byKey);
    return { status: got.status, body: (await got.json()) as Said['body'] };
  }

  /** A text that can be sent again and again under its one key. */
  letter(words: string) {
    const id = randomUUID();
    const columnId = this.county.column('www', 'law');
    const body = { version: 0, key: randomUUID(), columnId, body: { ...text('一件稿'), html: `<p>${words}</p>` } };
    return {
      submit: () => this.send('POST', `/api/placements/${id}/submit`, body),
      read: () => this.send('GET', `/api/placements/${id}`),
      runs: async () =>
        (await this.opened.db.selectFrom('content.run').select('id').where('placementId', '=', id).execute()).length,
    };
  }

  /** PostgreSQL's postmaster and all its processes. */
  postgres(): number[] {
    const postmaster = this.server.pid();
    if (!postmaster) throw new Error('PostgreSQL is not running');
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
    return [postmaster, ...children.split(' ').filter(Boolean).map(Number)];
  }

  async close(): Promise<void> {
    this.#close();
    await this.opened.close();
    await this.server.stop();
  }
}

/** A disk of its own, small enough to be filled. Mounting takes root: CI is root, and others are told. */
export function smallDisk(topic: string, megabytes: number) {
  if (process.getuid?.() !== 0) throw new Error('a full disk is tried on a small tmpfs, and only root may mount one');
  const folder = openFolder(topic);
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'menhu-test', disk]);
  chmodSync(disk, 0o755);
  const ballast = () => readdirSync(disk).filter((name) => name.startsWith('ballast'));
  return {
    disk,
    /** Leaves no free block. */
    fill: () => {
      const { bavail, bsize } = statfsSync(disk);
      if (bavail > 0) writeFileSync(join(disk, `ballast-${ballast().length}`), Buffer.alloc(bavail * bsize));
    },
    free: () => {
      for (const name of ballast()) rmSync(join(disk, name));
    },
    remove: () => {
      execFileSync('umount', ['-l', disk]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
