/** The database's disk runs full while the inside serves: said in words, nothing lost, and it goes on when there is room. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Inside, smallDisk } from './away.fixture.ts';

let disk: ReturnType<typeof smallDisk>;
let inside: Inside;
const givenUp: Error[] = [];
const said: string[] = [];
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true); // the log of each refusal
  disk = smallDisk('full', 300);
  inside = await Inside.open(join(disk.disk, 'DATA'), {
    settings: { min_wal_size: '32MB', max_wal_size: '64MB' },
    onGivenUp: (error) => givenUp.push(error),
    say: (line) => said.push(line),
  });
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  try {
    await inside?.close();
  } finally {
    disk?.remove();
  }
}, 90_000);

const full = '服务器的磁盘满了，您的改动还没有存上；已有的稿件和公开的网页都在，请告诉信息化中心腾出空间后再试';
/** Can't be packed: 120 kB that need their place. */
const long = () => randomBytes(60_000).toString('hex');
type Letter = ReturnType<Inside['letter']>;

/** Sends texts until so many were refused; remembers which were confirmed. */
async function sendUntilRefused(times: number) {
  const kept: Letter[] = [];
  const refused: Letter[] = [];
  const words: string[] = [];
  for (let n = 0; refused.length < times; n++) {
    if (n > 600) throw new Error('the disk does not run full');
    const letter = inside.letter(long());
    const { status, body } = await letter.submit();
    if (status === 200) kept.push(letter);
    else {
      refused.push(letter);
      words.push(`${status} ${body.message}`);
    }
  }
  return { kept, refused, words };
}

async function allThere(kept: readonly Letter[]): Promise<void> {
  for (const letter of kept) expect((await letter.read()).status).toBe(200);
}

test('I5 G1 on a full disk a change is refused in words, what was confirmed can be read, and the same ask works when there is room', {
  timeout: 300_000,
}, async () => {
  const before = inside.letter('磁盘满之前的一件');
  expect((await before.submit()).status).toBe(200);
  disk.fill();
  const { kept, refused, words } = await sendUntilRefused(3);
  expect(words).toEqual([`503 ${full}`, `503 ${full}`, `503 ${full}`]);
  await allThere([before, ...kept]);
  disk.free();
  for (const letter of refused) expect([(await letter.submit()).status, await letter.runs()]).toEqual([200, 1]);
  await allThere([before, ...kept, ...refused]);
});

test('I5 D1 PostgreSQL that dies on a full disk is tried until there is room, and has everything that was confirmed', {
  timeout: 300_000,
}, async () => {
  const last = inside.letter(long());
  expect((await last.submit()).status).toBe(200);
  disk.fill();
  process.kill(inside.server.pid() ?? 0, 'SIGKILL');
  const deaths = () => said.filter((line) => line.startsWith('PostgreSQL ended')).length;
  for (const until = Date.now() + 120_000; deaths() < 7 && givenUp.length === 0; await sleep(200))
    if (Date.now() > until) throw new Error(`tried ${deaths()} times only: ${said.join()}`);
  expect(givenUp).toEqual([]);
  const meanwhile = await inside.letter('满的时候').submit();
  expect([200, 503]).toContain(meanwhile.status);
  disk.free();
  for (const until = Date.now() + 60_000; (await last.read()).status !== 200; await sleep(200))
    if (Date.now() > until) throw new Error('it does not come back, although there is room');
  await allThere([last]);
  expect((await inside.letter('又有地方了').submit()).status).toBe(200);
});
