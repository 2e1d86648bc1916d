/** The embedded PostgreSQL itself: made, stopped, killed, and made to explain itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { isDatabaseAway, openPool } from './client.ts';
import { type Embedded, startPostgres } from './embedded.ts';
import { packageRoot } from './package-root.ts';
import { openFolder, testBinaries } from './testing.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 }); // whole programs start here, on a machine that others use too

const home = openFolder('embedded');
const data = join(home, 'DATA');
let server: Embedded | undefined;
const open = async (options = {}) => {
  server = await startPostgres(data, { ...testBinaries(), ...options });
  return server;
};
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const ask = async (url: string, text: string) => {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
};
const alive = (pid: number) => existsSync(`/proc/${pid}`);
const until = async (holds: () => unknown) => {
  for (let waits = 0; !(await holds()); waits++) {
    if (waits > 600) throw new Error(`still not so: ${holds}`);
    await sleep(25);
  }
};

describe('the first start', () => {
  test('sweeps half-made folders, and makes a database that knows Chinese', async () => {
    mkdirSync(join(data, 'pg.init-99999/base'), { recursive: true });
    const { url } = await open();
    expect(readdirSync(data).sort()).toEqual(['app.lock', 'keys', 'pg', 'run']);
    const [row] = await ask(url, `select '局' ~ '\\w' as letter, to_tsvector('simple','教育局，关于')::text as words`);
    expect(row).toEqual({ letter: true, words: "'关于':2 '教育局':1" });
  });

  test('opens no port, and keeps its socket where only its user may enter', async () => {
    const { url } = await open();
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(join(data, 'run')).mode & 0o777).toBe(0o700);
  });

  test('works in a folder too deep for the path of a socket', async () => {
    const deep = join(home, 'a-folder-with-a-long-name/'.repeat(4), 'DATA');
    const far = await startPostgres(deep, testBinaries());
    const socket = new URL(far.url.replace('@/', '@x/')).searchParams.get('host')!;
    expect(socket.length).toBeLessThan(80);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(await ask(far.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await far.stop();
    rmSync(socket, { recursive: true });
  });

  test('keeps everything on that makes a commit last', async () => {
    const { url } = await open();
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
    const rows = await Promise.all(names.map(async (name) => Object.values((await ask(url, `show ${name}`))[0])));
    expect(rows.flat()).toEqual(['on', 'on', 'on', 'on']);
  });
});

describe('the roles', () => {
  test('each signs in with its password only, and neither is a superuser', async () => {
    const { url, ownerUrl } = await open();
    const who = 'select current_user::text as name, rolsuper as super from pg_roles where rolname = current_user';
    expect(await ask(url, who)).toEqual([{ name: 'menhu', super: false }]);
    expect(await ask(ownerUrl, who)).toEqual([{ name: 'menhu_owner', super: false }]);
    for (const user of ['menhu', 'menhu_owner', 'postgres']) {
      const wrong = url.replace(/\/\/menhu:[^@]+/, `//${user}:wrong`);
      await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    }
  });

  test('the program can neither make tables nor become the owner', async () => {
    const { url } = await open();
    await expect(ask(url, 'create table mine (id int)')).rejects.toThrow('permission denied');
    await expect(ask(url, 'set role menhu_owner')).rejects.toThrow('permission denied');
  });
});

describe('when something dies', () => {
  /** A program of its own that starts PostgreSQL, says so, and then does `more`. */
  const program = (more = 'setInterval(() => {}, 1000);'): ChildProcess => {
    const code = `import { startPostgres } from ${JSON.stringify(join(packageRoot(), 'server/db/embedded.ts'))};
      const server = await startPostgres(process.argv[1], JSON.parse(process.argv[2]));
      console.log('up'); ${more}`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', code, data, JSON.stringify(testBinaries())];
    return spawn(process.execPath, args, { cwd: packageRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  };
  const pidIn = () => Number(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);

  test('kill -9 of node stops PostgreSQL cleanly, and the next start works', async () => {
    const child = program();
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    const pid = pidIn();
    child.kill('SIGKILL');
    await until(() => !alive(pid));
    expect(existsSync(join(data, 'pg/postmaster.pid'))).toBe(false);
    expect(await ask((await open()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('an orphan whose watchers were killed too is stopped, and its folder taken over', async () => {
    const child = program();
    await new Promise((resolve) => child.stdout!.once('data', resolve));
    const pid = pidIn();
    const watcher = Number(/PPid:\t(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const others = readFileSync(`/proc/${watcher}/task/${watcher}/children`, 'utf8').trim().split(' ').map(Number);
    for (const each of others.filter((other) => other !== pid)) {
      for (const cat of readFileSync(`/proc/${each}/task/${each}/children`, 'utf8').trim().split(' ').filter(Boolean))
        for (const watching of [each, Number(cat)]) process.kill(watching, 'SIGKILL');
    }
    child.kill('SIGKILL');
    await sleep(300);
    expect(alive(pid)).toBe(true);
    const said: string[] = [];
    const { url } = await open({ say: (line: string) => said.push(line) });
    expect(said.join()).toContain(`process ${pid}`);
    expect(alive(pid)).toBe(false);
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a pool outlives PostgreSQL: away while it is down, itself again afterwards, also with a client in hand', async () => {
    const { url, pid } = await open();
    const { pool, close } = openPool(url, { role: 'web', max: 3 });
    const held = await pool.connect();
    await held.query('begin');
    process.kill(pid()!, 'SIGKILL');
    const errors: unknown[] = [];
    const works = (client: pg.Pool | pg.PoolClient) =>
      client.query('select 1').then(
        () => true,
        (error: unknown) => {
          errors.push(error);
          return false;
        },
      );
    await until(async () => !(await works(held))); // a back end may answer once more before it notices
    held.release(true);
    await until(() => works(pool));
    expect(errors.length).toBeGreaterThan(1);
    expect(errors.filter((error) => !isDatabaseAway(error))).toEqual([]);
    await close();
  });

  test('a program that had to restart PostgreSQL ends by itself once it has stopped it', async () => {
    const child = program(`const first = server.pid(); process.kill(first, 'SIGKILL');
      while ([first, undefined].includes(server.pid())) await new Promise((resolve) => setTimeout(resolve, 50));
      await server.stop();`);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(existsSync(join(data, 'pg/postmaster.pid'))).toBe(false);
  });

  test('five restarts in a row are tried, then it is given up', async () => {
    let given: Error | undefined;
    const { pid } = await open({ onGivenUp: (error: Error) => (given = error) });
    let last: number | undefined;
    for (let deaths = 0; !given && deaths < 30; deaths++) {
      await until(() => given ?? (pid() !== undefined && pid() !== last));
      last = pid();
      if (last) process.kill(last, 'SIGKILL');
    }
    await until(() => given);
    expect(given?.message).toContain('died 6 times in a row');
  }, 60_000);
});

describe('what it refuses', () => {
  test('a folder of another major version, with a way out', async () => {
    const other = join(home, 'OTHER');
    mkdirSync(join(other, 'pg'), { recursive: true });
    writeFileSync(join(other, 'pg/PG_VERSION'), '13\n');
    await expect(startPostgres(other, testBinaries())).rejects.toThrow('was made by PostgreSQL 13');
  });

  test('a setting that would lose commits, even when asked to start with it', async () => {
    await expect(open({ settings: { fsync: 'off' } })).rejects.toThrow('fsync is off');
    await expect(open({ settings: { synchronous_commit: 'off' } })).rejects.toThrow('synchronous_commit is off');
  });

  test('a password file that is not this database’s is put right from the file', async () => {
    await (await open()).stop();
    rmSync(join(data, 'keys/pg-menhu'));
    expect(await ask((await open()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('keys of another installation, saying where the right ones would be', async () => {
    const key = join(data, 'keys/pg-postgres');
    const right = readFileSync(key, 'utf8');
    writeFileSync(key, 'wrong\n');
    await expect(open()).rejects.toThrow('restore that folder from the same backup');
    writeFileSync(key, right);
  });
});
