// Node alone: installs, builds, then starts and supervises PostgreSQL, inside and edge. See ARCHITECTURE.md.
import { chownSync, mkdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepRunning, memory, waitForOld } from './start/children.mjs';
import { upToDate } from './start/install.mjs';
import { takeLock } from './start/lock.mjs';
import { helpAsked, readOptions } from './start/options.mjs';
import { freePort } from './start/ports.mjs';
import { announce, forgetAddresses, keepAddresses, quietPipes, sayer } from './start/words.mjs';
import { people, prepareWorld } from './start/world.mjs';

const root = import.meta.dirname;
const parent = process.ppid;
const halt = new AbortController();
/** What has been started so far, in order; it is stopped the other way round. */
const closers = [];
const stopAskedFor = new Promise((_resolve, reject) => {
  halt.signal.addEventListener('abort', () => reject(halt.signal.reason));
});
stopAskedFor.catch(() => {}); // whoever races against it hears of it

quietPipes();
const options = beginOrExit();
const { data } = options;
const say = sayer(options.json);
const complain = (error) => process.stderr.write(`menhu: ${error.message}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => shutDown(signal, 0));
process.on('SIGHUP', () => options.detached || shutDown('SIGHUP', 0));
process.on('uncaughtException', (error) => fail(error));
const started = start();
started.catch((error) => {
  if (!halt.signal.aborted) fail(error);
});

function beginOrExit() {
  try {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19))
      throw new Error(`this is Node ${process.versions.node}; Menhu needs 20.19 or newer (24 is recommended)`);
    const args = process.argv.slice(2);
    const help = helpAsked(args, process.env);
    if (help === undefined) return readOptions(args, root);
    process.stdout.write(`${help}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

async function start() {
  mkdirSync(data, { recursive: true, mode: 0o711 });
  const onWait = (pid) => say(`waiting for process ${pid} to end 等待另一进程结束`);
  closers.push(await takeLock(join(data, 'app.lock'), { onWait, signal: halt.signal }));
  forgetAddresses(data);
  closers.push(() => forgetAddresses(data));
  await step(() => upToDate(root, { say, signal: halt.signal }));
  const children = memory(data);
  await step(() => waitForOld(children, say));
  const database = await step(openDatabase);
  const run = await runners(database.identity);
  const load = () => runOnce(run.inside(['dist/world/main.js', '--data', data], programEnv(database.url)));
  await step(() => prepareWorld(database, { data, empty: options.empty, say, load }));
  const ports = await step(() => listeners(database.url, run, children));
  watchParent();
  const addresses = { public: `http://127.0.0.1:${ports.edge}`, console: `http://localhost:${ports.inside}` };
  keepAddresses(data, addresses);
  announce(options.json, { ...addresses, people: options.empty ? [] : people(data) });
}

/** Between two steps a stop that was asked for meanwhile takes effect. */
async function step(work) {
  halt.signal.throwIfAborted();
  const result = await work();
  halt.signal.throwIfAborted();
  return result;
}

async function openDatabase() {
  const { openDatabase: open } = await import('./dist/server/db/open.js');
  say('starting the database 正在启动数据库');
  const database = await open(data, process.env, { say, onGivenUp: fail });
  closers.push(database.stop);
  return database;
}

/** A year of a large county is judged in a sixth less time: what is soon forgotten is swept more seldom (decision 0557). */
const youngSpace = ['--min-semi-space-size=64', '--max-semi-space-size=64'];

/** Each takes [script, ...arguments] and the environment, and gives back a process of the right user. */
async function runners(inside) {
  const { anotherIdentity, spawnAs } = await import('./dist/server/db/embedded-user.js');
  const edgeFolder = join(data, 'edge');
  mkdirSync(edgeFolder, { recursive: true, mode: 0o755 });
  if (inside.uid !== undefined) chownSync(edgeFolder, inside.uid, inside.gid);
  const edge = anotherIdentity(inside, {
    read: [join(root, 'dist/edge/main.js')],
    run: [edgeFolder, process.execPath],
  });
  const as =
    (identity, ...flags) =>
    (args, env) =>
      spawnAs(identity, [process.execPath, ...flags, join(root, args[0]), ...args.slice(1)], {
        cwd: root,
        env,
        stdio: ['pipe', 'pipe', 2],
      });
  return { inside: as(inside, ...youngSpace), edge: as(edge) };
}

/** Everything but the owner's URL, which only migrations see. */
function programEnv(url) {
  const { DATABASE_OWNER_URL: _, ...env } = process.env;
  return { ...env, HOME: data, NODE_ENV: 'production', DATABASE_URL: url, MENHU_DATA: data };
}

/** The edge gets nothing that could name a secret. */
function edgeEnv() {
  const kept = ['PATH', 'LANG', 'LC_ALL', 'TZ'].filter((name) => process.env[name] !== undefined);
  return { NODE_ENV: 'production', ...Object.fromEntries(kept.map((name) => [name, process.env[name]])) };
}

async function listeners(url, run, children) {
  const consolePort = await choosePort('console', options.consolePort, []);
  const publicPort = await choosePort('public', options.publicPort, [consolePort]);
  const edgeFolder = join(data, 'edge');
  const insideArgs = ['dist/server/main.js', '--port', String(consolePort), '--data', data, '--edge', edgeFolder];
  const edgeArgs = ['dist/edge/main.js', '--port', String(publicPort), '--data', edgeFolder];
  const env = { ...programEnv(url), MENHU_PUBLIC_PORT: String(publicPort) }; // for addresses between sites
  const keep = (name, spawnIt) => keepRunning(name, spawnIt, { say, onSpawn: children.note(name) });
  const kept = [keep('inside', () => run.inside(insideArgs, env)), keep('edge', () => run.edge(edgeArgs, edgeEnv()))];
  closers.push(() => Promise.all(kept.map((child) => child.stop())));
  const ready = await Promise.race([Promise.all(kept.map((child) => child.ready)), stopAskedFor]);
  await Promise.all(ready.map(answers));
  return { inside: ready[0], edge: ready[1] };
}

async function choosePort(name, wanted, taken) {
  const port = await freePort(wanted, taken);
  if (wanted && port !== wanted) say(`port ${wanted} is taken; the ${name} port is ${port} 端口被占用，改用 ${port}`);
  return port;
}

/** Any HTTP answer counts: what it says depends on what has been published. */
async function answers(port) {
  for (let tries = 0; ; tries++) {
    const got = await new Promise((resolve) => {
      const asked = get({ host: '127.0.0.1', port, timeout: 5000 }, (answer) => resolve(answer.resume()));
      asked.on('timeout', () => asked.destroy());
      asked.on('error', () => resolve(undefined));
    });
    if (got) return;
    if (tries > 100) throw new Error(`nothing answers on port ${port}, although the process said it was ready`);
    await sleep(100, undefined, { signal: halt.signal });
  }
}

function runOnce(child) {
  halt.signal.addEventListener('abort', () => child.kill('SIGKILL'));
  child.stdin.on('error', () => {});
  child.stdout.pipe(process.stderr, { end: false });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`loading the demo county failed (${signal ?? `code ${code}`}): see above`)),
    );
  });
}

/** npm, a terminal or a test that was killed must not leave us behind. */
function watchParent() {
  if (options.detached) return;
  setInterval(() => process.ppid !== parent && shutDown('the parent process ended', 0), 500).unref();
}

function fail(error) {
  complain(error);
  shutDown('an error', 1);
}

async function shutDown(why, code) {
  if (halt.signal.aborted) return;
  say(`stopping (${why}) 正在停止`);
  halt.abort(new Error(`stopped by ${why}`));
  await started.catch(() => {}); // said already, or stopped by us
  for (const close of closers.reverse())
    try {
      await close();
    } catch (error) {
      complain(error);
      code = 1;
    }
  say('stopped 已停止');
  process.exit(code);
}
