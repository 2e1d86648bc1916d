/**
 * The edge's folder on this machine:
 *   hosts.json · sites/<label>/{live → trees/0001, trees/0001/…, assets/…, files/…, gone/…, cursor.json, tmp/}
 * Text is stored compressed only (`.gz`). A marker `gone/<path>.gz` is the 410 page; `.entry` beside it is the number in
 * the log that wrote it. Assets stand outside the trees, named by content, so that pages of an older tree keep theirs.
 */
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { flush, flushAll, orAbsent, place, placeDurably, readIfThere, removeIfThere } from './disk.ts';
import { KeptFiles } from './kept-files.ts';
import type { Cluster, SiteTarget, State, Target } from './target.ts';

const GZIP_LEVEL = 6;
const treeName = (n: number) => String(n).padStart(4, '0');

class SiteFiles implements SiteTarget {
  readonly live: Target;
  private readonly root: string;
  private readonly temp: string;
  private readonly kept: KeptFiles;
  private swept = false;

  constructor(root: string) {
    this.root = root;
    this.temp = join(root, 'tmp');
    this.kept = new KeptFiles(root, this.temp);
    this.live = this.targetOf(() => this.liveTree());
  }

  async state(): Promise<State | undefined> {
    const bytes = await readIfThere(join(this.root, 'cursor.json'));
    if (!bytes || !(await orAbsent(readlink(join(this.root, 'live'))))) return undefined;
    return JSON.parse(bytes.toString('utf8')) as State;
  }

  /** The tree before the live one is kept until the next: a reader who opened a page of it may still be on the way. */
  async fresh(): Promise<Target> {
    const live = await orAbsent(readlink(join(this.root, 'live')));
    const now = live ? Number(live.slice(-4)) : 0;
    for (const name of (await orAbsent(readdir(join(this.root, 'trees')))) ?? [])
      if (Number(name) !== now) await rm(join(this.root, 'trees', name), { recursive: true });
    const name = treeName((now % 9999) + 1);
    await mkdir(join(this.root, 'trees', name), { recursive: true });
    return this.targetOf(async () => name, name);
  }

  private async liveTree(): Promise<string> {
    const link = await orAbsent(readlink(join(this.root, 'live')));
    if (!link) throw new Error(`${this.root} has no live tree yet`);
    return link.slice('trees/'.length);
  }

  private async sweep(): Promise<void> {
    if (this.swept) return;
    await rm(this.temp, { recursive: true, force: true });
    this.swept = true;
  }

  private targetOf(tree: () => Promise<string>, switchTo?: string): Target {
    const dirty = new Set<string>();
    const fileOf = async (path: string) =>
      path.startsWith('/assets/')
        ? join(this.root, `${path}.gz`)
        : join(this.root, 'trees', await tree(), `${path}.gz`);
    return {
      put: async (path, bytes, asOf) => {
        await this.sweep();
        const entry = await this.goneEntry(path);
        if (entry !== undefined && entry >= asOf) return false;
        const file = await fileOf(path);
        const packed = gzipSync(bytes, { level: GZIP_LEVEL });
        if (!(await readIfThere(file))?.equals(packed)) {
          await place(file, packed, this.temp);
          dirty.add(file);
        }
        // A tree that is not yet live lifts nothing: its page isn't public. commit() does.
        if (entry !== undefined && !switchTo) await this.lift(path);
        return true;
      },
      remove: async (path) => void (await removeIfThere(await fileOf(path))),
      gone: (path, bytes, entry) => this.gone(path, bytes, entry),
      putFile: async (file, asOf, read) => {
        await this.sweep();
        return this.kept.put(file, asOf, read, dirty);
      },
      takeFiles: async (files) => {
        await this.sweep();
        await this.kept.take(files);
      },
      keepOnly: (files) => this.kept.keepOnly(files),
      commit: async (state) => {
        await flushAll(dirty, this.root);
        dirty.clear();
        if (switchTo) await this.switchTo(switchTo);
        await placeDurably(join(this.root, 'cursor.json'), Buffer.from(JSON.stringify(state)), this.temp);
      },
    };
  }

  private markerOf(path: string): string {
    return join(this.root, 'gone', path);
  }

  private async goneEntry(path: string): Promise<number | undefined> {
    const text = await readIfThere(`${this.markerOf(path)}.entry`);
    return text && Number(text.toString('utf8'));
  }

  private async lift(path: string): Promise<void> {
    await removeIfThere(`${this.markerOf(path)}.gz`);
    await removeIfThere(`${this.markerOf(path)}.entry`);
  }

  private async gone(path: string, bytes: Buffer, entry: number): Promise<void> {
    await this.sweep();
    const before = await this.goneEntry(path);
    if (before !== undefined && before > entry) return;
    try {
      await this.mark(path, bytes, entry, before);
    } finally {
      // Also when no marker can be written, as on a full disk: then it answers 404 until the next try.
      for (const name of (await orAbsent(readdir(join(this.root, 'trees')))) ?? []) {
        const file = join(this.root, 'trees', name, `${path}.gz`);
        if (await removeIfThere(file)) await flush(join(file, '..'));
      }
    }
  }

  private async mark(path: string, bytes: Buffer, entry: number, before: number | undefined): Promise<void> {
    const marker = this.markerOf(path);
    const packed = gzipSync(bytes, { level: GZIP_LEVEL });
    const changed = !(await readIfThere(`${marker}.gz`))?.equals(packed);
    if (before !== entry) await placeDurably(`${marker}.entry`, Buffer.from(String(entry)), this.temp);
    if (changed) await placeDurably(`${marker}.gz`, packed, this.temp);
  }

  /** One rename switches all pages at once. Markers whose page is in the new tree are lifted after it. */
  private async switchTo(name: string): Promise<void> {
    const link = join(this.temp, 'live');
    await mkdir(this.temp, { recursive: true });
    await rm(link, { force: true });
    await symlink(`trees/${name}`, link);
    await rename(link, join(this.root, 'live'));
    await flush(this.root);
    for (const marker of (await orAbsent(readdir(join(this.root, 'gone'), { recursive: true }))) ?? []) {
      if (!marker.endsWith('.gz')) continue;
      const path = `/${marker.slice(0, -'.gz'.length)}`;
      if (await readIfThere(join(this.root, 'trees', name, `${path}.gz`))) await this.lift(path);
    }
  }
}

/** `folder` is the edge's: the only thing that publisher and edge share. */
export function edgeFolder(folder: string): Cluster {
  const sites = new Map<string, SiteFiles>();
  return {
    site: (label) => {
      const known = sites.get(label) ?? new SiteFiles(join(folder, 'sites', label));
      sites.set(label, known);
      return known;
    },
    hosts: async (table) => {
      const bytes = Buffer.from(JSON.stringify(table, null, 2));
      if ((await readIfThere(join(folder, 'hosts.json')))?.equals(bytes)) return;
      await placeDurably(join(folder, 'hosts.json'), bytes, join(folder, 'tmp'));
    },
  };
}
