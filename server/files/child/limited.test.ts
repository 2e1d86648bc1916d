import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileChild } from './compiled.fixture.ts';
import { limits, runLimited, runProgram } from './limited.ts';
import type { Given } from './types.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-limited-'));
let compiled: Awaited<ReturnType<typeof compileChild>>;
beforeAll(async () => {
  compiled = await compileChild();
}, 120_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await compiled.remove();
});
afterEach(() => vi.unstubAllEnvs());

/** A file of ours: everything about it is right but its place. */
const secret = join(folder, 'secret');
await writeFile(secret, 'four');

let count = 0;
async function given(more: Partial<Given> = {}, bytes = 'text'): Promise<Given> {
  const out = join(folder, `out-${++count}`);
  const input = join(folder, `in-${count}`);
  await mkdir(out);
  await writeFile(input, bytes);
  return { task: 'attachment', input, name: 'a.txt', out, ...more };
}
const say = (code: string) => `console.log(JSON.stringify({ ok: false, code: ${code}, message: 'said' }));`;
/** A child that does `code`; `say` answers with a code. */
async function program(code: string, begin = `console.log('ready');`): Promise<string> {
  const path = join(folder, `program-${++count}.mjs`);
  await writeFile(path, `${begin}\n${code}\n`);
  return path;
}
async function codeOf(code: string, wallMs?: number): Promise<string> {
  const asked = await given();
  const verdict = await runProgram(await program(code), asked, wallMs);
  expect(verdict.ok ? [] : await readdir(asked.out)).toEqual([]);
  return verdict.ok ? 'taken' : verdict.code;
}

test('F3 this machine can cut a child off and bound it; where one can not, the words say so', () => {
  expect(limits()).toEqual({ network: true, memory: true, words: [] });
});

test('F3 a child reaches no network, not even a listener on this machine; without walls the same program does', async () => {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const code = `import { connect } from 'node:net';
    connect(${port}, '127.0.0.1').on('connect', () => { ${say(`'reached'`)} process.exit(0) }).on('error', (error) => { ${say('error.code.toLowerCase()')} process.exit(0) });`;
  expect(await codeOf(code)).toBe('enetunreach');
  const free = spawn(process.execPath, [await program(code)]);
  let said = '';
  free.stdout.on('data', (part) => (said += part));
  await new Promise((resolve) => free.on('close', resolve));
  server.close();
  expect(said).toContain('"reached"');
});

describe('F3 whatever becomes of the child, there is a verdict in words, nothing is left, and we live', () => {
  const ends: readonly (readonly [string, string, string])[] = [
    ['it aborts', 'process.abort();', 'unreadable'],
    ['it is killed', `process.kill(process.pid, 'SIGKILL');`, 'unreadable'],
    ['it crashes', 'throw new Error("x");', 'unreadable'],
    ['it ends without a word', 'process.exit(0);', 'unreadable'],
    ['it answers and then fails', `${say(`'x'`)} process.exitCode = 3;`, 'unreadable'],
    ['it fills the heap', 'const all = []; for (;;) all.push(new Array(1e5).fill(1.5));', 'unreadable_memory'],
    ['it takes buffers', 'const all = []; for (;;) all.push(Buffer.alloc(100e6));', 'unreadable_memory'],
    ['it talks nonsense', `console.log('hello');`, 'unreadable'],
    ['it talks twice', `${say(`'x'`)} ${say(`'y'`)}`, 'unreadable'],
    [
      'it talks without end',
      `import { writeSync } from 'node:fs'; const x = Buffer.alloc(65536, 'x'); for (;;) try { writeSync(1, x); } catch { /* full */ }`,
      'unreadable',
    ],
    ['it answers in another shape', 'console.log(JSON.stringify({ ok: true }));', 'unreadable'],
    [
      'it leaves half a file',
      `import { writeFileSync } from 'node:fs'; writeFileSync('half', 'x'); process.abort();`,
      'unreadable',
    ],
  ];
  test.each(ends)(
    '%s',
    async (_, code, verdict) => {
      expect(await codeOf(code)).toBe(verdict);
    },
    120_000,
  );
  test('it hangs, waiting or working', async () => {
    expect(await codeOf('setInterval(() => {}, 1000);', 6_000)).toBe('unreadable_time');
    expect(await codeOf('for (;;);', 6_000)).toBe('unreadable_time');
  }, 90_000);
  test('it writes more than it may', async () => {
    const code = `import { writeFileSync, truncateSync } from 'node:fs'; writeFileSync('big', ''); try { truncateSync('big', 300e6); ${say(`'wrote'`)} } catch (error) { ${say('error.code.toLowerCase()')} }`;
    expect(await codeOf(code)).toBe('efbig');
  });
});

describe('F3 what a child says is not believed without a look', () => {
  const taken = (file: string, size: number) =>
    `console.log(JSON.stringify({ ok: true, file: { id: 'a'.repeat(26), kind: 'document', name: 'a.txt', type: 'TXT', pieces: [{ file: ${JSON.stringify(file)}, name: 'file.txt', size: ${size}, media: 'text/plain' }], notes: [] } }));`;
  const write = `import { writeFileSync, symlinkSync, linkSync } from 'node:fs'; writeFileSync('file.txt', 'four');`;
  test.each([
    ['the file that it wrote', `${write} ${taken('file.txt', 4)}`, 'taken'],
    ['another size', `${write} ${taken('file.txt', 5)}`, 'unreadable'],
    ['a file that is not there', taken('absent', 4), 'unreadable'],
    ['a file elsewhere', taken('../../../etc/hostname', 4), 'unreadable'],
    ['an absolute path', taken(secret, 4), 'unreadable'],
    [
      'a link to a file of ours',
      `${write} symlinkSync(${JSON.stringify(secret)}, 'link'); ${taken('link', 4)}`,
      'unreadable',
    ],
    [
      'a second name of a file of ours',
      `${write} linkSync(${JSON.stringify(secret)}, 'twin'); ${taken('twin', 4)}`,
      'unreadable',
    ],
    ['a folder', `${write} ${taken('.', 4)}`, 'unreadable'],
  ])('%s', async (_, code, verdict) => {
    expect(await codeOf(code)).toBe(verdict);
  });
});

test('F3 nothing that a child starts outlives it', async () => {
  const code = `import { spawn } from 'node:child_process'; const inner = spawn('sleep', ['60'], { stdio: 'inherit' }); ${say(`'pid_' + inner.pid`)} process.exitCode = 0; inner.unref();`;
  const said = await codeOf(code);
  const pid = Number(/^pid_(\d+)$/.exec(said)?.[1]);
  expect(pid).toBeGreaterThan(1);
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), 5_000);
});

test('F3 a child has no setting of ours in its environment', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://canary');
  const said = await codeOf(say("Object.keys(process.env).sort().join('_').toLowerCase()"));
  expect(said).toMatch(/^lang_malloc_arena_max_path_(tz_)?uv_threadpool_size$/);
});

test('F3 a child that can not even start is the fault of the machine, not of the file', async () => {
  await expect(runProgram(await program('process.exit(9)', ''), await given())).rejects.toThrow('did not start');
});

test('F3 a child goes when whoever started it is gone', async () => {
  const orphan = spawn(process.execPath, [compiled.main], { stdio: ['pipe', 'ignore', 'ignore'] });
  const over = new Promise((resolve) => orphan.on('exit', resolve));
  orphan.stdin.end();
  expect(await over).toBe(1);
});

test('F1 the real child, from source: a text is taken, under its safe name', async () => {
  const asked = await given({ name: 'C:\\a\\说\u2028明\u202e.txt' });
  const verdict = await runLimited(asked);
  expect(verdict).toMatchObject({
    ok: true,
    file: {
      kind: 'document',
      name: '说明.txt',
      type: 'TXT',
      pieces: [{ name: 'file.txt', size: 4, media: 'text/plain; charset=utf-8' }],
    },
  });
  expect(await readdir(asked.out)).toEqual(['file.txt']);
}, 90_000);

test('F1 a name that is not allowed is refused without a child', async () => {
  expect(await runLimited(await given({ name: 'a.exe', input: '/nowhere' }))).toMatchObject({
    ok: false,
    code: 'program',
  });
});
