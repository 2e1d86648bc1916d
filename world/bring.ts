/**
 * Files that come with the county's texts go the way of an upload: through the limited child, then into the store. No
 * scanner is asked, and each says so: a first start doesn't depend on one.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveToOwner } from '../server/cli/import/keep.ts';
import type { Database } from '../server/door/knock.ts';
import { runLimited } from '../server/files/child/limited.ts';
import { foldersUnder, makeFolder } from '../server/files/disk.ts';
import { type Ready, record, store } from '../server/files/keep.ts';
import { folderStorage } from '../server/files/storage.ts';
import type { Ids } from './found.ts';
import { atMinute, workday } from './hours.ts';
import type { Made } from './made.ts';
import type { Story } from './story.ts';

/** By file: its id in the store. */
export type Kept = ReadonlyMap<Made, string>;

/** `data`: the installation's folder. Each file is its author's, kept on the morning of the text's first day. */
export async function bringFiles(
  db: Database,
  ids: Ids,
  stories: readonly Story[],
  { data, at }: { data: string; at: Date },
): Promise<Kept> {
  const wanted = stories.flatMap((story) => (story.text.files ?? []).map((file) => ({ file, story })));
  if (wanted.length === 0) return new Map();
  const kept = await Promise.all(
    wanted.map(async ({ file, story }) => {
      const ready = await take(file, data);
      const how = { person: ids.people[story.by], scanned: false, at: atMinute(workday(at, story.ago), 8 * 60) };
      await db.transaction().execute((tx) => record(tx, ready, how));
      return { file, ready };
    }),
  );
  giveToOwner(
    data,
    kept.map(({ ready }) => ready),
  );
  return new Map(kept.map(({ file, ready }) => [file, ready.id]));
}

async function take({ name, bytes, alt }: Made, data: string): Promise<Ready> {
  const { taking } = foldersUnder(data);
  await makeFolder(taking);
  const own = await mkdtemp(join(taking, 'county-'));
  try {
    const [input, out] = [join(own, 'input'), join(own, 'out')];
    await mkdir(out, { mode: 0o700 });
    await writeFile(input, bytes());
    const verdict = await runLimited({ task: alt === undefined ? 'attachment' : 'picture', input, name, out });
    if (!verdict.ok) throw new Error(`${name} was not taken: ${verdict.message}`);
    if (!('file' in verdict)) throw new Error(`${name} came back as a text`);
    return await store(folderStorage(data), verdict.file, out);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}
