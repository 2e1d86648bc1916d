/**
 * The county with articles in every state, published: nothing that the public must not see is in a byte of the folder
 * that its edge has, or in what the edge answers. What is hidden is known from the tables, or carries a marker.
 */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, type Reply, type Running, startEdge } from '../edge/ground.fixture.ts';
import { fast, outlet } from '../publisher/outlet.fixture.ts';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { makeCanary, searchBytes } from '../tools/canary.ts';
import { isSelfRun, sites } from './adoptions.ts';
import { people } from './county.ts';
import { loadWorld } from './load.ts';
import { type Marked, marked } from './marked.fixture.ts';

const at = new Date('2026-11-25T10:00:00+08:00');
let fresh: TestDatabase;
let county: Marked;
let folder: string;
let edge: Running;
/** Markers of the texts that are public. */
let shown: ReadonlySet<string>;
/** Every byte of the folder and of the answers. */
let all: Buffer;
/** All that the edge answers to one who follows every link and knows every address. */
let answers: readonly { readonly target: string; readonly reply: Reply; readonly body: Buffer }[];

const rows = async (text: string): Promise<Record<string, string>[]> => (await fresh.pool.query(text)).rows;

beforeAll(async () => {
  fresh = await freshDatabase();
  county = marked(process.env.MENHU_SEEDS !== undefined);
  await loadWorld(fresh.db, { at, data: fast, password: () => 'county of tests 1', stories: county.stories });
  folder = mkdtempSync(join(fast, 'menhu-public-'));
  const out = outlet(fresh.pool, { folder, demo: true });
  await out.publisher.settle();
  await out.close();
  const now = JSON.stringify(await rows('select fields, html from content.public_article'));
  shown = new Set(county.texts.filter((marker) => now.includes(marker)));
  edge = await startEdge(folder);
  answers = await crawl();
  all = everyByte();
}, 240_000);
afterAll(async () => {
  await edge.stop();
  rmSync(folder, { recursive: true, force: true });
  await fresh.drop();
});

const unpacked = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
const hostOf = (site: keyof typeof sites): string =>
  site === 'main' ? `127.0.0.1:${edge.port}` : `${sites[site].label}.localhost`;

/** From each home page along every link, with the addresses of all files in the folder, withdrawn ones too. */
async function crawl() {
  const found: { target: string; reply: Reply; body: Buffer }[] = [];
  for (const site of (Object.keys(sites) as (keyof typeof sites)[]).filter((one) => !isSelfRun(one))) {
    const todo = ['/', '/feed.xml', '/sitemap.xml', '/robots.txt', '/nowhere.html', ...filesOf(site)];
    for (let i = 0; i < todo.length; i++) {
      const target = todo[i] ?? '/';
      const reply = await ask(edge.port, target, { host: hostOf(site), headers: { 'Accept-Encoding': 'gzip' } });
      const body = unpacked(reply.body);
      found.push({ target: `${site}${target}`, reply, body });
      for (const [, next = ''] of body.toString('utf8').matchAll(/(?:href|src)="(\/[^"#?]*)/g))
        if (!todo.includes(next)) todo.push(next);
    }
  }
  return found;
}

const filesOf = (site: string): readonly string[] =>
  readdirSync(join(folder, 'sites', site), { recursive: true, encoding: 'utf8' }).map(
    (name) => `/${name.replace(/^(live|gone|trees\/[^/]*)\//, '').replace(/\.gz$/, '')}`,
  );

/** Every byte of the folder, names and unpacked files with it, and of all answers. */
function everyByte(): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    lstatSync(join(folder, name)).isFile(),
  );
  const parts = files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return [Buffer.from(`\n${name}\n`), bytes, unpacked(bytes)];
  });
  return Buffer.concat([...parts, ...answers.flatMap(({ reply, body }) => [Buffer.from(reply.head), body])]);
}

test('A1 A6 every state is there, and the crawl came to what is public and to what was withdrawn', async () => {
  const standing =
    await rows(`select distinct p.state || coalesce(' ' || r.state, '') || case when p.discarded_at is null then coalesce(' ' || e.outcome, '') else ' discarded' end as stands
    from content.placement p left join content.run r on r.id = p.run_id
    left join lateral (select outcome from content.run x where x.placement_id = p.id and x.state = 'ended' order by x.moved_at desc limit 1) e on true`);
  const states = standing.map(({ stands }) => stands ?? '').join('\n');
  for (const word of [
    'none open',
    'none complete',
    'none returned',
    'none recalled',
    'none discarded',
    'published',
    'withdrawn',
    'published open',
  ])
    expect(states).toContain(word);
  const codes = new Set(answers.map(({ reply }) => reply.status));
  expect([200, 404, 410].filter((code) => !codes.has(code))).toEqual([]);
  expect(shown.size).toBeGreaterThan(5);
  for (const marker of shown) {
    const where = answers.filter(({ body }) => body.includes(marker));
    expect(where.length, marker).toBeGreaterThan(0);
  }
});

test('A1 A7 no text that is not public now is in any byte: drafts, in review, returned, recalled, discarded, withdrawn, of before', () => {
  const hidden = county.texts.filter((marker) => !shown.has(marker));
  expect(hidden.length).toBeGreaterThan(8);
  for (const marker of hidden) expect(searchBytes(makeCanary(marker), 'public', all, 0)).toEqual([]);
});

test('A1 no word that was said about a text is in any byte', () => {
  expect(county.words.length).toBeGreaterThan(20);
  for (const marker of county.words) expect(searchBytes(makeCanary(marker), 'public', all, 0)).toEqual([]);
});

test('A6 A9 no login, no name of a person, no id and no hash of the inside is in what the edge answers', async () => {
  const text = answers.map(({ reply, body }) => `${reply.head}\n${body.toString('utf8')}`).join('\n');
  for (const { login, name } of Object.values(people)) {
    expect(text).not.toContain(login);
    expect(text).not.toContain(name);
  }
  expect(text.match(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/)?.[0]).toBeUndefined();
  for (const { hash } of await rows('select hash from content.revision')) expect(text).not.toContain(hash);
  for (const word of [
    'vice-leader',
    'main-leader',
    'secrecy-reviewer',
    'information-officer',
    'contributors',
    'sensitive',
    'zj-portal',
  ])
    expect(text, word).not.toContain(word);
});

test('A6 whoever knows an id of the inside gets nothing by it', async () => {
  const ids =
    await rows(`select id from content.placement union all select id from content.run union all select id from content.revision
    union all select article_id from content.placement union all select id from people.person order by 1`);
  const some = ids.filter((_, i) => i % 7 === 0).map(({ id }) => id ?? '');
  for (const id of some)
    for (const target of [`/${id}`, `/${id}.html`, `/api/placements/${id}`, `/files/${id}/file.pdf`]) {
      const { status, body } = await ask(edge.port, target);
      expect([target, status]).toEqual([target, 404]);
      expect(body.toString('utf8')).not.toContain(id);
    }
});
