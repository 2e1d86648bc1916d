/** The edge's own folder: which site a host is, and the bytes behind a file. It only reads. */
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const absent = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR']);

/** What is there, or undefined when there is nothing. Any other trouble throws: it is not the reader's. */
async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
const bytes = (path: string): Promise<Buffer | undefined> => orAbsent(readFile(path));

/** A file that is open: it can be sent to its end also when it is taken away meanwhile. Whoever gets it closes it. */
export type Kept = { readonly handle: FileHandle; readonly size: number; readonly mtimeMs: number };

async function kept(path: string): Promise<Kept | undefined> {
  const handle = await orAbsent(open(path, 'r'));
  if (!handle) return undefined;
  try {
    const found = await handle.stat();
    if (found.isFile()) return { handle, size: found.size, mtimeMs: found.mtimeMs };
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return undefined;
}

export type Folder = {
  /** The site's label, or undefined. hosts.json is read again when it has changed. */
  siteOf(host: string): Promise<string | undefined>;
  /** Compressed bytes of what is public under this file, of what was withdrawn there, of the site's page for neither. */
  page(site: string, file: string): Promise<Buffer | undefined>;
  gone(site: string, file: string): Promise<Buffer | undefined>;
  missing(site: string): Promise<Buffer | undefined>;
  /** A picture or attachment, as it is. */
  kept(site: string, file: string): Promise<Kept | undefined>;
};

export function edgeFolder(root: string): Folder {
  const hostsFile = join(root, 'hosts.json');
  let known: { readonly stamp: string; readonly hosts: Map<string, string> } = { stamp: '', hosts: new Map() };
  const live = (site: string, file: string) =>
    file.startsWith('/assets/')
      ? join(root, 'sites', site, `${file}.gz`)
      : join(root, 'sites', site, 'live', `${file}.gz`);
  return {
    siteOf: async (host) => {
      const found = await stat(hostsFile).catch(() => undefined);
      const stamp = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
      if (stamp !== known.stamp) {
        const text = (await bytes(hostsFile))?.toString('utf8') ?? '{}';
        known = { stamp, hosts: new Map(Object.entries(JSON.parse(text) as Record<string, string>)) };
      }
      return known.hosts.get(host);
    },
    page: (site, file) => bytes(live(site, file)),
    gone: (site, file) => bytes(join(root, 'sites', site, 'gone', `${file}.gz`)),
    missing: (site) => bytes(live(site, '/404.html')),
    kept: (site, file) => kept(join(root, 'sites', site, file)),
  };
}
