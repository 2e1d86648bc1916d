/** A clamd of the test's own: own signatures, own socket, no TCP, nothing of the machine's. Debian: clamav-daemon. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { scannerVersion } from './scan.ts';

const program = '/usr/sbin/clamd';

export type Clamd = { readonly address: string; readonly child: ChildProcess; readonly end: () => Promise<void> };
/** `whole`: files found by their MD5. `part`: bytes found anywhere in a file. */
export type Planted = { readonly whole: readonly Buffer[]; readonly part: Buffer };

export async function startClamd({ whole, part }: Planted, streamMax = '5M'): Promise<Clamd> {
  if (!existsSync(program)) throw new Error(`${program} is missing: apt-get install clamav-daemon`);
  const folder = await mkdtemp(join(tmpdir(), 'files-clamd-'));
  const signatures = join(folder, 'signatures');
  await mkdir(signatures);
  const lines = whole.map(
    (bytes, at) => `${createHash('md5').update(bytes).digest('hex')}:${bytes.length}:Planted.Whole-${at}`,
  );
  await writeFile(join(signatures, 'own.hdb'), `${lines.join('\n')}\n`);
  await writeFile(join(signatures, 'own.ndb'), `Planted.Part:0:*:${part.toString('hex')}\n`);
  const address = join(folder, 'ctl');
  const settings = {
    LocalSocket: address,
    DatabaseDirectory: signatures,
    TemporaryDirectory: folder,
    User: userInfo().username,
    Foreground: 'yes',
    StreamMaxLength: streamMax,
    AlertExceedsMax: 'yes',
    AlertOLE2Macros: 'yes',
    AlertEncrypted: 'yes',
  };
  const config = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  await writeFile(join(folder, 'clamd.conf'), config.join(''));
  const child = spawn(program, ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await answers(address, child);
  const end = async () => {
    child.kill('SIGKILL');
    await over;
    await rm(folder, { recursive: true, force: true });
  };
  return { address, child, end };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`clamd ended with ${child.exitCode}`);
    if (await scannerVersion(address).catch(() => undefined)) return;
    await after(100);
  }
  throw new Error('clamd did not answer within 30 s');
}
