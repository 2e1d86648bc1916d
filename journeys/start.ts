/** Starts the product once for a journey, as a person would: `node start.mjs`, in a folder and on ports of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Person = {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly posts: readonly string[];
};
export type Product = {
  readonly public: string;
  readonly console: string;
  /** Those that a start prints first, then everybody else who can sign in. */
  readonly people: readonly Person[];
  stop(): Promise<void>;
};

const root = fileURLToPath(new URL('..', import.meta.url));
/** While writing a journey: a file with the line that a running product printed with --json. It isn't stopped. */
const runningVariable = 'MENHU_RUNNING';
type Told = Omit<Product, 'stop'>;

/** A mail server is named, so that mail can be turned on; nobody listens there, and no journey waits for a letter. */
const mail = { MENHU_SMTP: 'smtp://127.0.0.1:9', MENHU_MAIL_FROM: 'menhu@example.org' } as const;

/** A first start loads the county and publishes its sites. */
const startMsMax = 240_000;

export async function startProduct(): Promise<Product> {
  const running = process.env[runningVariable];
  if (running) return { ...(JSON.parse(readFileSync(running, 'utf8')) as Told), stop: async () => undefined };
  const data = mkdtempSync(join(tmpdir(), 'menhu-journey-'));
  // Started by root, the database runs as another user, who must be able to come in.
  chmodSync(data, 0o711);
  const child = spawn(
    process.execPath,
    ['start.mjs', '--json', '--data', join(data, 'data'), '--public-port', '0', '--console-port', '0'],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...mail } },
  );
  try {
    const line = await firstLine(child);
    const told = JSON.parse(line) as Told;
    const { others } = JSON.parse(readFileSync(join(data, 'data', 'demo.json'), 'utf8')) as { others: Person[] };
    return { ...told, people: [...told.people, ...others], stop: () => stop(child, data) };
  } catch (error) {
    await stop(child, data);
    throw error;
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let log = '';
    const timer = setTimeout(() => reject(new Error(`not ready after ${startMsMax} ms:\n${log}`)), startMsMax);
    child.stderr?.on('data', (bytes) => {
      log = `${log}${bytes}`.slice(-4000);
    });
    child.stdout?.on('data', (bytes) => {
      out += bytes;
      if (!out.includes('\n')) return;
      clearTimeout(timer);
      resolve(out.slice(0, out.indexOf('\n')));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready:\n${log}`));
    });
  });
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
}
