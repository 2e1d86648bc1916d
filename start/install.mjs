// Brings node_modules and dist up to date with what is checked out. Killed at any moment, the next start does it again.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { takeLock } from './lock.mjs';

const compiled = ['core', 'bundle', 'server', 'publisher', 'edge', 'world', 'bin'];
const configured = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'vite.config.ts',
  'admin/vite.config.ts',
];

/** Two starts in one checkout, on two data folders, take turns. */
export async function upToDate(root, { say, signal }) {
  if (isInstalled(root) && isBuilt(root)) return;
  const release = await takeLock(join(root, 'dist.lock'), {
    signal,
    waitMs: 15 * 60_000,
    onWait: (pid) => say(`waiting for process ${pid}, which is building 等待另一进程完成构建`),
  });
  try {
    if (!isInstalled(root)) await install(root, { say, signal });
    if (!isBuilt(root)) await build(root, { say, signal });
  } finally {
    release();
  }
}

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** npm writes that file last: a killed installation counts as none. */
const isInstalled = (root) =>
  time(join(root, 'node_modules/.package-lock.json')) >= time(join(root, 'package-lock.json'));

async function install(root, { say, signal }) {
  say('installing packages (the first time this takes a minute) 正在安装依赖');
  await run(root, 'npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], signal);
}

/** Names, sizes and times of all sources: also a removed or an older file means a new build. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const stat = statSync(path);
    hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const name of configured) if (existsSync(join(root, name))) add(join(root, name));
  for (const path of [...compiled, 'admin'].flatMap((folder) => [...sources(join(root, folder))])) add(path);
  return hash.digest('hex');
}

function* sources(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(tsx?|css|html|json|svg|woff2)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const stamp = (root) => join(root, 'dist/.built');
const isBuilt = (root) => existsSync(stamp(root)) && readFileSync(stamp(root), 'utf8') === fingerprint(root);

/** Built beside and renamed: nobody ever starts half a build. */
async function build(root, { say, signal }) {
  say('building 正在构建');
  const wanted = fingerprint(root); // before: a file that changes meanwhile is built at the next start
  for (const name of readdirSync(root))
    if (/^dist\.(new|old)/.test(name)) rmSync(join(root, name), { recursive: true });
  const beside = join(root, 'dist.new');
  await run(
    root,
    process.execPath,
    [bin(root, 'typescript/bin/tsc'), '-p', 'tsconfig.json', '--outDir', beside],
    signal,
  );
  if (existsSync(join(root, 'admin/index.html'))) await buildConsole(root, beside, signal);
  writeFileSync(join(beside, '.built'), wanted);
  if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), join(root, 'dist.old'));
  renameSync(beside, join(root, 'dist'));
  rmSync(join(root, 'dist.old'), { recursive: true, force: true });
}

async function buildConsole(root, beside, signal) {
  const folder = existsSync(join(root, 'vite.config.ts')) ? root : join(root, 'admin');
  const to = ['--outDir', join(beside, 'admin'), '--emptyOutDir', '--logLevel', 'warn'];
  await run(folder, process.execPath, [bin(root, 'vite/bin/vite.js'), 'build', ...to], signal);
}

const bin = (root, path) => join(root, 'node_modules', path);

function run(cwd, command, args, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, signal, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(' ')} failed: what it complained about stands above`));
    });
  });
}
