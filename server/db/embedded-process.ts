/** One run of the postmaster: start it, see that it is ready, stop it. It always stops cleanly, however this process dies. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, spawnAs } from './embedded-user.ts';

export type Setup = {
  readonly folder: string;
  readonly socketFolder: string;
  readonly bin: string;
  readonly identity: Identity;
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

export type Postmaster = {
  /** Resolves once, with the last words of the log, when PostgreSQL has ended for whatever reason. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

// sh holds a pipe from node as fd 3. When node dies, even by kill -9, cat reads its end and sends the fast shutdown.
const watch = [
  '"$0" "$@" </dev/null 3<&- & P=$!; trap "" INT TERM HUP',
  '(cat >/dev/null; kill -INT $P 2>/dev/null) <&3 & C=$!',
  'wait $P; R=$?; kill $C 2>/dev/null; exit $R',
].join('\n');

const readyMs = 600_000; // recovery after a crash may replay much; the operator is told every 10 s that it goes on
const retriesMax = 50; // 10 s
/** What a start says while back ends of a killed postmaster are still going away: 6 of 50 kills needed a second try. */
const passing = /lock file|shared memory block|still in use|is another postmaster|Address already in use/i;

export async function startPostmaster(setup: Setup): Promise<Postmaster> {
  await stopOrphan(setup);
  for (let retries = 0; ; retries++, await sleep(200)) {
    const child = launch(setup);
    const log = lastWords(child);
    const ended = end(child, log);
    if (await ready(child, setup, ended)) return { ended, stop: () => stop(child, setup, ended) };
    if (!passing.test(await ended) || retries >= retriesMax)
      throw new Error(`PostgreSQL did not start. ${hint(await ended)}`);
  }
}

function launch({ identity, bin, folder, socketFolder, settings }: Setup): ChildProcess {
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = ['/bin/sh', '-c', watch, join(bin, 'postgres'), '-D', folder, '-k', socketFolder, ...set];
  // A session of its own, so that Ctrl-C reaches only node.
  return spawnAs(identity, command, { detached: true, cwd: '/', stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

function lastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.on('data', (piece) => {
    words = (words + piece).slice(-9000);
  });
  child.on('error', (error) => {
    words += `\n${error.message}`;
    child.emit('exit', null); // it could not even be spawned
  });
  return () => words;
}

/** True when it accepts connections, false when it ended before. */
async function ready(child: ChildProcess, { say }: Setup, ended: Promise<string>): Promise<boolean> {
  let waitedMs = 0;
  const patience = setInterval(() => {
    waitedMs += 10_000;
    say(`PostgreSQL is still recovering (${waitedMs / 1000} s) 数据库正在恢复`);
    if (waitedMs > readyMs) (child.stdio[3] as Socket).end(); // end of pipe: a fast shutdown
  }, 10_000);
  let said = '';
  const accepts = new Promise<true>((resolve) =>
    child.stderr?.on('data', (piece) => {
      said = (said + piece).slice(-9000);
      if (said.includes('ready to accept connections')) resolve(true);
    }),
  );
  const outcome = await Promise.race([accepts, ended.then(() => false)]);
  clearInterval(patience);
  return outcome;
}

function hint(log: string): string {
  const why = /No space left on device/.test(log)
    ? 'The disk is full: free some space, then start again. Nothing confirmed is lost.'
    : /wrong ownership|Permission denied/.test(log)
      ? 'Its folder belongs to another user: start it as the same user as before, or give the folder to the new one (chown -R).'
      : /lock file/.test(log)
        ? 'Another PostgreSQL still has the folder open, or an unrelated process took its number: look at the process it names.'
        : '';
  return `${why}\nIts last words:\n${log.slice(-1200)}`;
}

/**
 * The watcher's cat holds both pipes until we let go of them: without that node never exits, and much later the watcher
 * would send its signal to whatever process then has the number. The short wait is for the last words to arrive.
 */
const end = (child: ChildProcess, log: () => string): Promise<string> =>
  new Promise((resolve) =>
    child.once('exit', async () => {
      await sleep(50);
      (child.stdio[3] as Socket | null)?.destroy();
      child.stderr?.destroy();
      resolve(log().trim());
    }),
  );

/** Fast shutdown, after 20 s an immediate one (it recovers at the next start). Never SIGKILL: shared memory would be left behind. */
async function stop(child: ChildProcess, { folder }: Setup, ended: Promise<string>): Promise<void> {
  for (const [signal, ms] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    const pid = postmasterPid(folder);
    if (pid) process.kill(pid, signal);
    else (child.stdio[3] as Socket).end();
    const quick = new AbortController();
    const late = sleep(ms, 'late', { signal: quick.signal }).catch(() => 'ended');
    if ((await Promise.race([ended, late])) !== 'late') {
      quick.abort();
      return;
    }
  }
  throw new Error(`PostgreSQL (process ${postmasterPid(folder)}) does not end; it was left running`);
}

/** A living PostgreSQL that an earlier, killed program left in our folder. The pid file is never deleted: it is PostgreSQL's. */
async function stopOrphan({ folder, say }: Setup): Promise<void> {
  const pid = postmasterPid(folder);
  if (!pid) return;
  say(`stopping the PostgreSQL that an earlier run left (process ${pid}) 停止上次遗留的数据库进程`);
  process.kill(pid, 'SIGINT');
  for (let waits = 0; postmasterPid(folder) === pid && waits < 400; waits++) await sleep(50);
}

/** The postmaster that has this folder open, or undefined. A stale pid file may name any process, so its folder is asked for. */
export function postmasterPid(folder: string): number | undefined {
  try {
    const [line, dataFolder] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(line);
    if (!(pid > 0) || dataFolder !== folder) return undefined;
    process.kill(pid, 0);
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== folder) return undefined;
    return pid;
  } catch {
    return undefined; // no pid file, no process, or one that is none of ours
  }
}
