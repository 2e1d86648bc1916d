/** The product as it is, in a folder and on ports of its own: started, killed in every way, started again. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openFolder } from '../server/db/testing.ts';
import { type Answer, processesOf, type Started, start } from './standin.fixture.ts';

/** How the product, or a part of it, may end. The last four end start.mjs, which is then started again. */
export const deaths = [
  'inside',
  'supervisor',
  'postmaster',
  'SIGTERM',
  'edge',
  'backend',
  'everything',
  'inside asked to end',
  'SIGINT',
] as const;
export type Death = (typeof deaths)[number];

export type Person = Answer['people'][number];

/** Nothing here takes so long, also when six others use the machine. */
const patienceMs = 120_000;

export class Product {
  readonly data: string;
  readonly #root: string;
  #started: Started;
  #ports: readonly string[];

  private constructor(root: string, data: string, started: Started, ports: readonly string[]) {
    [this.#root, this.data, this.#started, this.#ports] = [root, data, started, ports];
  }

  /** The first start: builds when it must, makes the database, loads the county. */
  static async first(root: string): Promise<Product> {
    const data = join(openFolder('product'), 'DATA');
    mkdirSync(data, { mode: 0o711 });
    const started = start(root, data, '--public-port', '0', '--console-port', '0');
    const answer = await started.answer;
    const ports = ['--public-port', portOf(answer.public), '--console-port', portOf(answer.console)];
    return new Product(root, data, started, ports);
  }

  get publicPort(): number {
    return Number(this.#ports[1]);
  }

  get console(): string {
    return `http://127.0.0.1:${this.#ports[3]}`;
  }

  /** Everybody, also those whom a start doesn't print: DATA/demo.json. */
  people(): Person[] {
    const { people, others } = JSON.parse(readFileSync(join(this.data, 'demo.json'), 'utf8'));
    return [...people, ...others];
  }

  /** What was said on stderr since the last start. */
  said(): string {
    return this.#started.said();
  }

  /** Dies, and is on its way up again when this resolves. Throws when a stop that was asked for was not clean. */
  async die(death: Death): Promise<void> {
    if (death === 'supervisor' || death === 'everything') {
      kill(this.#started.child.pid);
      if (death === 'everything') for (const pid of processesOf(this.data)) kill(pid);
      return this.#again();
    }
    if (death === 'SIGTERM' || death === 'SIGINT') {
      this.#started.child.kill(death);
      const code = await this.#started.ended;
      const left = processesOf(this.data);
      if (code !== 0 || left.length > 0)
        throw new Error(`${death} ended with ${code} and left ${left}: ${this.said()}`);
      return this.#again();
    }
    if (death === 'postmaster') return kill(this.#postmaster());
    if (death === 'backend') return kill(this.#backend());
    if (death === 'inside asked to end') return kill(this.#child('inside'), 'SIGTERM');
    kill(this.#child(death));
  }

  /** Leaves nothing behind. */
  async stop(): Promise<void> {
    this.#started.child.kill('SIGTERM');
    await this.#started.ended;
  }

  /** The same folder and ports; it must get the same ports, whoever still holds them for a moment. */
  async #again(): Promise<void> {
    this.#started = start(this.#root, this.data, ...this.#ports);
    const answer = await this.#started.answer;
    const got = [portOf(answer.public), portOf(answer.console)];
    if (got.join() !== [this.#ports[1], this.#ports[3]].join()) throw new Error(`it came back on ports ${got}`);
  }

  #child(name: string): number {
    const children = JSON.parse(readFileSync(join(this.data, 'children.json'), 'utf8')) as Record<string, unknown>[];
    return Number(children.find((child) => child.name === name)?.pid);
  }

  #postmaster(): number {
    return Number(readFileSync(join(this.data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** A process of PostgreSQL that serves one of ours: its title names the role. */
  #backend(): number | undefined {
    const postmaster = this.#postmaster();
    return childrenOf(postmaster).find((pid) => titleOf(pid).startsWith('postgres: menhu '));
  }
}

const portOf = (address: string): string => new URL(address).port;

function kill(pid: number | undefined, signal: NodeJS.Signals = 'SIGKILL'): void {
  if (!pid) throw new Error('nobody to kill: it was not running');
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended by itself a moment ago
  }
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

/** Tries until it works; after two minutes the last error is thrown. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await sleep(100))
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
}
