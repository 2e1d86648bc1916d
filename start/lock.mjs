// One program at a time on a folder: a file with the owner's process number and the time that process began.
// The time tells a living owner from another process that got the same number later.
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** When a process began, as text that only its own number and boot can repeat; undefined when there is none. */
export function bornAt(pid) {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined; // ended, and only waiting for its parent to look
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${fields[19]}-${boot}`;
  } catch {
    return undefined; // no such process
  }
}

export const isSame = (pid, born) => born !== undefined && bornAt(pid) === born;

const read = (file) => {
  try {
    const [pid, born] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), born };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Linking a finished file is atomic: nobody ever reads half a lock, however this process dies. */
function tryCreate(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${bornAt(process.pid)}\n`, { mode: 0o644 });
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes a dead owner's lock away by rename; when another starter was quicker, gives the lock back that it took by mistake. */
function removeStale(file, stale) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const got = read(aside);
  if (got && (got.pid !== stale.pid || got.born !== stale.born)) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
}

/** Waits for an owner that is ending, then names it. A process that already holds the lock gets it again at once. */
export async function takeLock(file, { waitMs = 10_000, onWait = () => {}, signal } = {}) {
  const until = Date.now() + waitMs;
  let told = false;
  while (!tryCreate(file)) {
    signal?.throwIfAborted();
    const owner = read(file);
    if (!owner) continue;
    if (owner.pid === process.pid && isSame(owner.pid, owner.born)) return () => {};
    if (!isSame(owner.pid, owner.born)) {
      removeStale(file, owner);
      continue;
    }
    if (Date.now() > until)
      throw new Error(
        `process ${owner.pid} is already using this folder (it holds ${file}).\n` +
          `  Stop it (kill ${owner.pid}), or start with another folder: --data DIR`,
      );
    if (!told) onWait(owner.pid);
    told = true;
    await sleep(100);
  }
  return () => {
    const owner = read(file);
    if (owner?.pid === process.pid) rmSync(file, { force: true });
  };
}
