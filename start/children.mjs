// Keeps one child process running. It tells that it is ready by one line of JSON, {"ready": port}, and ends when its
// standard input closes: so it also ends when we are killed.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { bornAt, isSame } from './lock.mjs';

const pauseFirstMs = 200;
const pauseLastMs = 10_000;
const soundAfterMs = 60_000;
const firstTries = 3;
const endMs = 10_000;

/** `spawn` starts it anew each time, with the same arguments, so it keeps its port. Rejects `ready` when it never got up. */
export function keepRunning(name, spawn, { say, onSpawn = () => {} }) {
  let child;
  let stopping = false;
  let tries = 0;
  const ready = Promise.withResolvers ? Promise.withResolvers() : withResolvers();
  let everReady = false;

  const up = (pauseMs) => {
    if (stopping) return;
    const began = Date.now();
    tries++;
    child = spawn();
    onSpawn(child.pid);
    child.stdin.on('error', () => {}); // it died before we closed the pipe
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = readyPort(line);
      if (port === undefined) return say(`${name}: ${line}`);
      everReady = true;
      ready.resolve(port);
    });
    child.once('error', (error) => say(`${name}: ${error.message}`));
    child.once('close', (code, signal) => {
      child = undefined;
      if (stopping) return;
      if (!everReady && tries >= firstTries)
        return ready.reject(
          new Error(`${name} ended ${tries} times (${signal ?? `code ${code}`}) before it was ready: see above`),
        );
      const pause = Date.now() - began > soundAfterMs ? pauseFirstMs : pauseMs;
      say(`${name} ended (${signal ?? `code ${code}`}); it is started again in ${pause} ms 进程意外结束，正在重启`);
      setTimeout(up, pause, Math.min(pause * 2, pauseLastMs));
    });
  };
  up(pauseFirstMs);

  const stop = async () => {
    stopping = true;
    if (!child) return;
    const last = child;
    const ended = new Promise((resolve) => last.once('close', resolve));
    last.stdin.end();
    const late = setTimeout(() => {
      say(`${name} did not end within ${endMs / 1000} s and is killed 进程超时，强制结束`);
      last.kill('SIGKILL');
    }, endMs);
    await ended;
    clearTimeout(late);
  };
  return { ready: ready.promise, stop };
}

function readyPort(line) {
  try {
    const { ready } = JSON.parse(line);
    return Number.isInteger(ready) ? ready : undefined;
  } catch {
    return undefined; // an ordinary line of output
  }
}

function withResolvers() {
  const all = {};
  all.promise = new Promise((resolve, reject) => Object.assign(all, { resolve, reject }));
  all.promise.catch(() => {}); // whoever waits for it gets the error; before that it is no unhandled one
  return all;
}

/** Remembers who was started, so that the next start can wait for those that a killed supervisor left behind. */
export function memory(data) {
  const file = join(data, 'children.json');
  const known = new Map();
  const write = () => {
    try {
      writeFileSync(`${file}.new`, JSON.stringify([...known.values()]));
      renameSync(`${file}.new`, file);
    } catch (error) {
      // On a full disk better run than remember: whoever is forgotten ends with its pipe.
      if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error;
    }
  };
  const note = (name) => (pid) => {
    if (pid) known.set(name, { name, pid, born: bornAt(pid) });
    write();
  };
  return { note, leftBehind: () => leftBehind(file) };
}

function leftBehind(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).filter(({ pid, born }) => born && isSame(pid, born));
  } catch {
    return []; // none was written, or only half: then nobody is remembered, and they end with their pipe anyway
  }
}

/** They are ending by themselves, since their pipe is closed; one that is stuck is killed after 10 s. Their ports are free then. */
export async function waitForOld({ leftBehind }, say) {
  if (!leftBehind().length) return;
  say('waiting for processes of the last run to end 等待上次遗留的进程结束');
  for (let waits = 0; leftBehind().length && waits < endMs / 100; waits++) await sleep(100);
  for (const { pid } of leftBehind()) process.kill(pid, 'SIGKILL');
}
