import { expect, test } from 'vitest';
import { Refused } from '../api.ts';
import { FakeServer, fileOf, start, sumOf } from './upload.fixture.ts';
import { Cancelled } from './upload.ts';

const arrived = (server: FakeServer) => sumOf(server.kept.get('a')?.bytes);

test('a file goes in parts that grow on a quick line, none longer than may be, and arrives as it was', async () => {
  const server = new FakeServer();
  const file = fileOf(5_000_000);
  await start(server, file).done;
  expect(server.offsets).toEqual([0, 262_144, 786_432, 1_835_008, 3_835_008]);
  expect(await arrived(server)).toBe(await sumOf(file));
});

test('while nobody answers it waits ever longer, at most 30 s, and then goes on', async () => {
  const server = new FakeServer();
  server.script.push(...Array.from({ length: 8 }, () => 'away' as const));
  const { done, said } = start(server, fileOf(10));
  await done;
  expect(server.pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(said.filter((at) => at.kind === 'away').map((at) => at.tries)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(said.at(-1)).toEqual({ kind: 'taken', sent: 10 });
});

test('a part whose answer was lost is not sent twice: the server says where to go on', async () => {
  const server = new FakeServer();
  server.onPart = () => {
    server.onPart = () => {};
    server.script.push('lost answer');
  };
  const file = fileOf(600_000);
  await start(server, file).done;
  // 0 is kept and its answer lost; 0 again is refused; then on from where the first part ended.
  expect(server.offsets.slice(0, 3)).toEqual([0, 0, 262_144]);
  expect(await arrived(server)).toBe(await sumOf(file));
});

test('an upload that the server forgot begins anew', async () => {
  const server = new FakeServer();
  server.onPart = () => {
    if (server.offsets.length === 1) {
      server.script.push('forgotten');
      server.onPart = () => {};
    }
  };
  const file = fileOf(600_000);
  await start(server, file).done;
  expect(await arrived(server)).toBe(await sumOf(file));
});

test('while it is checked it is asked after ever more slowly, at most every 2 s', async () => {
  const server = new FakeServer();
  server.checks = 9;
  const { done, said } = start(server, fileOf(10));
  await done;
  expect(server.pauses.map(Math.round)).toEqual([300, 420, 588, 823, 1152, 1613, 2000, 2000, 2000]);
  expect(said.filter((at) => at.kind === 'checking')).toHaveLength(9);
});

test('what the check refuses is refused in its words', async () => {
  const server = new FakeServer();
  server.end = { state: 'refused', refused: { code: 'macro', message: '文件里有宏，请另存为不带宏的再传' } };
  const { done, said } = start(server, fileOf(10));
  await expect(done).rejects.toThrow('文件里有宏，请另存为不带宏的再传');
  expect(said.at(-1)).toEqual({ kind: 'refused', sent: 10, message: '文件里有宏，请另存为不带宏的再传' });
});

test('a refusal of the server is not tried again; being signed out and asking too often are', async () => {
  const server = new FakeServer();
  server.script.push(new Refused(422, { code: 'x', message: '不收' }));
  await expect(start(server, fileOf(10)).done).rejects.toThrow('不收');
  expect(server.pauses).toEqual([]);

  server.script.push(new Refused(401, { code: 'not_signed_in', message: '请登录' }));
  server.script.push(new Refused(429, { code: 'pace', message: '太快' }));
  const { done, said } = start(server, fileOf(10));
  await done;
  expect(said.filter((at) => at.kind === 'away').map((at) => at.words)).toEqual([
    '登录已过期，在另一页登录后会接着传',
    '太快',
  ]);
});

test('paused it sends nothing, and goes on from where it was', async () => {
  const server = new FakeServer();
  const file = fileOf(2_000_000);
  let paused = () => {};
  const isPaused = new Promise<void>((resolve) => {
    paused = resolve;
  });
  const { upload, done, said } = start(server, file);
  server.onPart = () => {
    if (server.offsets.length !== 2) return;
    server.onPart = () => {};
    upload.hold('paused');
    paused();
  };
  await isPaused;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(server.offsets).toEqual([0, 262_144]);
  expect(said.at(-1)).toEqual({ kind: 'paused', sent: 786_432 });
  upload.resume();
  await done;
  expect(await arrived(server)).toBe(await sumOf(file));
});

test('cancelled it ends without an error of its own', async () => {
  const server = new FakeServer();
  const { upload, done, said } = start(server, fileOf(2_000_000));
  server.onPart = () => upload.cancel();
  await expect(done).rejects.toBeInstanceOf(Cancelled);
  expect(said.at(-1)?.kind).toBe('cancelled');
});

test('a file that can no longer be read is refused, not tried for ever', async () => {
  const server = new FakeServer();
  const file = fileOf(10);
  file.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) }) as never;
  await expect(start(server, file).done).rejects.toThrow('文件在传的时候被改动、移走或删掉了，请再选一次');
});

test('a server that never takes anything ends it with a reason', async () => {
  const server = new FakeServer();
  const { ways } = server;
  Object.assign(ways, { part: async () => server.kept.get('a')?.view });
  await expect(start(server, fileOf(10)).done).rejects.toThrow('传不上去：服务器收不下，请过一会儿再传');
});
