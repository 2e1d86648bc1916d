/** However start.mjs dies, nothing stays behind, and the next start works. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Answer, processesOf, standIn, start, until } from './standin.fixture.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 }); // whole programs start here, on a machine that others use too

let root: string;
beforeAll(() => {
  root = standIn(0o700); // as in a clone under root's own home: nobody else can enter
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ask = async (address: string) => (await fetch(address.replace('localhost', '127.0.0.1'))).json();

test('kill -9 leaves nothing behind within 10 s, and the next start takes the same ports', async () => {
  const data = join(root, 'DATA-killed');
  const first = start(root, data, '--public-port', '0', '--console-port', '0');
  const before = await first.answer;
  first.child.kill('SIGKILL');
  const ports = [before.public, before.console].map((address) => new URL(address).port);
  const second = start(root, data, '--public-port', ports[0]!, '--console-port', ports[1]!);
  expect(await second.answer).toEqual(before);
  second.child.kill('SIGKILL');
  await until(() => processesOf(data).length === 0, 10_000);
});

test('it stops when the process that started it is gone', async () => {
  const data = join(root, 'DATA-orphan');
  const command = '"$0" "$@" & echo $! >&2; wait';
  const args = [join(root, 'start.mjs'), '--json', '--data', data, '--public-port', '0', '--console-port', '0'];
  const parent = spawn('/bin/sh', ['-c', command, process.execPath, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const answer: Answer = JSON.parse(String(await new Promise((resolve) => parent.stdout.once('data', resolve))));
  expect((await ask(answer.public)).name).toBe('edge');
  parent.kill('SIGKILL');
  await until(() => processesOf(data).length === 0, 15_000);
});

test('SIGINT to the supervisor stops everything, and a stop during the start does too', async () => {
  const data = join(root, 'DATA-early');
  const early = start(root, data, '--public-port', '0', '--console-port', '0');
  await until(() => early.said().includes('starting the database'), 20_000);
  early.child.kill('SIGINT');
  expect(await early.ended).toBe(0);
  expect(processesOf(data)).toEqual([]);
  const late = start(root, data, '--public-port', '0', '--console-port', '0');
  await late.answer;
  late.child.kill('SIGINT');
  expect(await late.ended).toBe(0);
  expect(processesOf(data)).toEqual([]);
});

test('a lock that a dead process left, even with a number that lives again, is taken over', async () => {
  const data = join(root, 'DATA-early');
  writeFileSync(join(data, 'app.lock'), `${process.pid} 1-another\n`);
  const started = start(root, data, '--public-port', '0', '--console-port', '0');
  await started.answer;
  expect(readFileSync(join(data, 'app.lock'), 'utf8').split(' ')[0]).toBe(String(started.child.pid));
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
});
