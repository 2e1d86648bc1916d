/** One request in, one answer out: status, headers, bytes. The same headers of protection stand on every status. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { hostName, read, typeOf } from './address.ts';
import type { Folder } from './folder.ts';
import { keptAnswer } from './kept.ts';
import { type Answer, ASK_AGAIN, type Asked, missingPage, plainAnswer, protection } from './plain.ts';

const unzip = promisify(gunzip);

/** The name of an asset carries its content's hash. */
const KEEP = 'public, max-age=31536000, immutable';

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
  const own = (await folder.missing(site)) ?? gzipSync(missingPage);
  return send(asked, 404, HTML, own, ASK_AGAIN);
}

export async function answer(folder: Folder, asked: Asked): Promise<Answer> {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return plainAnswer(405, { Allow: 'GET, HEAD' });
  const host = hostName(asked.host);
  const site = host === undefined ? undefined : await folder.siteOf(host);
  if (site === undefined) return plainAnswer(404);
  const named = read(asked.target);
  if (!named) return missing(folder, site, asked);
  if ('kept' in named) {
    const kept = await folder.kept(site, named.kept);
    if (kept) return keptAnswer(asked, named.kept, kept);
    const gone = await folder.gone(site, `/files/${named.id}.html`);
    return gone ? send(asked, 410, HTML, gone, ASK_AGAIN) : missing(folder, site, asked);
  }
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
