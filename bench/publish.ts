/**
 * From the author's publish act, after the last approval, to the page that the public gets: over HTTP on both sides, on a
 * whole installation. Asked from the edge every 2 ms, so a figure is at most that much too long.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../server/db/client.ts';
import { runningUrl } from '../server/db/running.ts';
import { type Figure, quantile } from './figure.ts';
import { approve, columnNamed, see, submit } from './running/article.ts';
import { send } from './running/http.ts';
import { type Installation, type Person, startInstallation } from './running/installation.ts';

const count = Number(process.env.MENHU_BENCH_COUNT ?? 300);
/** Later than this counts as lost, and fails the bench: the goal is 2 s. */
const patienceMs = 20_000;

export async function bench(): Promise<readonly Figure[]> {
  const running = await startInstallation('bench-publish');
  try {
    const author = await running.signIn('linxiaolan');
    const ready = await prepare(running, author);
    const measured: Measured[] = [];
    for (const one of ready) measured.push(await measure(running, author, one));
    return [
      ...figuresOf(
        'publish asked → page is public',
        measured.map((m) => m.fromAsk),
      ),
      ...figuresOf(
        'publish answered → page is public',
        measured.map((m) => m.fromAnswer),
      ),
    ];
  } finally {
    await running.stop();
  }
}

const figuresOf = (name: string, values: readonly number[]): readonly Figure[] =>
  [0.5, 0.99].map((share) => ({
    name: `${name}, p${share * 100}`,
    value: quantile(values, share),
    unit: 'ms',
    min: Math.min(...values),
    max: Math.max(...values),
    note: `${values.length} articles`,
  }));

type Ready = { readonly id: string; readonly version: number; readonly hash: string; readonly path: string };
type Measured = { readonly fromAsk: number; readonly fromAnswer: number };

/** Articles that wait for nothing but their author. */
async function prepare(running: Installation, author: Person): Promise<readonly Ready[]> {
  const [head, secrecy] = await Promise.all([running.signIn('zhangweiming'), running.signIn('hejingyi')]);
  const columnId = await columnNamed(author, '云山市场监管', '抽查信息');
  const ready: Ready[] = [];
  for (let n = 0; n < count; n++) {
    const id = randomUUID();
    const facets = { reach: 'section', weight: 'general', sensitive: 'no' };
    const html = '<p>这是一篇用来测量发布时间的稿件。</p>'.repeat(20);
    const body = { kind: 'news', title: `测量发布时间，第 ${n + 1} 篇`, source: '质量处', html, facets };
    await submit(author, { id, version: 0, columnId, body });
    await approve(head, id);
    await approve(secrecy, id);
    const { version, shown } = await see(author, id);
    ready.push({ id, version, hash: shown.hash, path: '' });
  }
  return withPaths(running, ready);
}

/** The address is known before the page is: asking for it must not be part of what is measured. */
async function withPaths({ data }: Installation, ready: readonly Ready[]): Promise<readonly Ready[]> {
  const { pool, close } = openPool(runningUrl(data, {}), { role: 'worker', max: 1 });
  try {
    const { rows } = await pool.query<{ id: string; path: string }>(
      `select p.id, '/' || c.key || '/' || a.public_no || '.html' as path from content.placement p
         join content.article a on a.id = p.article_id join sites.column c on c.id = p.column_id
        where p.id = any ($1)`,
      [ready.map(({ id }) => id)],
    );
    const paths = new Map(rows.map((row) => [row.id, row.path]));
    return ready.map((one) => ({ ...one, path: paths.get(one.id) ?? '' }));
  } finally {
    await close();
  }
}

async function measure(
  { publicPort }: Installation,
  author: Person,
  { id, version, hash, path }: Ready,
): Promise<Measured> {
  const page = () => send({ port: publicPort, path });
  const early = await page();
  if (early.status !== 404) throw new Error(`${path} was there before it was published: ${early.status}`);
  const asked = performance.now();
  let answered = Number.NaN;
  const publishing = author.move(id, 'publish', { id, version, key: randomUUID(), hash }).then(() => {
    answered = performance.now();
  });
  for (;;) {
    if ((await page()).status === 200) break;
    if (performance.now() - asked > patienceMs) throw new Error(`${path} is not public after ${patienceMs} ms`);
    await sleep(2);
  }
  const seen = performance.now();
  await publishing;
  return { fromAsk: seen - asked, fromAnswer: Math.max(0, seen - answered) };
}
