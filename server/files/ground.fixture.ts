/** The inside over HTTP with a folder for files, people who upload, and a worker that runs when it is told to. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type County, county, password } from '../county.fixture.ts';
import { type Opened, openPool } from '../db/client.ts';
import { freshDatabase, type TestDatabase } from '../db/testing.ts';
import { handlers } from '../endpoints.fixture.ts';
import { makeApp } from '../http/app.ts';
import { runOne, slowLane } from '../jobs.ts';
import { newId } from './child/new-id.ts';
import type { Given, Verdict } from './child/types.ts';
import { fileJobs, type Intake } from './intake.ts';
import { filesRoutes } from './routes.ts';
import { folderStorage } from './storage.ts';

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
export const randomly = (size: number): Buffer => randomBytes(size);

/** Takes any file as a document of one piece: the checks of the child have tests of their own. */
export async function asItIs({ input, name, out }: Given): Promise<Verdict> {
  await copyFile(input, join(out, 'whole'));
  const piece = { file: 'whole', name: 'file.pdf', size: 0, media: 'application/pdf' };
  return { ok: true, file: { id: newId(), kind: 'document', name, type: 'PDF', pieces: [piece], notes: [] } };
}

type Wanted = { readonly name?: string; readonly purpose?: string; readonly size: number; readonly id?: string };
export type Said = { readonly status: number; readonly body: Record<string, unknown> };

export class Ground {
  folder = '';
  database!: TestDatabase;
  county!: County;
  base = '';
  #close = () => {};
  #web: Opened | undefined;
  readonly cookies = new Map<string, string>();

  static async open(folder?: string): Promise<Ground> {
    const ground = new Ground();
    ground.folder = folder ?? (await mkdtemp(join(tmpdir(), 'menhu-uploads-')));
    ground.database = await freshDatabase();
    ground.county = await county(ground.database.db);
    const files = filesRoutes({ folder: ground.folder, wake: () => {} });
    ground.#web = openPool(ground.database.url, { role: 'web', max: 16 });
    const own = { db: ground.#web.db, handlers: { ...handlers, files }, consoleFolder: undefined };
    const app = makeApp({ ...own, ownOrigins: () => [ground.base] });
    await new Promise<void>((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        ground.base = `http://127.0.0.1:${port}`;
        resolve();
      });
      ground.#close = () => server.close();
    });
    return ground;
  }

  get db() {
    return this.database.db;
  }

  async close(): Promise<void> {
    this.#close();
    await this.#web?.close();
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async send(who: string, method: string, path: string, body?: Buffer | object, type?: string): Promise<Said> {
    const bytes = Buffer.isBuffer(body);
    const headers = {
      origin: this.base,
      cookie: await this.#cookie(who),
      'content-type': type ?? (bytes ? 'application/octet-stream' : 'application/json'),
    };
    const sent = body === undefined ? {} : { body: bytes ? new Uint8Array(body) : JSON.stringify(body) };
    const ask = () => fetch(this.base + path, { method, headers, ...sent });
    const got = await ask().catch((error: Error) => {
      // A kept connection was closed just when it was used again (filling a disk holds us up): once more, on a new one.
      if (!/ECONNRESET|EPIPE|closed/.test(String(error.cause))) throw error;
      return ask();
    });
    return { status: got.status, body: (await got.json()) as Said['body'] };
  }

  async #cookie(who: string): Promise<string> {
    const known = this.cookies.get(who);
    if (known) return known;
    const headers = { origin: this.base, 'content-type': 'application/json' };
    const body = JSON.stringify({ login: who, password });
    const got = await fetch(`${this.base}/api/sign-in`, { method: 'POST', headers, body });
    const cookie = (got.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    this.cookies.set(who, cookie);
    return cookie;
  }

  begin(who: string, { name = '一件.pdf', purpose = 'attachment', size, id = randomUUID() }: Wanted): Promise<Said> {
    return this.send(who, 'POST', '/api/uploads', { id, purpose, name, size });
  }

  part(who: string, id: string, offset: number, bytes: Buffer): Promise<Said> {
    return this.send(who, 'PUT', `/api/uploads/${id}/parts/${offset}`, bytes);
  }

  see(who: string, id: string): Promise<Said> {
    return this.send(who, 'GET', `/api/uploads/${id}`);
  }

  /** A whole file, in parts of `step`; answers its id. Throws unless each part is taken. */
  async upload(who: string, bytes: Buffer, more: Partial<Wanted> = {}, step = 300_000): Promise<string> {
    const begun = await this.begin(who, { ...more, size: bytes.length });
    const id = String(begun.body.id);
    if (begun.status !== 200) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
    for (let at = 0; at < bytes.length; at += step) {
      const { status, body } = await this.part(who, id, at, bytes.subarray(at, at + step));
      if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    }
    return id;
  }

  /** Runs the jobs that are due; answers what went wrong. */
  async takeFiles(more: Partial<Intake> = {}): Promise<string[]> {
    const jobs = fileJobs(this.intake(more));
    const wrong: string[] = [];
    while (await runOne(this.db, jobs, (_what, _job, error) => void wrong.push(error), slowLane(jobs, 60_000)));
    return wrong;
  }

  intake(more: Partial<Intake> = {}): Intake {
    const scan = async () => 'unconfigured' as const;
    return { db: this.db, storage: folderStorage(this.folder), folder: this.folder, scan, take: asItIs, ...more };
  }

  /** Every file under the folder, by its path from there, in order. */
  async tree(): Promise<string[]> {
    const found = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .sort();
  }
}
