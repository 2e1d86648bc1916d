/**
 * Random people of the whole county ask random things of texts on all seven sites. After each command the tables are
 * compared with the model, which knows nothing of the rule book; in the end the public folder is searched.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outlet } from '../publisher/outlet.fixture.ts';
import { freshDatabase, type TestDatabase } from '../server/db/testing.ts';
import { advance } from '../server/duties/stored/advance.ts';
import { compare } from '../server/duties/stored/compare.ts';
import { now } from '../server/now.ts';
import { makeCanary, searchFolder } from '../tools/canary.ts';
import { type Command, commands } from './commands.fixture.ts';
import { everybody } from './model.fixture.ts';
import { Player } from './player.fixture.ts';
import { smallWorld } from './testing.ts';

let fresh: TestDatabase;
let player: Player;
beforeAll(async () => {
  fresh = await freshDatabase();
  player = new Player(fresh.db, await smallWorld(fresh.db));
}, 120_000);
afterAll(() => fresh.drop());

const seeds = Number(process.env.MENHU_SEEDS ?? 2);

test(
  'A1 A2 A3 A4 A10 whoever of the county asks whatever of whatever, everything is as the small model says',
  async () => {
    let turn = 0;
    const play = async (all: readonly Command[]) => {
      await player.begin();
      for (const command of all) await player.play(command);
      await player.lists(everybody.filter((_, i) => i % 6 === turn % 6));
      turn++;
    };
    await fc.assert(fc.asyncProperty(fc.array(commands, { minLength: 60, maxLength: 120 }), play), {
      numRuns: seeds,
      endOnFailure: true,
      ...(process.env.MENHU_SEEDS ? {} : { seed: 20_261_126 }),
    });
    const { done, published } = player;
    if (process.env.MENHU_SEEDS) console.log(done, `public: ${published.size}`);
    for (const verb of ['submit', 'approve', 'return', 'recall', 'publish', 'withdraw'])
      expect(done[`${verb} 200`] ?? 0, verb).toBeGreaterThan(0);
    expect(new Set(published.values()).size).toBeGreaterThan(2);
  },
  seeds * 120_000,
);

test('R1 after all these commands every stored line is what the events say', async () => {
  const at = now();
  await advance(fresh.db, at);
  const { lines, differences } = await compare(fresh.db, at);
  expect(differences).toEqual([]);
  expect(lines).toBeGreaterThan(20);
}, 60_000);

test('A1 A10 the public folder holds what the model says is public, each on its own site, and no byte of anything else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'menhu-county-'));
  const out = outlet(fresh.pool, { folder });
  await out.publisher.settle();
  await out.close();
  expect(player.published.size).toBeGreaterThan(0);
  for (const [marker, site] of player.written) {
    const hits = searchFolder(makeCanary(marker), folder);
    if (!player.published.has(marker)) expect(hits).toEqual([]);
    else expect(hits.filter(({ where }) => !where.includes(`/${site}/`))).toEqual([]);
    if (player.published.has(marker)) expect(hits.length).toBeGreaterThan(0);
  }
  rmSync(folder, { recursive: true });
}, 120_000);
