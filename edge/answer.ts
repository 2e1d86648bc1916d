/** One request in, one answer out: status, headers, bytes. The same headers of protection stand on every status. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { hostName, read, typeOf } from './address.ts';
import type { Folder } from './folder.ts';

const unzip = promisify(gunzip);

export type Asked = {
  readonly method: string;
  readonly target: string;
  readonly host: string | undefined;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
};
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const protection: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A page may be kept but is asked for again each time: its stated age is 0, so a withdrawal is seen at once. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** The name of an asset carries its content's hash. */
const KEEP = 'public, max-age=31536000, immutable';

const page = (title: string): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  );
const plain = {
  400: page('请求有误'),
  404: page('没有这个页面'),
  405: page('不支持这种请求方法'),
  431: page('请求头太长'),
  503: page('暂时无法访问，请稍后再试'),
} as const;

/** An answer without the site's own page: the same bytes for every path. */
export function plainAnswer(status: keyof typeof plain, more: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { ...protection, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': ASK_AGAIN, ...more },
    body: plain[status],
  };
}

/** Does the client take gzip? `gzip;q=0` says no. */
function takesGzip(header: string | undefined): boolean {
  const found = /(?:^|[,\s])gzip\s*(?:;\s*q=([\d.]+))?\s*(?:,|$)/i.exec(header ?? '');
  return found !== null && (found[1] === undefined || Number(found[1]) > 0);
}

const matches = (header: string | undefined, tag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((t) => t.trim() === tag));

async function send(asked: Asked, status: number, type: string, packed: Buffer, cache: string): Promise<Answer> {
  const tag = `W/"${createHash('sha256').update(packed).digest('hex').slice(0, 20)}"`;
  const shared = { ...protection, 'Cache-Control': cache, Vary: 'Accept-Encoding' };
  if (status === 200 && matches(asked.ifNoneMatch, tag))
    return { status: 304, headers: { ...shared, ETag: tag }, body: Buffer.alloc(0) };
  const headers = { ...shared, 'Content-Type': type, ...(status === 200 ? { ETag: tag } : {}) };
  if (takesGzip(asked.acceptEncoding))
    return { status, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: packed };
  return { status, headers, body: await unzip(packed) };
}

const HTML = typeOf('.html');

async function missing(folder: Folder, site: string, asked: Asked): Promise<Answer> {
  const own = (await folder.missing(site)) ?? gzipSync(plain[404]);
  return send(asked, 404, HTML, own, ASK_AGAIN);
}

export async function answer(folder: Folder, asked: Asked): Promise<Answer> {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return plainAnswer(405, { Allow: 'GET, HEAD' });
  const host = hostName(asked.host);
  const site = host === undefined ? undefined : await folder.siteOf(host);
  if (site === undefined) return plainAnswer(404);
  const named = read(asked.target);
  if (!named) return missing(folder, site, asked);
  if ('folder' in named) {
    if (!(await folder.page(site, `${named.folder}/index.html`))) return missing(folder, site, asked);
    const headers = { ...protection, Location: `${named.folder}/`, 'Cache-Control': ASK_AGAIN };
    return { status: 301, headers, body: Buffer.alloc(0) };
  }
  const found = await folder.page(site, named.file);
  if (found) return send(asked, 200, typeOf(named.file), found, named.file.startsWith('/assets/') ? KEEP : ASK_AGAIN);
  const gone = await folder.gone(site, named.file);
  return gone ? send(asked, 410, HTML, gone, ASK_AGAIN) : missing(folder, site, asked);
}
