/**
 * Pictures and attachments of one site: `files/ID/NAME`, as they are, outside the trees. Beside the markers of withdrawn
 * pages lie theirs: `gone/files/ID.html.entry` is the number in the log at which the file went, `ID.html.gz` its 410 page.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { flushAll, orAbsent, place, readIfThere, removeIfThere } from './disk.ts';
import { fileMarker, filePath } from './page/key.ts';
import type { Piece, PublicFile } from './page/rows.ts';
import type { Taken } from './target.ts';

export class KeptFiles {
  private readonly root: string;
  private readonly temp: string;
  /** Pieces whose bytes were hashed by this process, with what the disk said of them then. */
  private readonly proved = new Map<string, string>();

  constructor(root: string, temp: string) {
    this.root = root;
    this.temp = temp;
  }

  /** What was written goes into `dirty`, to be flushed before anybody is told that it is there. */
  async put(
    file: PublicFile,
    asOf: number,
    read: (piece: Piece) => Promise<Buffer>,
    dirty: Set<string>,
  ): Promise<boolean> {
    if (await this.wentAt(file.id, asOf)) return false;
    for (const piece of file.pieces) {
      const path = join(this.root, filePath(file.id, piece.name));
      if (!(await this.holds(path, piece, dirty))) {
        await place(path, await read(piece), this.temp);
        this.proved.set(path, await stamp(path));
        dirty.add(path).add(join(path, '..'));
      }
    }
    // Taken away while it was written, by somebody who had read on in the log: it does not stay.
    if (await this.wentAt(file.id, asOf)) {
      await this.unlink(file.id);
      return false;
    }
    const marker = this.markerOf(file.id);
    await removeIfThere(`${marker}.gz`);
    await removeIfThere(`${marker}.entry`);
    return true;
  }

  async take(files: readonly Taken[]): Promise<void> {
    const touched = new Set<string>();
    const errors: unknown[] = [];
    for (const file of files) {
      try {
        const before = await this.entryOf(file.id);
        if (before !== undefined && before > file.entry) continue;
        await this.mark(file, before, touched);
      } catch (error) {
        errors.push(error); // as on a full disk: it answers 404 until the next try
      }
      if (await this.unlink(file.id)) touched.add(join(this.root, 'files'));
    }
    await flushAll(touched, this.root);
    if (errors.length > 0) throw errors[0];
  }

  async keepOnly(files: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
    const folder = join(this.root, 'files');
    for (const id of (await orAbsent(readdir(folder))) ?? []) {
      const names = files.get(id);
      if (!names) await rm(join(folder, id), { recursive: true });
      else
        for (const name of await readdir(join(folder, id)))
          if (!names.has(name)) await rm(join(folder, id, name), { recursive: true });
    }
  }

  /** Hashed once; afterwards the file system's word that nothing was written to it is enough. */
  private async holds(path: string, piece: Piece, dirty: Set<string>): Promise<boolean> {
    const now = await orAbsent(stamp(path));
    if (now === undefined) return false;
    if (this.proved.get(path) === now) return true;
    if ((await hashOf(path)) !== piece.sha256) return false;
    this.proved.set(path, now);
    dirty.add(path).add(join(path, '..')); // perhaps written by a process that was killed before it flushed
    return true;
  }

  private markerOf(id: string): string {
    return join(this.root, 'gone', fileMarker(id));
  }

  private async entryOf(id: string): Promise<number | undefined> {
    const text = await readIfThere(`${this.markerOf(id)}.entry`);
    return text && Number(text.toString('utf8'));
  }

  private async wentAt(id: string, asOf: number): Promise<boolean> {
    const entry = await this.entryOf(id);
    return entry !== undefined && entry >= asOf;
  }

  private async mark(file: Taken, before: number | undefined, touched: Set<string>): Promise<void> {
    const marker = this.markerOf(file.id);
    if (before !== file.entry) {
      await place(`${marker}.entry`, Buffer.from(String(file.entry)), this.temp);
      touched.add(`${marker}.entry`);
    }
    if (file.page === null) {
      if (await removeIfThere(`${marker}.gz`)) touched.add(join(marker, '..'));
      return;
    }
    const packed = gzipSync(file.page, { level: 6 });
    if ((await readIfThere(`${marker}.gz`))?.equals(packed)) return;
    await place(`${marker}.gz`, packed, this.temp);
    touched.add(`${marker}.gz`);
  }

  /** Answers whether there was anything. */
  private async unlink(id: string): Promise<boolean> {
    const folder = join(this.root, 'files', id);
    if ((await orAbsent(stat(folder))) === undefined) return false;
    await rm(folder, { recursive: true, force: true });
    return true;
  }
}

async function stamp(path: string): Promise<string> {
  const { ino, size, ctimeMs } = await stat(path);
  return `${ino} ${size} ${ctimeMs}`;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}
