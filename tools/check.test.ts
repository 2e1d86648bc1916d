// The closing line, from outside: the programs are run, and ended, as CI would.
import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { difference } from './check/deps.mjs';
import { makeTally } from './check/tally.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'menhu-check-'));
  // Another user must be able to enter it: one test runs as nobody.
  chmodSync(path, 0o755);
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

type Ended = { code: number | null; output: string };
function ended(file: string, args: string[], options: { cwd: string; env?: NodeJS.ProcessEnv; uid?: number }) {
  return new Promise<Ended>((resolve) => {
    const child = execFile(file, args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, output: stderr + stdout }),
    );
  });
}

/** A folder that has `.ci/run` and nothing of the product. */
function bareClone(): string {
  const clone = folder();
  mkdirSync(join(clone, '.ci'));
  copyFileSync(join(root, '.ci', 'run'), join(clone, '.ci', 'run'));
  return clone;
}

test('words that no test file matches end in a failure, not in nothing', async () => {
  const { code, output } = await ended(process.execPath, ['tools/check.mjs', 'no-test-is-called-this'], { cwd: root });
  expect([code, lastLine(output)]).toEqual([1, '0 passed, 1 failed']);
});

test('SIGTERM in the middle still ends in the one closing line', async () => {
  const child = spawn(process.execPath, ['tools/check.mjs', 'tidy'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    if (output === '') child.kill('SIGTERM');
    output += chunk;
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, lastLine(output)]).toEqual([1, '0 passed, 1 failed']);
  expect(output.match(/\d+ passed, \d+ failed$/gm)).toHaveLength(1);
});

test('.ci/run ends in the closing line when the installation fails', async () => {
  const { code, output } = await ended('bash', ['.ci/run'], { cwd: bareClone() });
  expect([code !== 0, lastLine(output)]).toEqual([true, '0 passed, 1 failed']);
});

test('.ci/run without root names the exact line to run, and stops', async () => {
  const clone = bareClone();
  const bin = join(clone, 'bin');
  mkdirSync(bin);
  for (const tool of ['bash', 'dirname', 'mktemp', 'rm', 'id', 'git', 'curl', 'faketime', 'exiftool', 'pdftoppm'])
    symlinkSync(join('/usr/bin', tool), join(bin, tool));
  const options = { cwd: clone, env: { PATH: bin }, ...(process.getuid?.() === 0 ? { uid: 65534 } : {}) };
  const { code, output } = await ended('/bin/bash', ['.ci/run'], options);
  expect(output).toContain("sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends strace'");
  expect([code, lastLine(output)]).toEqual([1, '0 passed, 1 failed']);
});

test('the tally leaves word for who finds it killed, prints once, and knows failure from nothing', () => {
  const file = join(folder(), 'tally');
  const lines: string[] = [];
  const tally = makeTally(file, (line: string) => lines.push(line));
  tally.add(3, 0);
  expect(readFileSync(file, 'utf8')).toBe('3 0 open\n');
  expect(tally.close()).toBe(0);
  expect(tally.close()).toBe(0);
  expect([lines, readFileSync(file, 'utf8')]).toEqual([['3 passed, 0 failed\n'], '3 0 closed\n']);
  const nothing = makeTally(undefined, () => {});
  expect(nothing.close()).toBe(1);
});

test('an installed package of another version, or none at all, is seen before any test runs', () => {
  const clone = folder();
  const lock = { packages: { '': {}, 'node_modules/a': { version: '2.0.0', integrity: 'sha512-new' } } };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify(lock));
  expect(difference(clone)).toBe('nothing is installed');
  mkdirSync(join(clone, 'node_modules', 'a'), { recursive: true });
  const installed = (integrity: string) => {
    const held = { packages: { 'node_modules/a': { version: '1.0.0', integrity } } };
    writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify(held));
    return difference(clone);
  };
  expect(installed('sha512-old')).toBe('node_modules/a is not version 2.0.0');
  expect(installed('sha512-new')).toBe('node_modules/a is gone');
  writeFileSync(join(clone, 'node_modules', 'a', 'package.json'), '{}');
  expect(installed('sha512-new')).toBeUndefined();
});
