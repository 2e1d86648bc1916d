/** start.mjs from outside: a whole installation with stand-ins for the two zones, on its own ports and folders. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../server/db/package-root.ts';
import { type Answer, processesOf, type Started, standIn, start, until } from './standin.fixture.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 }); // whole programs start here, on a machine that others use too

let root: string;
let number = 0;
const running: Started[] = [];

beforeAll(() => {
  root = standIn();
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const newData = () => {
  const data = join(root, `DATA-${number++}`);
  mkdirSync(data);
  return data;
};
const begin = (data: string, ...more: string[]) => {
  const started = start(root, data, '--public-port', '0', '--console-port', '0', ...more);
  running.push(started);
  return started;
};
type About = { name: string; pid: number; uid: number; args: string[]; env: string[] };
const ask = async (address: string): Promise<About> => (await fetch(address.replace('localhost', '127.0.0.1'))).json();
const postmaster = (data: string) => Number(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
const events = async (data: string) => {
  const [, , , , socket] = readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(data, 'keys/pg-menhu'), 'utf8').trim();
  const client = new pg.Client({ host: socket!, user: 'menhu', password, database: 'menhu' });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('select seq from door.event order by seq');
  await client.end();
  return rows.map((row) => row.seq);
};
/** Every folder on the way has the bit: PostgreSQL's programs lie in there. */
const othersMayEnter = (path: string): boolean =>
  (statSync(path).mode & 0o005) === 0o005 && (path === '/' || othersMayEnter(dirname(path)));
const portOf = (address: string) => new URL(address).port;

describe('I12 the first start', () => {
  let data: string;
  let answer: Answer;
  beforeAll(async () => {
    data = newData();
    const first = start(root, data, '--public-port', '0', '--console-port', '0');
    answer = await first.answer;
    expect(first.said()).toContain('building');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('I12 migrates, loads the county, and tells whom to sign in as', () => {
    expect(answer.public).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(answer.console).toMatch(/^http:\/\/localhost:\d+$/);
    expect(answer.people).toEqual([{ name: '林晓', login: 'lin', password: 'secret', posts: ['信息员'] }]);
  });

  test('SIGTERM leaves no process, no lock and no pid file', () => {
    expect(processesOf(data)).toEqual([]);
    expect(existsSync(join(data, 'app.lock'))).toBe(false);
    expect(existsSync(join(data, 'pg/postmaster.pid'))).toBe(false);
  });

  test('the second start builds nothing, and loads no second county', async () => {
    const second = begin(data);
    await second.answer;
    expect(second.said()).not.toContain('building');
    expect(readFileSync(join(data, 'world.loads'), 'utf8')).toBe('once\n');
    expect(await events(data)).toEqual(['1', '2']);
  });
});

describe('the two zones', () => {
  const data = () => join(root, 'DATA-zones');
  let zones: Started;
  let answer: Answer;
  beforeAll(async () => {
    zones = start(root, data(), '--public-port', '0', '--console-port', '0');
    answer = await zones.answer;
  });
  afterAll(async () => {
    zones.child.kill('SIGTERM');
    await zones.ended;
  });

  test('each gets what it needs, and the edge no word of the database', async () => {
    const { public: site, console: desk } = answer;
    const [inside, edge] = [await ask(desk), await ask(site)];
    const folder = join(data(), 'edge');
    expect(inside.args).toEqual(['--port', portOf(desk), '--data', data(), '--edge', folder]);
    expect(edge.args).toEqual(['--port', portOf(site), '--data', folder]);
    expect(inside.env).toContain('DATABASE_URL');
    expect(inside.env).not.toContain('DATABASE_OWNER_URL');
    expect(edge.env.filter((name) => !['PATH', 'LANG', 'LC_ALL', 'TZ', 'NODE_ENV'].includes(name))).toEqual([]);
  });

  test('started by root, neither is root, and where others may enter the two are not the same user', async () => {
    const [inside, edge] = [await ask(answer.console), await ask(answer.public)];
    const apart = process.getuid?.() === 0 && othersMayEnter(packageRoot());
    expect([inside.uid === 0, edge.uid === 0, inside.uid !== edge.uid]).toEqual([false, false, apart]);
  });

  test('one that was killed comes back on its port', async () => {
    for (const address of [answer.public, answer.console]) {
      const { pid } = await ask(address);
      process.kill(pid, 'SIGKILL');
      await until(async () => (await ask(address).catch(() => ({ pid }))).pid !== pid, 10_000);
    }
  });

  test('PostgreSQL that was killed comes back by itself', async () => {
    const pid = postmaster(data());
    process.kill(pid, 'SIGKILL');
    await until(async () => (await events(data()).catch(() => [])).length === 2, 15_000);
    expect(postmaster(data())).not.toBe(pid);
  });
});

describe('ports', () => {
  test('a taken one means the next free one, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const started = start(root, newData(), '--public-port', String(port), '--console-port', String(port));
    running.push(started);
    const { public: site, console: desk } = await started.answer;
    expect(started.said()).toContain(`port ${port} is taken`);
    expect(new Set([portOf(site), portOf(desk), String(port)]).size).toBe(3);
    expect((await ask(site)).name).toBe('edge');
    other.close();
  });
});

describe('--empty', () => {
  test('loads no county, now or later', async () => {
    const data = newData();
    const first = begin(data, '--empty');
    expect((await first.answer).people).toEqual([]);
    first.child.kill('SIGTERM');
    await first.ended;
    expect((await begin(data).answer).people).toEqual([]);
    expect(await events(data)).toEqual([]);
  });

  test('a mistyped switch is refused, and starts nothing', async () => {
    const data = newData();
    const started = begin(data, '--emtpy');
    expect(await started.ended).toBe(2);
    expect(started.said()).toContain('unknown option --emtpy');
    expect(existsSync(join(data, 'pg'))).toBe(false);
  });
});

test('a second start on the same folder is refused, and names the first', async () => {
  const data = newData();
  const first = begin(data);
  await first.answer;
  const second = begin(data);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`process ${first.child.pid} is already using this folder`);
  expect((await ask((await first.answer).public)).name).toBe('edge');
});

test('a county that was half loaded when everything was killed is loaded anew', async () => {
  const data = newData();
  writeFileSync(join(data, 'slow'), '');
  const first = begin(data);
  await until(() => existsSync(join(data, 'world.loads')), 20_000);
  first.child.kill('SIGKILL');
  await until(() => processesOf(data).length === 0, 10_000);
  rmSync(join(data, 'slow'));
  const second = begin(data);
  expect((await second.answer).people).toHaveLength(1);
  expect(second.said()).toContain('only half loaded');
  expect(await events(data)).toEqual(['1', '2']);
});
