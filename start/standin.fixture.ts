/** A small installation for tests of start.mjs: the real start and database, and stand-ins for what the two zones do. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../server/db/package-root.ts';

const migration = `
create schema door;
create table door.event (seq bigint primary key);
grant usage on schema door to menhu;
grant select, insert on door.event to menhu;`;

/** Answers every request with what a test asks about: who it is, and what it was given. */
const listener = (name: string) => `
import { createServer } from 'node:http';
const value = (flag: string) => process.argv[process.argv.indexOf(flag) + 1];
process.on('SIGINT', () => {});
process.stdin.resume().on('end', () => process.exit(0));
const about = { name: '${name}', pid: process.pid, uid: process.getuid!(), args: process.argv.slice(2), env: Object.keys(process.env) };
createServer((_request, response) => response.end(JSON.stringify(about))).listen(Number(value('--port')), '127.0.0.1', () =>
  process.stdout.write(JSON.stringify({ ready: Number(value('--port')) }) + '\\n'));
`;

/** Waits in the middle when DATA/slow exists, so that a test can kill it there. */
const world = `
import { existsSync, writeFileSync, appendFileSync } from 'node:fs';
import pg from 'pg';
const data = process.argv[process.argv.indexOf('--data') + 1]!;
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
await client.query('insert into door.event values (1)');
appendFileSync(data + '/world.loads', 'once\\n');
if (existsSync(data + '/slow')) await new Promise((resolve) => setTimeout(resolve, 60_000));
await client.query('insert into door.event values (2)');
writeFileSync(data + '/demo.json', JSON.stringify({ people: [{ name: '林晓', login: 'lin', password: 'secret', posts: ['信息员'] }] }));
await client.end();
`;

/** `mode` 0o700 with root as owner is a clone under root's own home. */
export function standIn(mode = 0o755): string {
  const from = packageRoot();
  const root = mkdtempSync(join(tmpdir(), 'menhu-start-'));
  chmodSync(root, mode);
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json', 'start.mjs', 'start'])
    cpSync(join(from, name), join(root, name), { recursive: true, preserveTimestamps: true });
  mkdirSync(join(root, 'server/db'), { recursive: true });
  for (const name of readdirSync(join(from, 'server/db')))
    if (name.endsWith('.ts') && !name.includes('.test.'))
      cpSync(join(from, 'server/db', name), join(root, 'server/db', name));
  // Old, so that no start ever runs `npm ci` here: it would follow the link and empty the folder that all tests share.
  utimesSync(join(root, 'package-lock.json'), 0, 0);
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('server/db/migrations/0001_small.sql', migration);
  write('server/main.ts', listener('inside'));
  write('edge/main.ts', listener('edge'));
  write('world/main.ts', world);
  return root;
}

export type Answer = {
  public: string;
  console: string;
  people: { name: string; login: string; password: string; posts: string[] }[];
};

export type Started = {
  readonly child: ChildProcess;
  /** The one line of JSON; rejects with what was said when it ends without. */
  readonly answer: Promise<Answer>;
  readonly ended: Promise<number | null>;
  said(): string;
};

export function start(root: string, data: string, ...more: string[]): Started {
  const env = { ...process.env };
  delete env.DATABASE_URL;
  const child = spawn(process.execPath, [join(root, 'start.mjs'), '--json', '--data', data, ...more], {
    env: { ...env, MENHU_COUNTY: 'few', DATABASE_OWNER_URL: 'must not reach the children' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = createInterface({ input: child.stdout });
  const answer = Promise.race([
    new Promise<Answer>((resolve) => lines.once('line', (line) => resolve(JSON.parse(line)))),
    ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${said}`))),
  ]);
  answer.catch(() => {}); // a test that expects it to fail looks at `ended`
  return { child, answer, ended, said: () => said };
}

/** Processes whose command line or folder names this path. */
export function processesOf(path: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path);
      } catch {
        return false; // ended meanwhile
      }
    })
    .map(Number);
}

export async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !(await holds()); await new Promise((resolve) => setTimeout(resolve, 50)))
    if (Date.now() > end) throw new Error(`still not so after ${ms} ms: ${holds}`);
}
