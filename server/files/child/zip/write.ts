/** Archives of ours: the same entries give the same bytes, so that the same file gets the same hash. */
import { ZipFile } from 'yazl';
import type { Entry } from './read.ts';

// Local fields, since that is what a zip stores: the first day it can say, in every time zone. It tells nothing of its maker.
const firstDay = () => new Date(1980, 0, 1, 0, 0, 0);

/** Entries in their order, deflated, names in UTF-8, no dates, no owners, no comments. */
export async function writeZip(entries: readonly Entry[]): Promise<Buffer> {
  const zip = new ZipFile();
  const options = { mtime: firstDay(), mode: 0o100644, forceDosTimestamp: true };
  const parts: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.outputStream.on('data', (part: Buffer) => parts.push(part)).on('end', resolve);
  });
  for (const { name, bytes } of entries) zip.addBuffer(bytes, name, options);
  zip.end();
  await done;
  return Buffer.concat(parts);
}
