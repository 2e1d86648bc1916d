/** Builds and serves the page with nothing but the editor, under the console's own policy. Files of ours are one small picture. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export type EditorPage = { readonly address: string; readonly folder: string; readonly stop: () => Promise<void> };

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
/** One grey pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNobGwEAAEuAJfN0cXfAAAAAElFTkSuQmCC',
  'base64',
);

const page = (nonce: string, styles: readonly string[]) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csp-nonce" content="${nonce}"><title>编辑器</title>
${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('')}</head>
<body><div id="root"></div><script type="module" src="/page.js"></script></body></html>`;

const policy = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'`;

export async function startEditorPage(): Promise<EditorPage> {
  const folder = mkdtempSync(join(tmpdir(), 'editor-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../admin', import.meta.url)),
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        input: fileURLToPath(new URL('../admin/editor/trial/page.fixture.tsx', import.meta.url)),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  const assets = readdirSync(join(folder, 'assets'));
  const styles = assets.filter((file) => file.endsWith('.css')).map((file) => `assets/${file}`);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/') {
      const nonce = randomBytes(12).toString('base64');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(nonce) });
      return response.end(page(nonce, styles));
    }
    if (path.startsWith('/files/')) return response.writeHead(200, { 'content-type': 'image/png' }).end(pixel);
    if (path !== '/page.js' && !assets.includes(path.slice('/assets/'.length))) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
      .end(readFileSync(join(folder, path)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    folder,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
