import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeZip } from './child/zip/write.ts';
import { type Clamd, startClamd } from './clamd.fixture.ts';
import { ScannerAway, scan, scannerVersion } from './scan.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-scan-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(bytes: Buffer | string): Promise<string> {
  const path = join(folder, `file-${Math.random()}`);
  await writeFile(path, bytes);
  return path;
}

test('F5 without an address nobody claims that a file is clean', async () => {
  expect(await scan(await fileOf('x'), undefined)).toBe('unconfigured');
  expect(await scan(await fileOf('x'), '')).toBe('unconfigured');
});

test('F5 a file that can not be read is an error, and no verdict', async () => {
  await expect(scan(join(folder, 'absent'), '127.0.0.1:1')).rejects.toThrow('ENOENT');
});

/** A scanner that does with each connection what `act` says. */
async function fake(act: (socket: Socket) => void, ask: (address: string) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    act(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    await ask(`127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}
const impatient = { silentMs: 300, wholeMs: 900 };

describe('F5 whatever is no plain verdict is no verdict', () => {
  const replies: readonly (readonly [string, (socket: Socket) => void])[] = [
    ['a connection that is cut at once', (socket) => socket.destroy()],
    ['a connection that is cut after the question', (socket) => socket.on('data', () => socket.destroy())],
    ['silence', (socket) => socket.resume()],
    ['garbage', (socket) => socket.on('data', () => socket.end('\x16\x03\x01OK\0'))],
    ['OK without its end', (socket) => socket.on('data', () => socket.end('stream: OK'))],
    ['OK among other words', (socket) => socket.on('data', () => socket.end('stream: not OK\0'))],
    ['an error that says OK', (socket) => socket.on('data', () => socket.end('stream: OK\n lstat failed. ERROR\0'))],
    ['a size limit', (socket) => socket.on('data', () => socket.end('INSTREAM size limit exceeded. ERROR\0'))],
    ['a web server', (socket) => socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n'))],
    ['a reply without an end', (socket) => socket.on('data', () => socket.write('x'.repeat(10_000)))],
    [
      'a reply a letter at a time',
      (socket) => {
        const drip = setInterval(() => socket.write('s'), 50);
        socket.resume().on('close', () => clearInterval(drip));
      },
    ],
  ];
  test.each(replies)('%s', async (_, act) => {
    await fake(act, async (address) => {
      await expect(scan(await fileOf(Buffer.alloc(100_000)), address, impatient)).rejects.toThrow(ScannerAway);
    });
  });

  test('OK before all bytes were sent', async () => {
    const act = (socket: Socket) => socket.once('data', () => socket.pause().write('stream: OK\0'));
    await fake(act, async (address) => {
      const file = await fileOf(Buffer.alloc(20_000_000));
      await expect(scan(file, address, impatient)).rejects.toThrow(ScannerAway);
    });
  });

  test('nobody there', async () => {
    await expect(scan(await fileOf('x'), join(folder, 'no-socket'))).rejects.toThrow(ScannerAway);
    await expect(scan(await fileOf('x'), '127.0.0.1:1')).rejects.toThrow(ScannerAway);
  });
});

describe('with a clamd of our own', () => {
  const whole = Buffer.from('a file that we call a virus');
  const part = Buffer.from('some bytes that we call a virus');
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd({ whole: [whole], part });
  });
  afterAll(() => clamd.end());

  test('F5 what is planted is found by its name, also inside a zip and between other bytes', async () => {
    expect(await scan(await fileOf(whole), clamd.address)).toEqual({ found: 'Planted.Whole-0.UNOFFICIAL' });
    const between = Buffer.concat([Buffer.alloc(200_000, 'a'), part, Buffer.alloc(200_000, 'b')]);
    expect(await scan(await fileOf(between), clamd.address)).toEqual({ found: 'Planted.Part.UNOFFICIAL' });
    const zip = await writeZip([{ name: 'a.txt', bytes: whole }]);
    expect(await scan(await fileOf(zip), clamd.address)).toEqual({ found: 'Planted.Whole-0.UNOFFICIAL' });
  });

  test('F5 nothing found is clean, also at a length of exactly one chunk and of none', async () => {
    for (const bytes of [Buffer.from('plain'), Buffer.alloc(65_536, 'x'), Buffer.alloc(65_537, 'x'), Buffer.alloc(0)])
      expect(await scan(await fileOf(bytes), clamd.address)).toBe('clean');
  });

  test('F5 a file over the length that clamd takes has no verdict', async () => {
    const file = await fileOf(Buffer.alloc(6_000_000, 'x'));
    await expect(scan(file, clamd.address)).rejects.toThrow(ScannerAway);
  });

  test('F5 a daemon that stands still, and one that is dead, give no verdict', async () => {
    const other = await startClamd({ whole: [whole], part });
    try {
      other.child.kill('SIGSTOP');
      await expect(scan(await fileOf(whole), other.address, impatient)).rejects.toThrow(ScannerAway);
      other.child.kill('SIGCONT');
      expect(await scan(await fileOf(whole), other.address)).toEqual({ found: 'Planted.Whole-0.UNOFFICIAL' });
    } finally {
      await other.end();
    }
    await expect(scan(await fileOf(whole), other.address)).rejects.toThrow(ScannerAway);
  });

  test('F5 it says its version, for the health page', async () => {
    expect(await scannerVersion(clamd.address)).toMatch(/^ClamAV 1\.\d/);
  });
});
