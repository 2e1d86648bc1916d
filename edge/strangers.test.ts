/** What somebody gets who tries things: the edge program, and nginx with our file, on the same folder. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ask, bothServers, CANARY, files, GONE, goneFile, gonePage, oldFile, pages } from './ground.fixture.ts';

const servers = bothServers(beforeAll, afterAll);
const www = pages.www as Record<string, string>;
const missing = www['/404.html'];
const stranger = '/a-path-nobody-made.html';
const [picture = '', , pdf = ''] = Object.keys(files);
const id = picture.slice(0, picture.lastIndexOf('/'));
/** Other forms of a file's address, and what else lies or might lie in its folder. */
const fileTricks = [
  '/files',
  '/files/',
  id,
  `${id}/`,
  `${id}.html`,
  `${id}/index.html`,
  `${id}/page.html`,
  `${id}/w960.svg`,
  `${id}/.env`,
  `${picture}.gz`,
  `${picture}.part`,
  `${picture}/`,
  `${id}/w960.JPG`,
  `${id}/w960.jpeg`,
  `${id}/W960.jpg`,
  `${id}/w961.jpg`,
  `${id}/w960.jpg%00`,
  `${id}/w960%2ejpg`,
  `${id}/%77960.jpg`,
  `${id}//w960.jpg`,
  `${id}/./w960.jpg`,
  `${id}/../${id.slice(7)}/w960.jpg`,
  `${id}%2fw960.jpg`,
  `/files/../files/${picture.slice(7)}`,
  `/files/..${picture.slice(6)}`,
  `/files/%2e%2e/live/index.html`,
  `/files/../cursor.json`,
  `/files/../live/index.html`,
  `/files${id.slice(6).toUpperCase()}/w960.jpg`,
  `/Files${picture.slice(6)}`,
  `//files${picture.slice(6)}`,
  `/%66iles${picture.slice(6)}`,
  `/files/${'a'.repeat(25)}/w960.jpg`,
  `/files/${'a'.repeat(27)}/w960.jpg`,
  `/files/${'1'.repeat(26)}/w960.jpg`,
  `${pdf.replace('file.pdf', '%E9%80%9A%E7%9F%A5.pdf')}`,
  `${picture};x`,
  `/live${picture}`,
  `/gone${goneFile.slice(0, goneFile.lastIndexOf('/'))}.html`,
  `${goneFile.slice(0, goneFile.lastIndexOf('/'))}.html`,
  `${goneFile.slice(0, goneFile.lastIndexOf('/'))}.html.entry`,
  oldFile,
];
const tricks = [
  ...fileTricks,
  '/notices/8k2m4q0z1a.html.gz',
  '/notices/8K2M4Q0Z1A.html',
  '/Notices/',
  '/notices//',
  '//notices/',
  '//',
  '/notices/./index.html',
  '/notices/../index.html',
  '/notices/%2e%2e/index.html',
  '/%6eotices/',
  '/notices%2Findex.html',
  '/notices/index.html%00',
  '/notices/index.html%00.gz',
  '/notices\\index.html',
  '/..',
  '/../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/%2e%2e/secret.html',
  '/.env',
  '/draft.html',
  '/secret.html',
  '/cursor.json',
  '/trees/0001/index.html',
  '/live/index.html',
  '/sites/www/live/index.html',
  '/gone/notices/7p7p7p7p7p.html',
  '/folder/notices',
  '/notices/7p7p7p7p7p.html.entry',
  '/assets/',
  '/assets/../index.html',
  '/404.html',
  '/index.htm',
  '/index.json',
  '/notices/8k2m4q0z1a',
  '/notices/8k2m4q0z1a.html/',
  '/notices/8k2m4q0z1a.html.part',
  '/news/9x7w5v3t1s.html',
  `/${'a'.repeat(301)}.html`,
  `/${'a/'.repeat(2000)}`,
  '/%',
  '/%zz',
  '/notices/;index.html',
  '/notices/index.html;a=b',
  '/notices/*',
  '/~root/',
];
const consolePaths = [
  '/api/me',
  '/api/sign-in',
  '/console',
  '/console/',
  '/admin',
  '/admin/',
  '/login',
  '/sign-in',
  '/metrics',
  '/health',
  '/wp-login.php',
  '/.git/config',
];

/** Headers that differ from answer to answer whoever asks. */
const heads = (head: string) => head.replace(/\r\nDate: [^\r]*/i, '');

describe.each(['edge', 'nginx'])('%s', (name) => {
  const get = (target: string, more: Parameters<typeof ask>[2] = {}) => servers.get(name, target, more);

  test.each(tricks)('A6 %s is the same 404 as any other', async (target) => {
    const [got, other] = [await get(target), await get(stranger)];
    expect(got.body.includes(CANARY)).toBe(false);
    if (name === 'nginx' && got.status === 400) return; // nginx refuses some before any rule of ours
    expect([got.status, got.body.toString()]).toEqual([404, missing]);
    expect(heads(got.head)).toEqual(heads(other.head));
  });

  test.each(consolePaths)('H1 ZJ-18.3 the console path %s is byte for byte the 404 of a random path', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const [got, other] = [await get(path, { method }), await get(stranger, { method })];
      expect([method, heads(got.head), got.body.toString()]).toEqual([
        method,
        heads(other.head),
        other.body.toString(),
      ]);
    }
  });

  test('A6 a query, a cookie or a header changes no byte', async () => {
    const path = '/notices/8k2m4q0z1a.html';
    for (const query of ['?status=draft', '?preview=1', '?', '?a=%00&b=../..', `?${'x'.repeat(2000)}`])
      expect((await get(path + query)).body.toString(), query).toBe(www[path]);
    const headers = {
      Cookie: '__Host-session=x',
      Authorization: 'Basic YTph',
      'X-Original-URL': '/secret.html',
      Accept: 'application/json',
    };
    expect((await get(path, { headers })).body.toString()).toBe(www[path]);
    expect((await get(stranger, { headers })).body.toString()).toBe(missing);
  });

  test('A6 a range is never a part of the packed bytes: the whole page comes', async () => {
    const got = await get('/notices/8k2m4q0z1a.html', { headers: { Range: 'bytes=0-9' } });
    expect([got.status, got.body.toString()]).toEqual([200, www['/notices/8k2m4q0z1a.html']]);
  });
});

/** Addresses as somebody would try them: pieces of real ones, of the folder's inside, and of tricks, in any order. */
const piece = fc.constantFrom(
  ...[
    'notices',
    'index',
    'index_0',
    '8k2m4q0z1a',
    '7p7p7p7p7p',
    '9x7w5v3t1s',
    'assets',
    'site.0123456789',
    'secret',
    'draft',
  ],
  ...[
    'sites',
    'www',
    'qingxi',
    'live',
    'trees',
    '0001',
    'gone',
    'cursor',
    'hosts',
    'tmp',
    'folder',
    '404',
    'news',
    'x',
  ],
  ...['.html', '.css', '.js', '.json', '.gz', '.entry', '.part', '.env', '.'],
  ...[
    '/',
    '//',
    '/./',
    '/../',
    '\\',
    '%2f',
    '%2e%2e',
    '%2e',
    '%00',
    '%',
    '%c0%ae',
    ';',
    '?',
    '?status=draft',
    '#',
    '~',
    '*',
  ],
  ...['A', 'é', '%E6%96%B0', '\t', '+'],
  ...['files', 'a'.repeat(26), 'e5'.repeat(13), 'w960', 'file', '.jpg', '.docx', '.pdf', '.part', '.svg'],
);
const address = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
  fc
    .constantFrom(...Object.keys(www), ...Object.keys(files), goneFile, oldFile)
    .chain((p) => fc.array(piece, { maxLength: 2 }).map((more) => p + more.join(''))),
);
const asked = fc.record({
  target: address,
  method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS'),
  headers: fc.dictionary(
    fc.constantFrom('Range', 'If-None-Match', 'Cookie', 'Accept-Encoding', 'X-Original-URL', 'X-Rewrite-URL', 'Accept'),
    fc.constantFrom('bytes=0-5', '*', 'gzip', 'gzip;q=0', '/secret.html', 'application/json', 'status=draft'),
    { maxKeys: 3 },
  ),
});

/** What may come out for this address, said from the list of what is public and nothing else. */
function allowed(target: string, method: string): (string | number)[] {
  const usual = usually(target, method);
  return /[^!-~]|%|\.\./.test(target) ? [...usual, 400] : usual; // some of these are refused before any rule
}

function usually(target: string, method: string): (string | number)[] {
  if (method !== 'GET' && method !== 'HEAD') return [405];
  const path = target.split('?')[0] ?? '';
  if (Object.hasOwn(files, path)) return [200, 206, 304];
  const file = path.endsWith('/') ? `${path}index.html` : path;
  if (file === GONE || path === goneFile) return [410];
  if (path !== '/404.html' && Object.hasOwn(www, file)) return [200, 304];
  return Object.hasOwn(www, `${path}/index.html`) && !path.endsWith('/') ? [301] : [404, 400];
}

test.each(['edge', 'nginx'])(
  'A6 no address, method or header gets a byte that is not public from %s',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ target, method, headers }) => {
        fc.pre(!/[\t#]/.test(target) || name === 'edge');
        const got = await servers.get(name, target, { method, headers });
        const text = got.body.toString();
        expect(allowed(target, method), `${method} ${target}`).toContain(got.status);
        expect(got.head + text).not.toContain(CANARY);
        if (got.status === 400) return;
        if (method === 'HEAD' || got.status === 304) expect(text).toBe('');
        else if (got.status === 206) expect(text).toBe(String(files[target.split('?')[0] ?? '']?.subarray(0, 6)));
        else if (got.status === 200) {
          const path = target.split('?')[0] ?? '';
          if (files[path]) expect(got.body.equals(files[path])).toBe(true);
          else expect(text).toBe(www[path.endsWith('/') ? `${path}index.html` : path]);
        } else if (got.status === 404) expect(text).toBe(missing);
        else if (got.status === 410) expect(text).toBe(gonePage);
      }),
      { numRuns: 400 },
    );
  },
  120_000,
);
