/** The console's files, from the built folder, under a policy without unsafe-inline: each page gets a nonce of its own. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
type File = { readonly type: string; readonly bytes: Buffer; readonly gz: Buffer | undefined };

/** Read once: the built console is a few megabytes and doesn't change while the program runs. */
function load(folder: string): Map<string, File> {
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const full = join(entry.parentPath, entry.name);
    const bytes = readFileSync(full);
    files.set(full.slice(folder.length).replaceAll('\\', '/'), {
      type,
      bytes,
      gz: /^(text|image\/svg)/.test(type) ? gzipSync(bytes, { level: 9 }) : undefined,
    });
  }
  return files;
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

export function consoleFiles(app: Hono, folder: string, demo: boolean): void {
  const files = load(folder);
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace('__DEMO__', demo ? 'yes' : 'no');
  app.use('*', async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
    // A preview stands in a frame of the console; its own policy says so.
    c.header('x-frame-options', c.req.path.startsWith('/preview/') ? 'SAMEORIGIN' : 'DENY');
    c.header('cross-origin-opener-policy', 'same-origin');
    if (!c.res.headers.has('content-security-policy'))
      c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
  app.get('/assets/*', (c) => {
    const file = files.get(c.req.path);
    if (!file) return c.text('404', 404);
    const gz = file.gz && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? file.gz : undefined;
    const headers = {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(gz ? { 'content-encoding': 'gzip' } : {}),
    };
    return c.body(new Uint8Array(gz ?? file.bytes), 200, headers);
  });
  app.get('*', (c) => {
    const nonce = randomBytes(16).toString('base64');
    c.header('content-security-policy', policy(nonce));
    c.header('cache-control', 'no-store');
    return c.html(page.replaceAll('__NONCE__', nonce));
  });
}
