/**
 * Acts per second through the door, with 1 client against 8, turn by turn in one run; and what bounds them: bare inserts
 * that are committed one by one on the same disk, with as many connections. A client submits an article of its own, and
 * then its head and the secrecy reviewer approve it: three acts on one subject.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { act } from '../server/act.ts';
import { type Opened, openPool } from '../server/db/client.ts';
import { type Embedded, startPostgres } from '../server/db/embedded.ts';
import { migrate } from '../server/db/migrate.ts';
import { migrationsFolder } from '../server/db/package-root.ts';
import { openFolder } from '../server/db/testing.ts';
import type { Database } from '../server/door/knock.ts';
import type { Ids } from '../world/found.ts';
import { smallWorld } from '../world/testing.ts';
import { type Figure, ofRounds } from './figure.ts';
import { overHttp } from './running/door-http.ts';

const rounds = Number(process.env.MENHU_BENCH_ROUNDS ?? 3);
const roundMs = Number(process.env.MENHU_BENCH_MS ?? 4000);
const many = 8;

export async function bench(): Promise<readonly Figure[]> {
  const folder = openFolder('bench-door');
  const server = await startPostgres(join(folder, 'DATA'));
  try {
    await migrate(server.ownerUrl, migrationsFolder());
    return [...(await inProcess(server)), ...(await overHttp({ rounds, roundMs, many }))];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inProcess(server: Embedded): Promise<readonly Figure[]> {
  const opened = openPool(server.url, { role: 'worker', max: many * 2 });
  try {
    const ids = await smallWorld(opened.db);
    const ways: Readonly<Record<string, () => Promise<number>>> = {
      'acts through the door, 1 client': () => during(1, () => article(opened.db, ids)),
      [`acts through the door, ${many} clients`]: () => during(many, () => article(opened.db, ids)),
      'inserts committed one by one, 1 connection': () => bare(server, 1),
      [`inserts committed one by one, ${many} connections`]: () => bare(server, many),
    };
    await during(1, () => article(opened.db, ids), 1000); // warm
    const measured = Object.entries(ways).map(([name, way]) => ({ name, way, values: [] as number[] }));
    for (let round = 0; round < rounds; round++) for (const { way, values } of measured) values.push(await way());
    const figures = measured.map(({ name, values }) => ofRounds(name, '/s', values));
    const [one, eight] = measured;
    const ratios = (one?.values ?? []).map((value, i) => (eight?.values[i] ?? 0) / value);
    return [...figures, ofRounds(`${many} clients against 1, the same round`, 'times', ratios)];
  } finally {
    await closed(opened);
  }
}

/** Each client works until the time is over; answers how many acts a second that were. */
async function during(clients: number, work: () => Promise<number>, ms = roundMs): Promise<number> {
  const began = performance.now();
  const totals = await Promise.all(
    Array.from({ length: clients }, async () => {
      let acts = 0;
      while (performance.now() - began < ms) acts += await work();
      return acts;
    }),
  );
  return (totals.reduce((a, b) => a + b, 0) / (performance.now() - began)) * 1000;
}

async function article(db: Database, ids: Ids): Promise<number> {
  const id = randomUUID();
  const facets = { reach: 'section', weight: 'general', sensitive: 'no' };
  const html = '<p>这是一篇用来测量速度的稿件，有几段文字。</p>'.repeat(20);
  const body = {
    kind: 'news',
    title: '测量速度的稿件',
    source: '质量处',
    author: '',
    reprint: false,
    link: '',
    html,
    original: null,
    facets,
  };
  await knock(db, id, 0, {
    person: ids.people.lin,
    verb: 'submit',
    body: { columnId: ids.columns['main sampling'], body },
  });
  const { hash } = await db
    .selectFrom('content.run')
    .select('hash')
    .where('placementId', '=', id)
    .executeTakeFirstOrThrow();
  await knock(db, id, 1, { person: ids.people.zhang, verb: 'approve', body: { step: 0, hash } });
  await knock(db, id, 2, { person: ids.people.he, verb: 'approve', body: { step: 1, hash } });
  return 3;
}

type Wish = { readonly person: string; readonly verb: string; readonly body: Record<string, unknown> };

async function knock(db: Database, id: string, version: number, { person, verb, body }: Wish): Promise<void> {
  const actor = { person, address: 'bench' };
  const answer = await act(db, { subject: 'article', verb, id, version, key: randomUUID(), actor, body });
  if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer.body)}`);
}

/** One row, one commit: what the disk allows when the program does nothing. */
async function bare(server: Embedded, connections: number): Promise<number> {
  const { pool, close } = openPool(server.ownerUrl, { role: 'owner', max: connections });
  try {
    await pool.query('create table if not exists public.bench_commit (id uuid, words text)');
    return await during(connections, async () => {
      await pool.query('insert into public.bench_commit values ($1, $2)', [randomUUID(), 'x'.repeat(500)]);
      return 1;
    });
  } finally {
    await close();
  }
}

/** A query that the last round left behind ends before the server is stopped. */
async function closed({ close }: Opened): Promise<void> {
  await close();
  await sleep(50);
}
