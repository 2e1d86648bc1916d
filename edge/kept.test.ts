/** Pictures and attachments from the public listener: the edge program, and nginx with our file, on the same folder. */
import { truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowed } from '../server/contract/file-limits.ts';
import { read, typeOf } from './address.ts';
import { edgeFolder, type Folder } from './folder.ts';
import {
  type ask,
  bothServers,
  files,
  GONE,
  goneFile,
  gonePage,
  oldFile,
  othersFile,
  pages,
} from './ground.fixture.ts';
import { wantedOf } from './range.ts';
import { edgeServer } from './serve.ts';

const servers = bothServers(beforeAll, afterAll);
const paths = Object.keys(files);
const [picture = '', , pdf = '', csv = '', photograph = ''] = paths;
const bytes = files[pdf] as Buffer;
const missing = pages.www?.['/404.html'];

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test.each(paths)('serves %s as it is, never packed', async (path) => {
    const got = await get(path, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([got.status, got.headers['content-encoding']]).toEqual([200, undefined]);
    expect(got.body.equals(files[path] as Buffer)).toBe(true);
    expect(got.headers['content-length']).toBe(String(got.body.length));
  });

  test('F1 every file comes sandboxed and with its own type, unguessed; a document to be saved, a picture to be seen', async () => {
    const types = { [picture]: 'image/jpeg', [pdf]: 'application/pdf', [csv]: 'text/csv', [photograph]: 'image/jpeg' };
    for (const [path, type] of Object.entries(types))
      for (const more of [{}, { headers: { Range: 'bytes=0-3' } }, { method: 'HEAD' }]) {
        const { headers, head } = await get(path, more);
        expect(headers['content-type'], head).toBe(type);
        expect(headers['content-security-policy'], head).toBe("sandbox; default-src 'none'");
        expect(headers['x-content-type-options'], head).toBe('nosniff');
        expect(headers['cross-origin-resource-policy'], head).toBe('same-origin');
        expect(headers['x-frame-options'], head).toBe('DENY');
        expect(headers['content-disposition'], head).toBe(path === picture ? undefined : 'attachment');
      }
  });

  test('A7 a withdrawn file is gone with the page it stood on; a dropped one, and one of another site, was never here', async () => {
    const got = await get(goneFile);
    expect([got.status, got.body.toString()]).toEqual([410, gonePage]);
    expect(got.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(got.headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await get(goneFile, { headers: { Range: 'bytes=0-3', 'If-None-Match': '*' } })).status).toBe(410);
    const id = goneFile.slice(0, '/files/'.length + 26);
    for (const path of [oldFile, othersFile, `${id}.html`, `${id}/410.html`, `${id}/index.html`])
      expect([path, (await get(path)).status, (await get(path)).body.toString()]).toEqual([path, 404, missing]);
    expect((await get(GONE)).status).toBe(410);
  });

  test('B3 a reader asks again each time, and a copy that is still good is confirmed by its tag alone', async () => {
    const first = await get(picture);
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const tag = first.headers.etag ?? '';
    expect(tag).toMatch(/^"[0-9a-f]+-[0-9a-f]+"$/);
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await get(picture, { headers: { 'If-None-Match': known } });
      expect([known, again.status, again.body.length]).toEqual([known, 304, 0]);
      expect(again.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    }
    const since = { 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
    expect((await get(picture, { headers: since })).status).toBe(200);
    expect(first.headers['last-modified']).toBeUndefined();
  });
});

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test('HEAD says what GET says, and a broken download goes on where it stopped, if the file is still the same', async () => {
    const head = await get(pdf, { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '200000', 0]);
    expect(head.headers['accept-ranges']).toBe('bytes');
    const rest = { Range: 'bytes=150000-', 'If-Range': head.headers.etag ?? '' };
    const got = await get(pdf, { headers: rest });
    expect([got.status, got.headers['content-range']]).toEqual([206, 'bytes 150000-199999/200000']);
    expect(got.body.equals(bytes.subarray(150_000))).toBe(true);
    for (const other of ['"other"', `W/${head.headers.etag}`, 'Fri, 01 Jan 2100 00:00:00 GMT'])
      expect((await get(pdf, { headers: { ...rest, 'If-Range': other } })).status, other).toBe(200);
  });

  test.each([
    ['bytes=0-0', 206, 'bytes 0-0/200000'],
    ['bytes=10-19', 206, 'bytes 10-19/200000'],
    ['BYTES= 10 - 19 ', 206, 'bytes 10-19/200000'],
    ['bytes=199999-', 206, 'bytes 199999-199999/200000'],
    ['bytes=199990-999999', 206, 'bytes 199990-199999/200000'],
    ['bytes=-5', 206, 'bytes 199995-199999/200000'],
    ['bytes=-999999', 206, 'bytes 0-199999/200000'],
    ['bytes=200000-', 416, 'bytes */200000'],
    ['bytes=-0', 416, 'bytes */200000'],
    ['bytes=5-2', 416, 'bytes */200000'],
    ['bytes=x', 416, 'bytes */200000'],
    ['bytes=0-9,20-29', 200, undefined],
    ['pages=1-2', 200, undefined],
    ['bytes=', 200, undefined],
  ])('the range %j is answered %i %s', async (range, status, said) => {
    const got = await get(pdf, { headers: { Range: range } });
    expect([got.status, got.headers['content-range']]).toEqual([status, said]);
  });

  test('I1 every other method is 405', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect([method, (await get(pdf, { method })).status]).toEqual([method, 405]);
  });
});

test('both servers read any Range alike', async () => {
  const number = fc.oneof(fc.nat(40), fc.nat(250_000), fc.constantFrom('', 'x', '99999999999999999999'));
  const part = fc
    .tuple(fc.constantFrom('', ' '), number, fc.constantFrom('-', ' - ', '', '--'), number)
    .map((p) => p.join(''));
  const range = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `bytes=${parts.join(',')}`);
  await fc.assert(
    fc.asyncProperty(range, async (header) => {
      const [one, two] = await Promise.all(
        ['edge', 'nginx'].map((name) => servers.get(name, pdf, { headers: { Range: header } })),
      );
      const said = (r: typeof one) => [r?.status, r?.headers['content-range'], r?.headers['content-length']];
      if (one?.status !== 416) expect([header, ...said(one)]).toEqual([header, ...said(two)]);
      else expect([header, two?.status]).toEqual([header, 416]);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('every ending that an upload may have has an address and a type here', () => {
  for (const ending of allowed.attachment.extensions) {
    const path = `/files/${'a'.repeat(26)}/file.${ending}`;
    expect(read(path), ending).toEqual({ kept: path, id: 'a'.repeat(26) });
    expect(typeOf(path), ending).not.toBe('application/octet-stream');
  }
});

test('an empty file has no part', () => {
  expect([wantedOf('bytes=0-', 0), wantedOf('bytes=-1', 0), wantedOf(undefined, 0)]).toEqual(['all', 'all', 'all']);
});

test('who takes nothing is cut off in the middle of a file, and the file is closed', async () => {
  const large = join(servers.folder(), 'large');
  writeFileSync(large, '');
  truncateSync(large, 64_000_000); // more than sockets hold on their way
  const handle = await open(large, 'r');
  const folder: Folder = {
    ...edgeFolder(servers.folder()),
    kept: async () => ({ handle, size: 64_000_000, mtimeMs: 0 }),
  };
  const lines: string[] = [];
  const server = edgeServer(folder, (line) => lines.push(line), 300);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as { port: number }).port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  socket.write(`GET ${pdf} HTTP/1.1\r\nHost: www.localhost\r\n\r\n`);
  while (handle.fd !== -1) await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  expect(lines).toEqual([]);
}, 20_000);
