/** What git has of this tree, in a folder of root's that nobody else may enter, and the README: nothing more is needed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { client } from '../server/contract/client.ts';
import { table } from '../server/contract/table.ts';
import { makeTree, type Tree } from '../tools/mutants/tree.ts';
import { type Answer, processesOf, until } from './standin.fixture.ts';

let tree: Tree;
let command = '';
beforeAll(() => {
  tree = makeTree(true);
  // The packages are there already, by hard links, so that a test downloads nothing: the lock counts as older than they are.
  utimesSync(join(tree.folder, 'package-lock.json'), 0, 0);
  const [, firstBlock = ''] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(tree.folder, 'README.md'), 'utf8')) ?? [];
  command = firstBlock.split('\n')[0]?.split('#')[0]?.trim() ?? '';
}, 120_000);

const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) process.kill(-(child.pid ?? 0), 'SIGTERM');
  await until(() => processesOf(tree.folder).length === 0, 60_000);
  tree.remove();
}, 90_000);

/** Types the README's command into a terminal of its own, with --json as the only addition. */
function type() {
  const env = { PATH: process.env.PATH, HOME: dirname(tree.folder) };
  const words = `${command} --silent -- --json`.split(' ');
  // A process group of its own, as a terminal gives it: Ctrl-C reaches npm and everything in it at once.
  const child = spawn(words[0] ?? '', words.slice(1), { cwd: tree.folder, env, detached: true, stdio: 'pipe' });
  running.add(child);
  const lines: string[] = [];
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const out = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve(void running.delete(child))));
  const ready = Promise.race([
    new Promise<void>((resolve) => out.once('line', () => resolve())),
    ended.then(() => Promise.reject(new Error(`it ended before it was ready: ${said}`))),
  ]);
  ready.catch(() => {}); // whoever waits for it hears of it
  const interrupt = async () => {
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
  };
  return { ready, lines, said: () => said, interrupt };
}

async function nameBehind(console: string, login: string, password: string): Promise<string> {
  const origin = console.replace('localhost', '127.0.0.1');
  const api = client(table, async (method, path, body) => {
    const headers = { origin, 'content-type': 'application/json' };
    const got = await fetch(origin + path, { method, headers, body: JSON.stringify(body) });
    return { status: got.status, json: await got.json() };
  });
  return (await api.people.signIn({ login, password })).name;
}

/** The one line, each of its people signed in, and the public home page with the first article that it links. */
async function use(lines: readonly string[]): Promise<Answer> {
  expect(lines).toHaveLength(1);
  const told: Answer = JSON.parse(lines[0] ?? '');
  expect(told.people).toHaveLength(8);
  for (const { name, login, password } of told.people)
    expect(await nameBehind(told.console, login, password)).toBe(name);
  const home = await fetch(told.public);
  expect(home.status).toBe(200);
  const link = /href="(\/[a-z-]+\/[0-9a-z]{10}\.html)"/.exec(await home.text())?.[1];
  const article = await fetch(`${told.public}${link}`);
  expect([article.status, (await article.text()).includes('<article')]).toEqual([200, true]);
  return told;
}

test('I12 the README says npm start, and that is all: one line, eight people, a public page; Ctrl-C, and the same again', {
  timeout: 600_000,
}, async () => {
  expect(command).toBe('npm start');
  const first = type();
  await first.ready;
  const told = await use(first.lines);
  await first.interrupt();
  expect(processesOf(tree.folder)).toEqual([]);
  const second = type();
  await second.ready;
  expect((await use(second.lines)).people).toEqual(told.people);
  expect(second.said()).not.toMatch(/installing|building|loading|made a new database/);
  await second.interrupt();
  expect(processesOf(tree.folder)).toEqual([]);
});
