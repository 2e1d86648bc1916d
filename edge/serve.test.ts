/** What a reader gets from the public listener: the edge program, and nginx with our file, on the same folder. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edgeFolder } from '../publisher/files.ts';
import { ask, bothServers, GONE, gonePage, pages, raw, startEdge } from './ground.fixture.ts';

const servers = bothServers(beforeAll, afterAll);
const www = pages.www as Record<string, string>;
const stranger = '/a-path-nobody-made.html';

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test.each(Object.keys(www).filter((p) => p !== '/404.html'))('serves %s, packed and plain alike', async (path) => {
    const plain = await get(path);
    const packed = await get(path, { headers: { 'Accept-Encoding': 'gzip' } });
    expect([plain.status, packed.status]).toEqual([200, 200]);
    expect([plain.body.toString(), packed.body.toString()]).toEqual([www[path], www[path]]);
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
  });

  test('serves folders by their slash, shows the way to it, and knows each site by its host', async () => {
    expect((await get('/')).body.toString()).toBe(www['/index.html']);
    expect((await get('/notices/')).body.toString()).toBe(www['/notices/index.html']);
    const moved = await get('/notices');
    expect([moved.status, moved.headers.location]).toEqual([301, '/notices/']);
    expect((await get('/', { host: 'QingXi.localhost:1' })).body.toString()).toContain('镇所首页');
    expect((await get('/x.html', { host: 'qingxi.localhost' })).body.toString()).toContain('镇所的 404 页');
  });

  test('HEAD says what GET says, without the body', async () => {
    for (const target of ['/', GONE, stranger]) {
      const [head, got] = [await get(target, { method: 'HEAD' }), await get(target)];
      expect([target, head.status, head.body.length]).toEqual([target, got.status, 0]);
    }
  });

  test('I1 every other method is 405 on every path', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])
      for (const target of ['/', GONE, stranger, '/assets/site.0123456789.css'])
        expect([method, target, (await get(target, { method })).status]).toEqual([method, target, 405]);
  });
});

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test('B3 a withdrawn address answers 410 with its kind, also to who holds an old copy, and is to be asked for again', async () => {
    const first = await get('/notices/8k2m4q0z1a.html');
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    for (const headers of [
      {},
      { 'If-None-Match': first.headers.etag ?? '' },
      { 'If-None-Match': '*' },
      { Range: 'bytes=0-1' },
    ]) {
      const got = await get(GONE, { headers });
      expect([got.status, got.body.toString()]).toEqual([410, gonePage]);
      expect(got.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    }
  });

  test('a kept copy is confirmed by its tag, and its tag is all that confirms it', async () => {
    const first = await get('/notices/');
    const tag = first.headers.etag ?? '';
    const again = await get('/notices/', { headers: { 'If-None-Match': tag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/notices/', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
    const since = { 'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
    expect((await get('/notices/', { headers: since })).status).toBe(200);
  });
});

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test('I2 the headers of protection stand on every status', async () => {
    const tag = (await get('/')).headers.etag ?? '';
    const all = [
      await get('/'),
      await get('/', { headers: { 'If-None-Match': tag } }),
      await get('/notices'),
      await get(stranger),
      await get('/', { method: 'POST' }),
      await get(GONE),
      await get('/', { host: 'nobody.example' }),
    ];
    expect(all.map((r) => r.status)).toEqual([200, 304, 301, 404, 405, 410, 404]);
    for (const r of all) {
      const policy = r.headers['content-security-policy'] ?? '';
      expect(policy, r.head).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(r.headers['x-content-type-options'], r.head).toBe('nosniff');
      expect(r.headers['referrer-policy'], r.head).toBe('strict-origin-when-cross-origin');
      expect(r.head).not.toMatch(/\d+\.\d+\.\d+|express|node/i);
    }
  });

  test.each(['nobody.example', 'admin', 'localhost', 'www.localhost.evil', '..', ''])(
    'the unknown host %j gets a 404 that is no site',
    async (host) => {
      const got = await get('/', { host });
      expect([400, 404]).toContain(got.status);
      expect(got.body.toString()).not.toContain('主站');
    },
  );
});

describe('the edge program', () => {
  const port = () => servers.of('edge').port;

  test('I2 G1 what is no request is answered 400 with the headers of protection, and nothing stops', async () => {
    const broken = [
      'GARBAGE\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nA\0: b\r\n\r\n`,
      `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
      'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n',
    ];
    for (const bytes of broken) {
      const got = await raw(port(), bytes);
      expect([400, 431], bytes.slice(0, 40)).toContain(got.status);
      expect(got.headers['content-security-policy']).toContain("default-src 'none'");
    }
    expect((await ask(port(), '/')).status).toBe(200);
  });

  test('hosts.json is read again when it has changed', async () => {
    const cluster = edgeFolder(servers.folder());
    const before = { '127.0.0.1': 'www', 'www.localhost': 'www', 'qingxi.localhost': 'qingxi' };
    await cluster.hosts({ ...before, 'new.example': 'qingxi' });
    expect((await ask(port(), '/', { host: 'new.example' })).body.toString()).toContain('镇所首页');
    await cluster.hosts(before);
    expect((await ask(port(), '/', { host: 'new.example' })).status).toBe(404);
  });

  test('trouble with the disk is 503 with a word to try again, and is over when the disk is back', async () => {
    const hosts = join(servers.folder(), 'hosts.json');
    renameSync(hosts, `${hosts}.kept`);
    writeFileSync(hosts, '{ not json');
    const got = await ask(port(), '/');
    expect([got.status, got.headers['retry-after']]).toEqual([503, '5']);
    expect(got.headers['content-security-policy']).toContain("default-src 'none'");
    renameSync(`${hosts}.kept`, hosts);
    expect((await ask(port(), '/')).status).toBe(200);
  });

  test('a taken port is said in one line, and Ctrl-C is left to who started it', async () => {
    await expect(startEdge(servers.folder(), port())).resolves.toMatchObject({ port: undefined });
    servers.of('edge').child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await ask(port(), '/')).status).toBe(200);
  });

  test('it ends when its standard input closes', async () => {
    const second = await startEdge(servers.folder());
    await second.stop();
    expect(second.child.exitCode).toBe(0);
  });
});
