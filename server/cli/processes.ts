/** The processes of an installation, and whether they answer. How a start keeps its lock is known in start/ alone. */
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../db/package-root.ts';

type Locks = Pick<typeof import('../../start/lock.mjs'), 'isSame'>;
/** What a start wrote down when everything answered (start/words.mjs). */
export type Addresses = { readonly public: string; readonly console: string; readonly at: string };
export type Running = { readonly pid: number; readonly addresses?: Addresses };

/** The supervisor that holds this folder; undefined: nothing runs here. */
export async function runningOn(data: string): Promise<Running | undefined> {
  const held = textOf(join(data, 'app.lock'));
  if (held === undefined) return undefined;
  const [pid, born] = held.trim().split(' ');
  // Not compiled: Node alone runs it, before anything is built.
  const { isSame }: Locks = await import(pathToFileURL(join(packageRoot(), 'start', 'lock.mjs')).href);
  if (!isSame(Number(pid), born)) return undefined;
  const told = textOf(join(data, 'addresses.json'));
  return { pid: Number(pid), ...(told === undefined ? {} : { addresses: JSON.parse(told) as Addresses }) };
}

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Does anything answer there? What it says doesn't matter. */
export const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    // Asked by number: Node may not know a name under localhost.
    const asked = get({ host: '127.0.0.1', port: new URL(address).port, timeout: 5_000 }, (reply) => {
      reply.resume();
      resolve(true);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
  });
