/** What stands around a child: no network, little memory, little time. What a system can't do is said, not hidden. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Purpose } from '../../contract/file-limits.ts';

const MB = 1_000_000;

/**
 * Measured: sharp loads from 1.2 GB of address space on, pdf-lib and mammoth from 0.8; through tsx, whose compiler is
 * a program of its own with the same limit, all from 1.5. Most of it is only reserved. `cpuSeconds` judges the file;
 * `wallMs` is for one that hangs, and longer, so that a busy machine refuses no good file. `fileBytes`: the largest it may write.
 */
export const bounds = {
  compiledBytes: 1_600 * MB,
  sourceBytes: 2_000 * MB,
  heapMb: 512,
  cpuSeconds: 20,
  /** Of a Word file: its text has the 20 of all others, then its pictures (up to 300, in one child) the rest. */
  wordCpuSeconds: 180,
  fileBytes: 256 * MB,
  openFiles: 256,
  wallMs: 60_000,
  wordWallMs: 400_000,
} as const;

/** Seconds of the processor until a signal that a child may go on over, and until the end. */
const cpuOf = (task: Purpose | undefined): string =>
  `--cpu=${bounds.cpuSeconds}:${task === 'word' ? bounds.wordCpuSeconds : bounds.cpuSeconds + 2}`;
export const wallMsOf = (task: Purpose): number => (task === 'word' ? bounds.wordWallMs : bounds.wallMs);

const works = (command: string, ...args: string[]) =>
  spawnSync(command, [...args, 'true'], { stdio: 'ignore', timeout: 5_000 }).status === 0;

// First as anybody (a user namespace of its own), then as root, who needs none.
const withoutNetwork = [
  ['unshare', '--net', '--map-root-user', '--'],
  ['unshare', '--net', '--'],
] as const;

type Walls = { readonly network: readonly string[]; readonly memory: boolean };
let found: Walls | undefined;

/** Asked of the system once. */
function walls(): Walls {
  found ??= {
    network: withoutNetwork.find(([command, ...args]) => works(command as string, ...args)) ?? [],
    memory: works('prlimit', '--as=1000000000', '--'),
  };
  return found;
}

/** For doctor and the health page: `words` says what is missing, for who operates the server; empty when nothing is. */
export function limits(): { readonly network: boolean; readonly memory: boolean; readonly words: readonly string[] } {
  const { network, memory } = walls();
  const words = [
    ...(network.length > 0
      ? []
      : ['检查上传文件的子进程没有断网：本机不允许 unshare --net（容器里常见）。请允许用户命名空间，或在防火墙上限制']),
    ...(memory ? [] : ['检查上传文件的子进程没有内存和时间上限：找不到 prlimit（Debian 的 util-linux 包里有）']),
  ];
  return { network: network.length > 0, memory, words };
}

/** The command that runs `program` inside the walls. TypeScript is run through tsx, as whoever started us does. */
export function confined(program: string, task?: Purpose): readonly [command: string, args: string[]] {
  const { network, memory } = walls();
  const source = program.endsWith('.ts');
  const bytes = source ? bounds.sourceBytes : bounds.compiledBytes;
  const prlimit = [
    'prlimit',
    `--as=${bytes}`,
    // First a signal that says why, then the end.
    cpuOf(task),
    `--fsize=${bounds.fileBytes}`,
    `--nofile=${bounds.openFiles}`,
    '--core=0',
    '--',
  ];
  const tsx = () => ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
  // The trap handler of WebAssembly reserves 10 GB at a time; one thread for V8 leaves address space to the file.
  const node = [
    process.execPath,
    `--max-old-space-size=${bounds.heapMb}`,
    '--disable-wasm-trap-handler',
    '--v8-pool-size=1',
    ...(source ? tsx() : []),
    program,
  ];
  const [command, ...args] = [...network, ...(memory ? prlimit : []), ...node];
  return [command as string, args];
}

/** Nothing of ours is in it: no address of a database, no key. The last two keep glibc and libuv from reserving memory. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ } = process.env;
  return {
    LANG: 'C.UTF-8',
    ...(PATH === undefined ? {} : { PATH }),
    ...(TZ === undefined ? {} : { TZ }),
    MALLOC_ARENA_MAX: '2',
    UV_THREADPOOL_SIZE: '2',
  };
}
