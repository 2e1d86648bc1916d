/**
 * How long PostgreSQL takes: made and started, started again, back after a kill; and the memory it holds idle.
 * Goals: 2 s and 100 ms to the first query, 50 MB. `benchWhole` measures the same of `npm start` once the product runs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Embedded, startPostgres } from '../server/db/embedded.ts';
import { postmasterPid } from '../server/db/embedded-process.ts';
import { packageRoot } from '../server/db/package-root.ts';
import { openFolder } from '../server/db/testing.ts';
import { type Figure, ofRounds } from './figure.ts';

const rounds = 3;

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

async function firstQuery(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  await client.query('select 1').finally(() => client.end());
}

async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++, await sleep(5))
    try {
      await work();
      return;
    } catch (error) {
      if (tries > 6000) throw error; // 30 s
    }
}

export async function bench(): Promise<readonly Figure[]> {
  const folder = openFolder('bench-start');
  const [first, warm, killed, memory]: number[][] = [[], [], [], []];
  const begin = async (data: string) => {
    const server = await startPostgres(data);
    await firstQuery(server.url);
    return server;
  };
  for (let round = 0; round < rounds; round++) {
    const data = join(folder, `DATA-${round}`);
    const made = await timed(() => begin(data));
    first!.push(made.ms);
    await made.result.stop();
    const again = await timed(() => begin(data));
    warm!.push(again.ms);
    memory!.push(treePss(again.result.pid()!));
    killed!.push(await afterKill(again.result));
    await again.result.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    ofRounds('PostgreSQL made and started → first query', 'ms', first!),
    ofRounds('PostgreSQL started again → first query', 'ms', warm!),
    ofRounds('PostgreSQL killed → next query answered', 'ms', killed!),
    ofRounds('memory of PostgreSQL idle (PSS of its tree)', 'MB', memory!),
  ];
}

/** Includes the pause of 200 ms before a restart. */
async function afterKill({ pid, url }: Embedded): Promise<number> {
  const { ms } = await timed(async () => {
    process.kill(pid()!, 'SIGKILL');
    await patiently(() => firstQuery(url));
  });
  return ms;
}

/** MB. A process that ends while it is looked at (an autovacuum worker) counts nothing. */
function treePss(pid: number): number {
  try {
    const own = Number(/\nPss:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    return childrenOf(pid).reduce((sum, child) => sum + treePss(child), own);
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

/** `node start.mjs --json`: in a fresh folder, again, and from the kill of its PostgreSQL to the console's next answer. */
export async function benchWhole(): Promise<readonly Figure[]> {
  const folder = openFolder('bench-whole');
  const [first, second, killed]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const data = join(folder, `DATA-${round}`);
    mkdirSync(data);
    const fresh = await timed(() => startAll(data));
    first!.push(fresh.ms);
    await stopAll(fresh.result.child);
    const again = await timed(() => startAll(data));
    second!.push(again.ms);
    killed!.push(await wholeAfterKill(data, again.result.console));
    await stopAll(again.result.child);
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    ofRounds('first start, built already, county loaded → ready', 'ms', first!),
    ofRounds('second start → ready', 'ms', second!),
    ofRounds('PostgreSQL killed → the console answers with it again', 'ms', killed!),
  ];
}

type Running = { readonly child: ChildProcess; readonly console: string };

function startAll(data: string): Promise<Running> {
  const args = ['start.mjs', '--json', '--data', data, '--public-port', '0', '--console-port', '0'];
  const child = spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve({ child, console: JSON.parse(line).console }),
    );
    child.once('exit', (code) => reject(new Error(`start.mjs ended with code ${code}`)));
  });
}

async function stopAll(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Signing in asks the database: 503 while it is away, anything else once it is back. */
async function wholeAfterKill(data: string, desk: string): Promise<number> {
  const { ms } = await timed(async () => {
    process.kill(postmasterPid(join(data, 'pg'))!, 'SIGKILL');
    await sleep(50); // until the program has noticed
    await patiently(async () => {
      const status = await signIn(desk);
      if (status === 503) throw new Error('still away');
    });
  });
  return ms;
}

/** By node:http, which sends the Host header that the console asks for. Gives the status. */
function signIn(desk: string): Promise<number | undefined> {
  const { port, host } = new URL(desk);
  const headers = { host, origin: desk, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/api/sign-in', method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ login: 'nobody', password: 'nothing-at-all' }));
  });
}
