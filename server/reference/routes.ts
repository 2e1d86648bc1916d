/** `/openapi.json` and `/reference`: whoever reaches the console may read them, signed in or not. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openapi } from '../contract/openapi/openapi.ts';
import { packageRoot } from '../db/package-root.ts';
import { referencePage } from './page.ts';
import { style } from './style.ts';

const version = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

const headers = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};
/** Nothing on the page runs, and its one style is known by its hash. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export function referenceRoutes(app: Hono): void {
  const document = openapi({ version: version() });
  const json = JSON.stringify(document);
  const page = referencePage(document);
  const paper = { ...headers, 'content-security-policy': policy() };
  app.get('/openapi.json', (c) => c.body(json, 200, { ...headers, 'content-type': 'application/json; charset=utf-8' }));
  app.get('/reference', (c) => c.html(page, 200, paper));
}
