/** One limited child process for each file: whatever the file does to its reader, the server goes on. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { safeName } from './display-name.ts';
import { notTaken, orNotTaken } from './not-taken.ts';
import { fairQueue } from './queue.ts';
import { namedType } from './sniff.ts';
import type { Given, NotTaken, Verdict } from './types.ts';
import { verdictIn } from './verdict.ts';
import { bareEnvironment, confined, wallMsOf } from './walls.ts';

export { limits } from './walls.ts';

/** An article of 1,000,000 characters, escaped, and its pictures. */
const stdoutMax = 16_000_000;
const stderrMax = 16_000;
/** A child says this before it opens the file. What goes wrong before isn't the file's fault. */
export const readyLine = 'ready';

const own = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './main.ts' : './main.js', import.meta.url));
const inTurn = fairQueue(2);

/**
 * Reads, checks and cleans one file. `person`: whose it is; they are served in turn. A crash, too much memory, a
 * time-out, an answer that makes no sense: not taken, in words, and `given.out` is empty again. Throws only when
 * the child could not even start: the machine's fault, to be tried again.
 */
export async function runLimited(given: Given, person = ''): Promise<Verdict> {
  // By its name alone: that needs no process.
  const byName = await orNotTaken(async () => void namedType(safeName(given.name), given.task));
  return byName ?? inTurn(person, () => runProgram(own, given));
}

/** The same with another program, without waiting. */
export async function runProgram(program: string, given: Given, wallMs = wallMsOf(given.task)): Promise<Verdict> {
  const end = await ended(program, given, wallMs);
  if (!end.ready) throw new Error(`the child process for files did not start: ${end.how} ${end.stderr}`.trim());
  const verdict = (end.how === 'exit 0' && (await verdictIn(end.answer, given.out))) || unreadable(end);
  if (!verdict.ok) await empty(given.out);
  return verdict;
}

type End = {
  readonly ready: boolean;
  /** `exit 0`, `SIGKILL`, `time`, `output`. */
  readonly how: string;
  readonly answer: string;
  readonly stderr: string;
};

async function ended(program: string, given: Given, wallMs: number): Promise<End> {
  const [command, args] = confined(program, given.task);
  // Detached: a group of its own, which can be ended as a whole.
  const child = spawn(command, args, { cwd: given.out, env: bareEnvironment(), detached: true });
  const watch = new Watch(child, wallMs);
  // Its end of the pipe stays open: when we die, the child sees it close, and goes too.
  child.stdin.on('error', () => {});
  child.stdin.write(`${JSON.stringify(given)}\n`);
  try {
    return await watch.end;
  } finally {
    watch.kill();
    child.stdin.destroy();
  }
}

class Watch {
  readonly end: Promise<End>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #wallMs: number;
  #timer: NodeJS.Timeout;
  #stdout: Buffer[] = [];
  #size = 0;
  #stderr = '';
  #ready = false;
  #cause: string | undefined;

  constructor(child: ChildProcessWithoutNullStreams, wallMs: number) {
    this.#child = child;
    this.#wallMs = wallMs;
    // Its time begins anew with the file, so that a busy machine's slow start takes none of it.
    this.#timer = this.#allow();
    child.stdout.on('data', (part: Buffer) => this.#heard(part));
    child.stderr.on('data', (part: Buffer) => {
      this.#stderr = (this.#stderr + part.toString('latin1')).slice(-stderrMax);
    });
    this.end = new Promise((resolve, reject) => {
      child.on('error', reject);
      // What it started may hold its pipes open: nothing of the group outlives it.
      child.on('exit', () => this.kill());
      child.on('close', (code, signal) => resolve(this.#closed(code, signal)));
    });
  }

  /** The whole group, also what the child may have started. */
  kill(): void {
    clearTimeout(this.#timer);
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  #allow(): NodeJS.Timeout {
    return setTimeout(() => this.#stop('time'), this.#wallMs);
  }

  #stop(cause: string): void {
    this.#cause ??= cause;
    this.kill();
  }

  #heard(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > stdoutMax) this.#stop('output');
    else this.#stdout.push(part);
    if (this.#ready || !Buffer.concat(this.#stdout).toString('utf8').startsWith(`${readyLine}\n`)) return;
    this.#ready = true;
    clearTimeout(this.#timer);
    this.#timer = this.#allow();
  }

  #closed(code: number | null, signal: NodeJS.Signals | null): End {
    const how = this.#cause ?? signal ?? `exit ${code}`;
    const answer = Buffer.concat(this.#stdout).toString('utf8').slice(readyLine.length).trim();
    return { ready: this.#ready, how, answer, stderr: this.#stderr };
  }
}

/** Never "clean", whatever happened: nobody knows what is in it. */
function unreadable({ how, stderr }: End): NotTaken {
  if (how === 'time' || how === 'SIGXCPU')
    return notTaken('unreadable_time', '这个文件读不了：太久没有读完。请拆成几个文件，或用原来的软件另存一次再传');
  if (/out of memory|bad_alloc|Array buffer allocation failed|Cannot allocate|failed to allocate/i.test(stderr))
    return notTaken(
      'unreadable_memory',
      '这个文件读不了：内容太大，检查用的内存不够。请拆成几个文件，或缩小图片后再传',
    );
  return notTaken('unreadable', '这个文件读不了：可能已经损坏。请用原来的软件打开，检查后另存一次再传');
}

const empty = async (folder: string): Promise<void> => {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
};
