/** A folder with two small sites and things that must never go out; the edge program and nginx on it, as real processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { edgeFolder } from '../publisher/files.ts';

/** Stands in everything that is on the disk and not public. */
export const CANARY = 'not-for-the-public-51c7';

export const pages: Record<string, Record<string, string>> = {
  www: {
    '/index.html': '<!doctype html><title>主站首页</title>',
    '/404.html': '<!doctype html><title>没有这个页面</title><p>主站的 404 页</p>',
    '/notices/index.html': '<!doctype html><title>通知公告</title>',
    '/notices/index_0.html': '<!doctype html><title>较早的通知</title>',
    '/notices/8k2m4q0z1a.html': `<!doctype html><title>一件通知</title>${'<p>正文</p>'.repeat(400)}`,
    '/assets/site.0123456789.css': 'body{margin:0}',
    '/assets/site.0123456789.js': 'void 0',
  },
  qingxi: {
    '/index.html': '<!doctype html><title>镇所首页</title>',
    '/404.html': '<!doctype html><title>没有这个页面</title><p>镇所的 404 页</p>',
    '/news/9x7w5v3t1s.html': '<!doctype html><title>只在镇所</title>',
  },
};
export const GONE = '/notices/7p7p7p7p7p.html';
/** Pictures and attachments of www, as they are. `goneFile` was withdrawn with the page, `oldFile` dropped by an update. */
export const files: Record<string, Buffer> = {
  [`/files/${'a'.repeat(26)}/w960.jpg`]: Buffer.from(`picture ${'p'.repeat(3000)}`),
  [`/files/${'a'.repeat(26)}/w480.jpg`]: Buffer.from('small picture'),
  [`/files/${'b2'.repeat(13)}/file.pdf`]: Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 251)),
  [`/files/${'c3'.repeat(13)}/file.csv`]: Buffer.from('市场,台数\n城关,14\n'),
  [`/files/${'d'.repeat(26)}/file.jpg`]: Buffer.from('a photograph to be saved'),
};
export const goneFile = `/files/${'e5'.repeat(13)}/file.docx`;
export const oldFile = `/files/${'f6'.repeat(13)}/w960.png`;
export const othersFile = `/files/${'g7'.repeat(13)}/file.pdf`;
export const gonePage = '<!doctype html><title>该信息已撤下</title><dd>内容有误</dd>';

export async function ground(): Promise<{ folder: string; remove: () => void }> {
  const outer = mkdtempSync(join(tmpdir(), 'menhu-edge-'));
  chmodSync(outer, 0o755);
  const folder = join(outer, 'edge');
  const cluster = edgeFolder(folder);
  for (const [label, files] of Object.entries(pages)) {
    const site = cluster.site(label);
    const tree = await site.fresh();
    for (const [path, text] of Object.entries(files)) await tree.put(path, Buffer.from(text), 5);
    await tree.commit({ to: 5, fingerprint: CANARY });
  }
  await putFiles(cluster);
  await cluster.site('www').live.gone(GONE, Buffer.from(gonePage), 6);
  await cluster.hosts({ '127.0.0.1': 'www', 'www.localhost': 'www', 'qingxi.localhost': 'qingxi' });
  writeFileSync(join(outer, 'secret.html'), CANARY);
  const inFiles = (name: string) => `files/${'a'.repeat(26)}/${name}`;
  for (const name of [
    'secret.html',
    'draft.html.gz',
    'trees/0001/notices/8k2m4q0z1a.html.gz.part',
    '.env',
    'gone/notices/x.entry',
    ...['.env', 'w960.jpg.gz', 'w960.jpg.part', 'index.html', 'page.html', 'page.html.gz', 'w960.svg'].map(inFiles),
  ])
    writeFileSync(join(folder, 'sites/www', name), CANARY);
  mkdirSync(join(folder, 'sites/admin'), { recursive: true });
  return { folder, remove: () => rmSync(outer, { recursive: true, force: true }) };
}

async function putFiles(cluster: ReturnType<typeof edgeFolder>): Promise<void> {
  const put = async (label: string, path: string, bytes: Buffer) => {
    const [, , id = '', name = ''] = path.split('/');
    const file = { id, kind: 'document' as const, name, type: '', pieces: [{ name, sha256: '', size: bytes.length }] };
    await cluster.site(label).live.putFile(file, 5, async () => bytes);
    return id;
  };
  const { live } = cluster.site('www');
  for (const [path, bytes] of Object.entries(files)) await put('www', path, bytes);
  await put('qingxi', othersFile, Buffer.from(CANARY));
  const withdrawn = await put('www', goneFile, Buffer.from(CANARY));
  const dropped = await put('www', oldFile, Buffer.from(CANARY));
  await live.takeFiles([
    { id: withdrawn, entry: 6, page: Buffer.from(gonePage) },
    { id: dropped, entry: 6, page: null },
  ]);
}

export type Reply = { status: number; head: string; headers: Record<string, string>; body: Buffer };

/** Bytes on a socket: no client library mends the address first. `host` null leaves the header away. */
export function ask(
  port: number,
  target: string,
  { method = 'GET', host = `127.0.0.1:${port}`, headers = {} as Record<string, string> } = {},
): Promise<Reply> {
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close'];
  for (const [k, v] of Object.entries(headers)) lines.push(`${k}: ${v}`);
  return raw(port, `${lines.join('\r\n')}\r\n\r\n`);
}

export function raw(port: number, bytes: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const parts: Buffer[] = [];
    socket.setTimeout(20_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (d) => parts.push(d));
    socket.on('error', reject);
    socket.on('close', () => resolve(parse(Buffer.concat(parts))));
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

function parse(all: Buffer): Reply {
  const end = all.indexOf('\r\n\r\n');
  const head = all.subarray(0, Math.max(0, end)).toString('latin1');
  const [first = '', ...rest] = head.split('\r\n');
  const headers = Object.fromEntries(
    rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const bytes = all.subarray(end + 4);
  const whole = headers['transfer-encoding'] === 'chunked' ? unchunk(bytes) : bytes;
  const body = headers['content-encoding'] === 'gzip' && whole.length > 0 ? gunzipSync(whole) : whole;
  return { status: Number(first.split(' ')[1] ?? 0), head, headers, body };
}

function unchunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (!(size > 0)) break;
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

export type Running = { port: number; child: ChildProcess; stop: () => Promise<void> };

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** The edge as it is started in earnest: a process of its own that ends with its standard input. */
export async function startEdge(folder: string, port = 0): Promise<Running> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, '--port', String(port), '--data', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (d) => resolve(String(d)));
    child.once('exit', (code) => reject(new Error(`edge ended with ${code}`)));
  });
  const stop = async () => {
    child.stdin?.end();
    await ended(child);
  };
  return { port: (JSON.parse(line) as { ready: number }).ready, child, stop };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });

/** nginx with `edge/nginx.conf` filled in for this folder, in the foreground. */
export async function startNginx(folder: string): Promise<Running> {
  const port = await freePort();
  const place = mkdtempSync(join(tmpdir(), 'menhu-nginx-'));
  const hosts = JSON.parse(readFileSync(join(folder, 'hosts.json'), 'utf8')) as Record<string, string>;
  const template = readFileSync(fileURLToPath(new URL('./nginx.conf', import.meta.url)), 'utf8');
  const pairs = Object.entries(hosts).map(([host, label]) => `${host} ${label};`);
  const server = template
    .replaceAll('EDGE', folder)
    .replaceAll('PORT', String(port))
    .replace('default ""; HOSTS', `default ""; ${pairs.join(' ')}`);
  writeFileSync(
    join(place, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; worker_processes 1; pid ${place}/pid; error_log stderr crit;
     events {} http { access_log off; types { text/html html; text/css css; text/javascript js; }
     client_body_temp_path ${place}/b; proxy_temp_path ${place}/p; fastcgi_temp_path ${place}/f;
     uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;\n${server}\n}`,
  );
  const child = spawn('/usr/sbin/nginx', ['-c', join(place, 'nginx.conf'), '-p', place], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let i = 0; ; i++) {
    const there = await ask(port, '/').then(
      () => true,
      () => false,
    );
    if (there) break;
    if (i > 200 || child.exitCode !== null) throw new Error('nginx did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
    rmSync(place, { recursive: true, force: true });
  };
  return { port, child, stop };
}

/** Both servers on one ground, for the tests of a file. */
export function bothServers(beforeAll: (f: () => Promise<void>) => void, afterAll: (f: () => Promise<void>) => void) {
  let place: Awaited<ReturnType<typeof ground>>;
  const running: Record<string, Running> = {};
  beforeAll(async () => {
    place = await ground();
    running.edge = await startEdge(place.folder);
    running.nginx = await startNginx(place.folder);
  });
  afterAll(async () => {
    for (const r of Object.values(running)) await r.stop();
    place.remove();
  });
  const of = (name: string) => running[name] as Running;
  return {
    of,
    folder: () => place.folder,
    get: (name: string, ...[target, more]: [string, Parameters<typeof ask>[2]?]) => ask(of(name).port, target, more),
  };
}
