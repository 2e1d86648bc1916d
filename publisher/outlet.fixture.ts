/** A publisher over a test database and a folder of its own, for tests that look at the files that come out. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Pool } from 'pg';
import { databaseOf } from './database.ts';
import { edgeFolder } from './files.ts';
import { memory } from './kept.fixture.ts';
import { type Options, type Publisher, runPublisher } from './publish.ts';
import type { Entry } from './read.ts';
import type { Cluster } from './target.ts';
import { loadTheme } from './theme.ts';

export const theme = loadTheme(fileURLToPath(new URL('../themes/default', import.meta.url)));

/** In memory where there is such a place: these tests look at what is written, not at the disk. */
export const fast = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export type Outlet = {
  readonly folder: string;
  readonly publisher: Publisher;
  readonly lines: string[];
  readonly served: Entry[];
  close(): Promise<void>;
};

export function outlet(pool: Pool, more: Partial<Options> & { folder?: string } = {}): Outlet {
  const folder = more.folder ?? mkdtempSync(join(fast, 'menhu-publish-'));
  const lines: string[] = [];
  const served: Entry[] = [];
  const publisher = runPublisher({
    database: databaseOf(pool),
    cluster: edgeFolder(folder),
    theme,
    files: memory,
    demo: false,
    originOf: (s) => (s.label === 'main' ? 'http://127.0.0.1:8080' : `http://${s.label}.localhost:8080`),
    onServed: async (entries) => void served.push(...entries),
    log: (line) => lines.push(line),
    ...more,
  });
  return {
    folder,
    publisher,
    lines,
    served,
    close: async () => {
      await publisher.stop();
      if (!more.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const siteFolder = (folder: string, site: string): string => join(folder, 'sites', site);

/** The text behind an address: of the live tree, or undefined. */
export function page(folder: string, site: string, path: string): string | undefined {
  const file = join(siteFolder(folder, site), 'live', `${path}.gz`);
  return statSync(file, { throwIfNoEntry: false }) ? gunzipSync(readFileSync(file)).toString('utf8') : undefined;
}

export function marker(folder: string, site: string, path: string): string | undefined {
  const file = join(siteFolder(folder, site), 'gone', `${path}.gz`);
  return statSync(file, { throwIfNoEntry: false }) ? gunzipSync(readFileSync(file)).toString('utf8') : undefined;
}

/** Every file a reader could be given, with its bytes: the live tree, the markers, assets, pictures and attachments, the table of hosts. */
export function allOf(folder: string): Record<string, string> {
  const found: Record<string, string> = { 'hosts.json': readFileSync(join(folder, 'hosts.json'), 'utf8') };
  for (const site of readdirSync(join(folder, 'sites'))) {
    const root = siteFolder(folder, site);
    for (const part of [readlinkSync(join(root, 'live')), 'gone', 'assets', 'files']) {
      const base = join(root, part);
      if (!statSync(base, { throwIfNoEntry: false })) continue;
      const name = part.startsWith('trees/') ? 'live' : part;
      for (const file of readdirSync(base, { recursive: true }) as string[])
        if (statSync(join(base, file)).isFile())
          found[`${site}/${name}/${file}`] = readFileSync(join(base, file)).toString('base64');
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A cluster that tells of each call before it is made. `before` may wait, change things, or throw. */
export function watched(folder: string, before: (call: string, path: string) => Promise<void> | void): Cluster {
  const real = edgeFolder(folder);
  const wrap = (target: ReturnType<Cluster['site']>['live']) => ({
    put: async (path: string, bytes: Buffer, asOf: number) => {
      await before('put', path);
      return target.put(path, bytes, asOf);
    },
    remove: async (path: string) => {
      await before('remove', path);
      return target.remove(path);
    },
    putFile: async (...[file, asOf, read]: Parameters<typeof target.putFile>) => {
      await before('putFile', file.id);
      return target.putFile(file, asOf, read);
    },
    takeFiles: async (files: Parameters<typeof target.takeFiles>[0]) => {
      for (const { id } of files) await before('takeFile', id);
      return target.takeFiles(files);
    },
    keepOnly: target.keepOnly,
    gone: async (path: string, bytes: Buffer, entry: number) => {
      await before('gone', path);
      return target.gone(path, bytes, entry);
    },
    commit: async (state: { to: number; fingerprint: string }) => {
      await before('commit', '');
      return target.commit(state);
    },
  });
  return {
    hosts: (table) => real.hosts(table),
    site: (label) => {
      const site = real.site(label);
      return { state: () => site.state(), live: wrap(site.live), fresh: async () => wrap(await site.fresh()) };
    },
  };
}
