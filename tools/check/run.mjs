// Runs one command in a process group of its own, so that a time-out ends its children too, browsers included.
import { spawn } from 'node:child_process';

/** Groups that are running: `stopAll` ends them when check itself is told to stop. */
const running = new Set();
/** After SIGTERM a group has this long before SIGKILL. */
const graceMs = 10_000;

const signalGroup = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

/** Ends every group that is running, and resolves when all are gone, at the latest when their grace is over. */
export async function stopAll() {
  for (const child of running) signalGroup(child, 'SIGTERM');
  const until = performance.now() + graceMs;
  while (running.size > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const child of running) signalGroup(child, 'SIGKILL');
}

/**
 * Resolves, never rejects: `{ code, output, timedOut }`. `show` passes the output on while it comes; otherwise it is
 * kept for the caller, who prints it when the step failed.
 */
export function run(command, args, { cwd, env = process.env, timeoutMs, show = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    let timedOut = false;
    const take = (chunk) => {
      if (show) process.stdout.write(chunk);
      else output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const killer = setTimeout(() => {
      timedOut = true;
      signalGroup(child, 'SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs).unref();
    }, timeoutMs);
    // 'exit', not 'close': a grandchild that keeps the pipe open must not hang the whole check.
    const end = (code, message = '') => {
      clearTimeout(killer);
      running.delete(child);
      setTimeout(() => resolve({ code, output: output + message, timedOut }), 50);
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.on('exit', (code, signal) => end(code ?? 1, signal ? `ended by ${signal}\n` : ''));
  });
}
