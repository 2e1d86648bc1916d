/**
 * Calls per second by the key of an outside system, beside the same calls with a session, turn by turn in one run: reading
 * an article with its chain and history, and submitting a new one. Eight clients at once, each with a key of its own.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { packageRoot } from '../server/db/package-root.ts';
import { type Figure, ofRounds } from './figure.ts';
import { columnNamed } from './running/article.ts';
import { type Reply, send } from './running/http.ts';
import { type Installation, type Person, startInstallation } from './running/installation.ts';

const rounds = Number(process.env.MENHU_BENCH_ROUNDS ?? 3);
const roundMs = Number(process.env.MENHU_BENCH_MS ?? 3000);
const many = 8;

/** What both ways can do. */
type Caller = Pick<Person, 'get' | 'ask'>;

export async function bench(): Promise<readonly Figure[]> {
  const running = await startInstallation('bench-api');
  try {
    const author = await running.signIn('linxiaolan');
    const columnId = await columnNamed(author, '云山市场监管', '抽查信息');
    const keys: Caller[] = [];
    for (let n = 0; n < many; n++) keys.push(callerOf(running.consolePort, await newKey(running.data, n === 0)));
    const people = keys.map(() => author);
    const first = await submitted(author, columnId);
    const [reading, sending] = [read(first), (caller: Caller) => submitted(caller, columnId)];
    return [...(await beside('reads', reading, keys, people)), ...(await beside('submits', sending, keys, people))];
  } finally {
    await running.stop();
  }
}

async function beside(
  name: string,
  work: (caller: Caller) => Promise<unknown>,
  keys: readonly Caller[],
  people: readonly Caller[],
): Promise<readonly Figure[]> {
  const [byKey, bySession]: [number[], number[]] = [[], []];
  await during(keys, work, 500);
  await during(people, work, 500);
  for (let round = 0; round < rounds; round++) {
    byKey.push(await during(keys, work, roundMs));
    bySession.push(await during(people, work, roundMs));
  }
  return [
    ofRounds(`${name} by key, ${many} clients`, '/s', byKey),
    ofRounds(`${name} by session, ${many} clients`, '/s', bySession),
    ofRounds(
      `${name} by key against by session, the same round`,
      'times',
      byKey.map((one, i) => one / (bySession[i] ?? 1)),
    ),
  ];
}

async function during(callers: readonly Caller[], work: (caller: Caller) => Promise<unknown>, ms: number) {
  const began = performance.now();
  let calls = 0;
  const client = async (caller: Caller) => {
    for (; performance.now() - began < ms; calls++) await work(caller);
  };
  await Promise.all(callers.map(client));
  return (calls / (performance.now() - began)) * 1000;
}

const well = ({ status, text }: Reply): string => {
  if (status === 200) return text;
  throw new Error(`${status} ${text}`);
};
const read = (id: string) => async (caller: Caller) => well(await caller.get(`/api/placements/${id}`));

async function submitted(caller: Caller, columnId: string): Promise<string> {
  const id = randomUUID();
  const facets = { reach: 'section', weight: 'general', sensitive: 'no' };
  const html = '<p>这是一篇用来测量速度的稿件，有几段文字。</p>'.repeat(20);
  const text = { kind: 'news', title: '测量速度', source: '质量处', author: '', reprint: false, link: '', html };
  const body = { ...text, original: null, facets };
  well(await caller.ask('POST', `/api/placements/${id}/submit`, { id, version: 0, key: randomUUID(), columnId, body }));
  return id;
}

const run = promisify(execFile);

/** As an operator types it; the first key registers the system. */
async function newKey(data: Installation['data'], first: boolean): Promise<string> {
  const about = first ? ['--unit', '质量处', '--answerable', 'linxiaolan', '--contact', 'bench'] : [];
  const may = ['--post', 'undertaker@质量处', '--rate', '6000'];
  const args = ['key', 'add', '--system', '测量系统', ...about, ...may, '--data', data, '--json'];
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'server/cli/run.ts', ...args], {
    cwd: packageRoot(),
  });
  return (JSON.parse(stdout) as { token: string }).token;
}

function callerOf(port: number, token: string): Caller {
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path) => send({ port, path, headers }),
    ask: (method, path, body) => send({ port, path, method, headers, body }),
  };
}
