/** A publisher as a process of its own, to be killed at any moment. Tells what it served, one line for each entry. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPool } from '../server/db/client.ts';
import { outlet } from './outlet.fixture.ts';

const [url, folder, kept] = process.argv.slice(2);
if (!url || !folder || !kept) throw new Error('usage: child.fixture.ts URL FOLDER FILES');
const { pool } = openPool(url, { role: 'worker', max: 6 });
const out = outlet(pool, {
  folder,
  files: { read: (sha256) => readFile(join(kept, sha256)) },
  onServed: async (entries) => {
    for (const e of entries) process.stdout.write(`served ${e.site} ${e.seq}\n`);
  },
  log: (line) => process.stdout.write(`line ${line}\n`),
});
await out.publisher.settle();
process.stdout.write('settled\n');
