/** A7: whoever knows every address that a file ever had or will have gets it while it is public on that site, and never else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask, type Running, startEdge } from '../edge/ground.fixture.ts';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { type Canary, makeCanary, searchBytes, searchFolder } from '../tools/canary.ts';
import { bytesOf, documentOf, type KeptFile, pictureOf } from './kept.fixture.ts';
import { fast, type Outlet, outlet } from './outlet.fixture.ts';
import { dice, type Placed, type Town, town } from './town.fixture.ts';

/** What the test itself knows: nothing of it comes from the product. */
type Known = Placed & { home: boolean; public: readonly KeptFile[] | undefined };
type Marked = KeptFile & { canary: Canary };
type World = { known: Known[]; uploaded: Marked[]; roll: (below: number) => number };

let pg: TestDatabase;
let t: Town;
let folder: string;
let out: Outlet;
let edge: Running;
beforeEach(async () => {
  pg = await freshDatabase();
  t = await town(pg.pool);
  folder = mkdtempSync(join(fast, 'menhu-known-'));
  out = outlet(pg.pool, { folder });
  await out.publisher.settle();
  edge = await startEdge(folder);
});
afterEach(async () => {
  await edge.stop();
  await out.close();
  rmSync(folder, { recursive: true, force: true });
  await pg.drop();
});

/** Its marker is in its bytes; its name says nothing. */
async function upload({ uploaded, roll }: World): Promise<Marked> {
  const canary = makeCanary(`kanari${String(uploaded.length).padStart(4, '0')}${'x7q'.repeat(4)}`);
  const made = roll(2) ? pictureOf(canary.marker, '图') : documentOf(canary.marker, 'pdf', '件');
  const file = { ...(await t.uploaded(made)), canary };
  uploaded.push(file);
  return file;
}

async function someFiles(world: World): Promise<Marked[]> {
  const fresh = await upload(world);
  const other = world.uploaded[world.roll(world.uploaded.length)] as Marked;
  return world.roll(3) ? [fresh] : [...new Set([fresh, other])];
}

const columns = [
  ['www', 'notices'],
  ['www', 'news'],
  ['qingxi', 'news'],
] as const;

async function step(world: World): Promise<void> {
  const { known, roll } = world;
  const [site, column] = columns[roll(3)] ?? columns[0];
  const one = known[roll(known.length)];
  const move = one ? roll(7) : 0;
  if (!one || move <= 1) {
    const files = await someFiles(world);
    const placed = await t.draft({ site, column });
    await t.revision(placed, { files }); // uploaded and saved; perhaps approved one day
    if (move === 0) await t.publish(placed, { files });
    known.push({ ...placed, home: true, public: move === 0 ? files : undefined });
  } else if (move === 2) {
    await t.revision(one, { files: await someFiles(world) }); // a new revision on its way to approval
  } else if (move <= 4) {
    const files = await someFiles(world);
    await t.publish(one, { files });
    one.public = files;
  } else if (move === 5) {
    if (one.public) await t.withdraw(one, 'error');
    one.public = undefined;
  } else if (!known.some((k) => k.articleId === one.articleId && k.site === site && k.column === column)) {
    const files = await someFiles(world);
    const placed = await t.add({ site, column, home: false, article: one.articleId, text: { files } });
    known.push({ ...placed, home: false, public: files });
  }
}

/** A page of the site names it: of the home placement, or of another when the home one is not public. */
const isPublic = ({ known }: World, site: string, file: KeptFile): boolean =>
  known.some((k) => {
    const home = known.find((h) => h.articleId === k.articleId && h.home);
    return k.site === site && k.public?.some((f) => f.id === file.id) && (k.home || home?.public === undefined);
  });

/** Every address of every file at every site, as somebody who has the list would try them. */
async function tryAll(world: World): Promise<Record<'shown' | 'hidden', number>> {
  const seen = { shown: 0, hidden: 0 };
  for (const site of ['www', 'qingxi'])
    for (const file of world.uploaded) {
      const open = isPublic(world, site, file);
      for (const piece of file.pieces) {
        const got = await ask(edge.port, `/files/${file.id}/${piece.name}`, { host: `${site}.localhost` });
        if (open) expect(got.body.equals(bytesOf(piece.sha256) as Buffer)).toBe(true);
        else expect([404, 410]).toContain(got.status);
        if (!open) expect(searchBytes(file.canary, 'answer', got.body)).toEqual([]);
        seen[open ? 'shown' : 'hidden']++;
      }
    }
  return seen;
}

test.each([3, 1840, 99_991])(
  'A7 walk %i: drafts, revisions in review, earlier files and files of what was withdrawn are at no address',
  async (seed) => {
    const world: World = { known: [], uploaded: [], roll: dice(seed) };
    let seen = { shown: 0, hidden: 0 };
    for (let n = 0; n < 36; n++) {
      await step(world);
      if (world.roll(4) > 0) continue;
      await (world.roll(4) ? out.publisher.settle() : out.publisher.rebuildSite('www'));
      seen = await tryAll(world);
    }
    await out.publisher.settle();
    seen = await tryAll(world);
    expect(seen.shown).toBeGreaterThan(5);
    expect(seen.hidden).toBeGreaterThan(20);
    const hidden = world.uploaded.filter((file) => !['www', 'qingxi'].some((site) => isPublic(world, site, file)));
    for (const { canary } of hidden) expect(searchFolder(canary, folder)).toEqual([]);
    expect(out.lines).toEqual([]);
  },
  240_000,
);
