/** Uploads over HTTP: begun, sent in parts, broken off and gone on with; by one person only, within limits. */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { now, setClock } from '../now.ts';
import { Ground, randomly } from './ground.fixture.ts';

let g: Ground;
beforeAll(async () => {
  g = await Ground.open();
});
afterAll(() => g.close());
afterEach(async () => {
  setClock(undefined);
  await g.db.deleteFrom('door.job').execute();
  await g.db.deleteFrom('files.upload').execute();
});

const partOf = (id: string) => join(g.folder, 'uploads', `${id}.part`);
const jobs = () => g.db.selectFrom('door.job').select(['key', 'kind', 'payload']).execute();

test('a file comes in parts, and the last one asks for its check', async () => {
  const bytes = randomly(700_000);
  const begun = await g.begin('writer', { name: '附件.pdf', size: bytes.length });
  const id = String(begun.body.id);
  expect(begun).toEqual({
    status: 200,
    body: { id, purpose: 'attachment', name: '附件.pdf', size: 700_000, received: 0, state: 'receiving' },
  });
  expect((await g.part('writer', id, 0, bytes.subarray(0, 400_000))).body).toMatchObject({
    received: 400_000,
    state: 'receiving',
  });
  expect(await jobs()).toEqual([]);
  expect(await g.part('writer', id, 400_000, bytes.subarray(400_000))).toMatchObject({
    status: 200,
    body: { received: 700_000, state: 'checking' },
  });
  expect(await jobs()).toEqual([{ key: `take-file ${id}`, kind: 'take-file', payload: { id, tries: 0 } }]);
  expect(readFileSync(partOf(id)).equals(bytes)).toBe(true);
  expect([statSync(partOf(id)).mode & 0o777, statSync(join(g.folder, 'uploads')).mode & 0o777]).toEqual([0o600, 0o700]);
  expect((await g.see('writer', id)).body).toMatchObject({ received: 700_000, state: 'checking' });
});

test('begun again under its id it goes on; a part that comes twice, or too early, changes nothing and says where to go on', async () => {
  const bytes = randomly(300_000);
  const id = randomUUID();
  await g.begin('writer', { size: bytes.length, id });
  await g.part('writer', id, 0, bytes.subarray(0, 100_000));
  expect((await g.begin('writer', { size: bytes.length, id: id.toUpperCase() })).body).toMatchObject({
    id,
    received: 100_000,
    state: 'receiving',
  });
  const again = await g.part('writer', id, 0, bytes.subarray(0, 100_000));
  expect(again).toMatchObject({ status: 409, body: { id, received: 100_000 } });
  const early = await g.part('writer', id, 200_000, bytes.subarray(200_000));
  expect(early).toMatchObject({ status: 409, body: { received: 100_000 } });
  await g.part('writer', id, 100_000, bytes.subarray(100_000));
  const late = await g.part('writer', id, 100_000, bytes.subarray(100_000));
  expect(late).toMatchObject({ status: 409, body: { received: 300_000, state: 'checking' } });
  expect(readFileSync(partOf(id)).equals(bytes)).toBe(true);
});

test('an id that stands for another file is refused in words', async () => {
  const id = randomUUID();
  await g.begin('writer', { size: 5, id, name: '甲.pdf' });
  for (const other of [
    { size: 6, name: '甲.pdf' },
    { size: 5, name: '乙.pdf' },
    { size: 5, name: '甲.jpg', purpose: 'picture' },
  ])
    expect(await g.begin('writer', { ...other, id })).toEqual({
      status: 409,
      body: { code: 'other_file', message: '这次上传的编号已经用在另一个文件上，请重新选择文件上传' },
    });
});

test('A10 an upload of somebody else looks like one that is not there, however it is asked for', async () => {
  const id = randomUUID();
  await g.begin('writer', { size: 5, id });
  const absent = randomUUID();
  expect(await g.begin('colleague', { size: 5, id })).toMatchObject({ status: 404, body: { code: 'absent_upload' } });
  expect(await g.see('colleague', id)).toEqual(await g.see('colleague', absent));
  expect(await g.part('colleague', id, 0, randomly(5))).toEqual(await g.part('colleague', absent, 0, randomly(5)));
  expect((await g.see('writer', id)).body).toMatchObject({ received: 0 });
});

test.each([
  [
    'a kind of file that is not taken',
    { name: '旧.doc', purpose: 'attachment', size: 5 },
    'wrong_extension',
    /^这种文件不能作为附件上传。可以传：PDF、DOCX/,
  ],
  [
    'one that is taken for another purpose',
    { name: '图.pdf', purpose: 'picture', size: 5 },
    'wrong_extension',
    /作为图片上传/,
  ],
  ['a name that hides its end', { name: 'x.pdf\u202e.exe', purpose: 'attachment', size: 5 }, 'wrong_extension', /./],
  ['a name of an end alone', { name: '.pdf', purpose: 'attachment', size: 5 }, 'wrong_extension', /./],
  ['a name of folders alone', { name: '../..//', purpose: 'attachment', size: 5 }, 'no_file_name', /改名/],
  [
    'a picture of more than 20 MB',
    { name: '图.jpg', purpose: 'picture', size: 20_000_001 },
    'file_too_big',
    /每张最大 20 MB/,
  ],
  ['more than 50 MB', { name: '大.pdf', purpose: 'attachment', size: 50_000_001 }, 'bad_shape', /./],
  ['an empty file', { name: '空.pdf', purpose: 'attachment', size: 0 }, 'bad_shape', /./],
])('F1 refused before a byte has come: %s', async (_name, wanted, code, words) => {
  const { status, body } = await g.begin('writer', wanted);
  expect([status, body.code, words.test(String(body.message))]).toEqual([422, code, true]);
});

test.each([
  ['more than was said', 6, 422, 'past_end'],
  ['nothing', 0, 422, 'empty_part'],
  ['more than a part may be', 2_000_001, 413, 'too_big'],
])('a part with %s is refused, and the upload stands as it was', async (_name, size, status, code) => {
  const begun = await g.begin('writer', { size: 5 });
  const id = String(begun.body.id);
  expect(await g.part('writer', id, 0, randomly(size))).toMatchObject({ status, body: { code } });
  expect((await g.see('writer', id)).body).toMatchObject({ received: 0, state: 'receiving' });
});

test('at most 20 files and 1 GB of one person are on their way, also when they come at once; another person is not in their way', async () => {
  const begun = await Promise.all(Array.from({ length: 30 }, () => g.begin('writer', { size: 5 })));
  expect(begun.filter(({ status }) => status === 200)).toHaveLength(20);
  const refused = begun.find(({ status }) => status === 429);
  expect(refused?.body.message).toBe('您已有 20 个文件没有传完或没有检查完，请等它们好了再传下一个');
  const large = await Promise.all(Array.from({ length: 20 }, () => g.begin('colleague', { size: 50_000_000 })));
  expect(large.every(({ status }) => status === 200)).toBe(true); // exactly 1 GB
});

test('more than 1 GB of one person is refused, to the byte', async () => {
  for (let n = 0; n < 19; n++) await g.begin('writer', { size: 50_000_000 });
  await g.db.updateTable('files.upload').set({ size: 52_000_000 }).execute(); // 988 MB by 19
  expect((await g.begin('writer', { size: 12_000_001 })).body).toMatchObject({ code: 'too_much_upload' });
  expect((await g.begin('writer', { size: 12_000_000 })).status).toBe(200);
});

test('uploads that nobody goes on with make room for new ones, and their bytes go', async () => {
  const old = await Promise.all(Array.from({ length: 20 }, () => g.begin('writer', { size: 9 })));
  const id = String(old[0]?.body.id);
  await g.part('writer', id, 0, randomly(4));
  expect((await g.begin('writer', { size: 5 })).status).toBe(429);
  setClock(new Date(now().getTime() + 11 * 60_000));
  expect((await g.begin('writer', { size: 5 })).status).toBe(200);
  expect((await g.see('writer', id)).status).toBe(404);
  expect(() => statSync(partOf(id))).toThrow('ENOENT');
});

test('two windows that send the same upload at once make one whole file', async () => {
  const bytes = randomly(900_000);
  const id = randomUUID();
  const step = 50_000;
  const window = async () => {
    let { received } = (await g.begin('writer', { size: bytes.length, id })).body as { received: number };
    while (received < bytes.length)
      received = Number(
        (await g.part('writer', id, received, bytes.subarray(received, received + step))).body.received,
      );
  };
  await Promise.all([window(), window(), window()]);
  expect(readFileSync(partOf(id)).equals(bytes)).toBe(true);
  expect(await jobs()).toHaveLength(1);
});

test('different bytes for the same place, all at once: one part is taken whole, and the others are told', async () => {
  const id = String((await g.begin('writer', { size: 900_000 })).body.id);
  const sent = Array.from({ length: 6 }, () => randomly(450_000));
  const said = await Promise.all(sent.map((bytes) => g.part('writer', id, 0, bytes)));
  const first = said.findIndex(({ status }) => status === 200);
  expect(said.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(readFileSync(partOf(id)).equals(sent[first]!)).toBe(true);
});

test('D1 bytes beyond the row are cut off; bytes that are missing begin again', async () => {
  const bytes = randomly(300_000);
  const id = String((await g.begin('writer', { size: bytes.length })).body.id);
  await g.part('writer', id, 0, bytes.subarray(0, 200_000));
  // As if the program had died between the file and its row.
  await g.db.updateTable('files.upload').set({ received: 100_000 }).where('id', '=', id).execute();
  await g.part('writer', id, 100_000, bytes.subarray(100_000, 150_000));
  expect(readFileSync(partOf(id)).equals(bytes.subarray(0, 150_000))).toBe(true);
  truncateSync(partOf(id), 120_000);
  const told = await g.part('writer', id, 150_000, bytes.subarray(150_000));
  expect(told).toMatchObject({ status: 409, body: { received: 0, state: 'receiving' } });
  rmSync(partOf(id));
  await g.part('writer', id, 0, bytes);
  expect(readFileSync(partOf(id)).equals(bytes)).toBe(true);
});

test('G1 a lock that somebody holds too long is a 503 in words, and the same request succeeds later', async () => {
  const id = String((await g.begin('writer', { size: 5 })).body.id);
  const holding = g.db.transaction().execute(async (tx) => {
    await tx.selectFrom('files.upload').select('id').where('id', '=', id).forUpdate().execute();
    await sleep(7_000);
  });
  await sleep(100);
  expect(await g.part('writer', id, 0, randomly(5))).toMatchObject({ status: 503, body: { code: 'database_away' } });
  await holding;
  expect((await g.part('writer', id, 0, randomly(5))).status).toBe(200);
});

test('G1 odd ids, places and bodies are a 4xx in words', async () => {
  const id = String((await g.begin('writer', { size: 5 })).body.id);
  for (const path of [
    `/api/uploads/${id}/parts/-1`,
    `/api/uploads/${id}/parts/1e400`,
    `/api/uploads/x/parts/0`,
    `/api/uploads/${id}/parts/%00`,
  ])
    expect([path, (await g.send('writer', 'PUT', path, randomly(1))).status]).toEqual([path, 422]);
  expect((await g.part('writer', id, Number.MAX_SAFE_INTEGER, randomly(1))).status).toBe(409);
  expect((await g.send('writer', 'PUT', `/api/uploads/${id}/parts/0`, randomly(5), 'text/html')).status).toBe(415);
  for (const name of ['x\u0000.pdf', 'x\ud800.pdf', '署'.repeat(256), ''])
    expect([name, (await g.begin('writer', { name, size: 5 })).status]).toEqual([name, 422]);
});
