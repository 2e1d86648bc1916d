/**
 * Random people ask random things of a few articles, several at once; then the invariants are read from the tables, and
 * the public folder is searched for every text that must not be in it.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseOf } from '../publisher/database.ts';
import { edgeFolder } from '../publisher/files.ts';
import { runPublisher } from '../publisher/publish.ts';
import { loadTheme } from '../publisher/theme.ts';
import { makeCanary, searchFolder } from '../tools/canary.ts';
import { text } from './county.fixture.ts';
import { packageRoot } from './db/package-root.ts';
import { walker } from './walk.fixture.ts';

const w = walker();
const people = [
  'writer',
  'colleague',
  'head',
  'lawyer',
  'lawHead',
  'clerk',
  'officeHead',
  'secrecy',
  'publisher',
  'vice',
  'main',
  'webmaster',
  'branchWriter',
  'branchHead',
];
const verbs = [
  'submit',
  'submit',
  'approve',
  'approve',
  'approve',
  'approve',
  'return',
  'recall',
  'publish',
  'publish',
  'withdraw',
  'discard',
  'save',
];
type Move = {
  readonly who: string;
  readonly verb: string;
  readonly on: number;
  readonly skew: number;
  readonly important: boolean;
};
const move = fc.record<Move>({
  who: fc.constantFrom(...people),
  verb: fc.constantFrom(...verbs),
  on: fc.nat(3),
  skew: fc.constantFrom(0, 0, 0, 0, 0, 0, 1),
  important: fc.boolean(),
});

/** Markers of every text that was ever handed in, by revision hash once it has one. */
const written: { marker: string; title: string }[] = [];

async function carryOut(m: Move, placements: readonly string[]): Promise<void> {
  const id = placements[m.on % placements.length] ?? '';
  const now = await w.at(id).catch(() => undefined);
  const canary = makeCanary();
  const body = text(canary.marker, {
    source: canary.marker,
    author: canary.marker,
    facets: { reach: 'section', weight: m.important ? 'important' : 'general', sensitive: 'no' },
  });
  if (m.verb === 'submit' || m.verb === 'save') written.push({ marker: canary.marker, title: canary.marker });
  const ask = {
    columnId: w.c().column('www', 'law'),
    body,
    step: (now?.step ?? 0) + m.skew,
    hash: now?.hash,
    words: canary.marker,
    type: 'error',
    everywhere: true,
  };
  const answer = await w.c().act(m.who, m.verb, id, (now?.version ?? 0) + (m.skew && m.on === 1 ? 1 : 0), ask);
  expect([200, 404, 409, 422]).toContain(answer.status);
}

/** Published rows whose chain was not walked whole, by others than its contributors, over exactly this revision. */
const unwalked = sql<{ id: string }>`
  select p.id from content.placement p
    join content.revision v on v.id = p.revision_id
    left join lateral (select r.* from content.run r where r.placement_id = p.id and r.revision_id = p.revision_id and r.outcome = 'published'
                        order by r.moved_at desc limit 1) r on true
   where p.state = 'published' and (
     r.id is null or r.hash <> v.hash
     or exists (select from generate_series(0, jsonb_array_length(r.chain -> 'steps') - 1) n
                 where not exists (select from content.decision d where d.run_id = r.id and d.step = n and d.hash = v.hash
                                      and not d.person_id = any (v.contributors))))`;

async function publicFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-canary-'));
  const publisher = runPublisher({
    database: databaseOf(w.pool()),
    cluster: edgeFolder(folder),
    theme: loadTheme(join(packageRoot(), 'themes/default')),
    demo: false,
    files: { read: () => Promise.reject(new Error('no file in this test')) },
    originOf: ({ label }) => `http://${label}.localhost`,
    log: (line) => {
      throw new Error(line);
    },
  });
  await publisher.settle();
  await publisher.stop();
  return folder;
}

test('A1 A3 A15 C1 whoever sends whatever in any order: only walked chains are public, and no byte of anything else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 30, maxLength: 90 }), async (moves) => {
      const placements = [randomUUID(), randomUUID(), randomUUID()];
      for (let i = 0; i < moves.length; i += 3)
        await Promise.all(moves.slice(i, i + 3).map((m) => carryOut(m, placements)));
      expect((await unwalked.execute(w.db())).rows).toEqual([]);
    }),
    { numRuns: Number(process.env.MENHU_SEEDS ?? 6), endOnFailure: true },
  );
  await walkSome();
  await books();
  const folder = await publicFolder();
  const live = await sql<{ title: string }>`select fields ->> 'title' as title from content.public_article`.execute(
    w.db(),
  );
  const publicTitles = new Set(live.rows.map((r) => r.title));
  expect(publicTitles.size).toBeGreaterThan(0);
  const hidden = written.filter((one) => !publicTitles.has(one.title));
  expect(hidden.length).toBeGreaterThan(20);
  for (const { marker } of hidden) expect(searchFolder(makeCanary(marker), folder)).toEqual([]);
  for (const title of publicTitles) expect(searchFolder(makeCanary(title), folder).length).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
});

/** So that something is public whatever the seeds gave: one that stays, one with a newer text in review, one withdrawn. */
async function walkSome(): Promise<void> {
  const marked = () => {
    const { marker } = makeCanary();
    written.push({ marker, title: marker });
    return marker;
  };
  const up = async () => {
    const id = await w.sent('law', text(marked()));
    await w.approve('head', id);
    await w.approve('secrecy', id);
    await w.publish('writer', id);
    return id;
  };
  await up();
  await w.revised(await up(), marked());
  const gone = await up();
  await w
    .c()
    .act('writer', 'withdraw', gone, (await w.at(gone)).version, { everywhere: true, type: 'error', words: marked() });
}

/** One register line and one log entry for each publication; no event without a change; numbers without holes. */
async function books(): Promise<void> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from door.event where kind in ('article.published', 'article.updated', 'article.restored')) as published,
    (select count(*)::int from content.register) as registered,
    (select count(*)::int from content.publication where class = 1) as logged,
    (select count(*)::int from door.event where before = after) as idle,
    (select count(*)::int - max(seq)::int from door.event) as holes,
    (select count(*)::int - max(seq)::int from content.publication) as log_holes`.execute(w.db());
  const found = rows[0] ?? {};
  expect(found.registered).toBe(found.published);
  expect(found.logged).toBe(found.published);
  expect([found.idle, found.holes, found.logHoles]).toEqual([0, 0, 0]);
}
