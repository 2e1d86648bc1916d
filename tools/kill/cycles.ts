/** Kills PostgreSQL, its whole tree, the program that started it, or all of them, again and again, while rows are written. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postmasterPid } from '../../server/db/embedded-process.ts';
import type { Urls } from '../../server/db/embedded-roles.ts';
import { packageRoot } from '../../server/db/package-root.ts';
import { openFolder } from '../../server/db/testing.ts';
import { startWriters, tables } from './writers.ts';

const modes = ['postmaster', 'tree', 'program', 'everything'] as const;
type Mode = (typeof modes)[number];

export type Outcome = {
  readonly cycles: number;
  readonly confirmed: number;
  /** Each line is one confirmed row that is gone, or an index that is wrong. */
  readonly faults: readonly string[];
  /** From the kill to the next answer, in ms. */
  readonly awayMs: readonly number[];
};

type Launched = { readonly child: ChildProcess; readonly urls: Urls };

/** Never kills anything but what it started itself. `onCycle` is told after each kill. */
export async function killCycles(
  cycles: number,
  onCycle: (done: number, soFar: Outcome) => void = () => {},
): Promise<Outcome> {
  const folder = openFolder('kill');
  const data = join(folder, 'DATA');
  let launched = await launch(data);
  await query(launched.urls.adminUrl, tables);
  const writers = startWriters(launched.urls.adminUrl, 3);
  const faults: string[] = [];
  const awayMs: number[] = [];
  const outcome = () => ({ cycles: awayMs.length, confirmed: writers.confirmed(), faults, awayMs });
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      await progress(writers.confirmed);
      await sleep(Math.random() * 400);
      const killedAt = performance.now();
      launched = await strike(modes[cycle % modes.length]!, launched, data);
      await patiently(() => query(launched.urls.adminUrl, 'select 1'));
      awayMs.push(performance.now() - killedAt);
      faults.push(...(await judge(launched.urls.adminUrl, writers.takeConfirmed(), `cycle ${cycle}`)));
      onCycle(cycle + 1, outcome());
    }
  } finally {
    await writers.stop();
    faults.push(...(await judge(launched.urls.adminUrl, writers.takeConfirmed(), 'at the end')));
    launched.child.stdin!.end();
    await new Promise((resolve) => launched.child.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
  return outcome();
}

function launch(data: string): Promise<Launched> {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'launcher.ts'), data];
  const child = spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) => resolve({ child, urls: JSON.parse(line) }));
    child.once('exit', (code) => reject(new Error(`PostgreSQL could not be started again (code ${code})`)));
  });
}

/** Afterwards PostgreSQL is up, or on its way: its own program restarts it, or a new program does. */
async function strike(mode: Mode, launched: Launched, data: string): Promise<Launched> {
  const pid = postmasterPid(join(data, 'pg'));
  if (!pid) throw new Error('no postmaster to kill: it was not started again');
  if (mode === 'program' || mode === 'everything') kill(launched.child.pid!);
  const victims = mode === 'postmaster' ? [pid] : mode === 'program' ? [] : [pid, ...childrenOf(pid)];
  victims.forEach(kill);
  return mode === 'postmaster' || mode === 'tree' ? launched : launch(data);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // a back end that ended by itself
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

/** Waits until something was confirmed since the last kill, so that each kill hits work. */
async function progress(confirmed: () => number): Promise<void> {
  const before = confirmed();
  for (let waits = 0; confirmed() === before; waits++, await sleep(5))
    if (waits > 6000) throw new Error('nothing was written for 30 s');
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++, await sleep(10))
    try {
      return await work();
    } catch (error) {
      if (tries > 3000) throw error; // 30 s: it does not come back
    }
}

async function query(url: string, text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  const result = await client.query(text, values).finally(() => client.end());
  return result.rows;
}

const missingSql = `
  select n from unnest($1::int[]) as n where (select count(*) from written w where w.n = n.n and w.k < 3) <> 3`;
const indexesSql = `
  select bt_index_check(c.oid, true) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
   where a.amname = 'btree' and i.indisvalid and c.relpersistence = 'p'`;

async function judge(url: string, confirmed: readonly number[], when: string): Promise<string[]> {
  const missing = await query(url, missingSql, [confirmed]);
  const damage = await query(url, indexesSql).then(
    () => [],
    (error: Error) => [`${when}: ${error.message}`],
  );
  return [...missing.map(({ n }) => `${when}: transaction ${n} was confirmed and is gone`), ...damage];
}
