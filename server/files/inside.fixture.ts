/** The inside's part for files as a process of its own, to be killed: `DATABASE_URL=… node inside.fixture.ts FOLDER`. Says its port. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { openPool } from '../db/client.ts';
import { handlers } from '../endpoints.fixture.ts';
import { makeApp } from '../http/app.ts';
import { slowLane, work } from '../jobs.ts';
import { newId } from './child/new-id.ts';
import type { Given, Verdict } from './child/types.ts';
import { fileJobs } from './intake.ts';
import { filesRoutes } from './routes.ts';
import { folderStorage } from './storage.ts';

const [folder = ''] = process.argv.slice(2);
const { db } = openPool(process.env.DATABASE_URL ?? '', { role: 'worker', max: 10 });

/** Slow enough to be killed in the middle: the whole file, and its two halves. */
async function take({ input, name, out }: Given): Promise<Verdict> {
  const bytes = await readFile(input);
  await copyFile(input, join(out, 'whole'));
  await sleep(40);
  await writeFile(join(out, 'first'), bytes.subarray(0, bytes.length / 2));
  await writeFile(join(out, 'second'), bytes.subarray(bytes.length / 2));
  const pieces = ['whole', 'first', 'second'].map((file) => ({
    file,
    name: `${file}.jpg`,
    size: 0,
    media: 'image/jpeg',
    width: 10,
    height: 10,
  }));
  return { ok: true, file: { id: newId(), kind: 'picture', name, type: 'JPEG', pieces, notes: [] } };
}

const jobs = fileJobs({ db, storage: folderStorage(folder), folder, scan: async () => 'clean', take });
// A lease of a second: after a kill the next process takes the file soon.
const lane = work(db, jobs, (_what, _job, error) => process.stderr.write(`${error}\n`), slowLane(jobs, 1_000));
const files = filesRoutes({ folder, wake: lane.wake });
const app = makeApp({
  db,
  handlers: { ...handlers, files },
  consoleFolder: undefined,
  ownOrigins: () => ['http://own'],
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`${port}\n`);
});
process.stdin.on('end', () => process.exit(0)).resume();
