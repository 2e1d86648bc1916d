/** The reference page: whole, static, and read by anybody who reaches the console. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { openapi } from '../contract/openapi/openapi.ts';
import { examples } from './examples.ts';
import { words } from './html.ts';
import { referencePage } from './page.ts';
import { referenceRoutes } from './routes.ts';

const document = openapi({ version: '0.1.0' });
const page = referencePage(document);
const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);

test('every endpoint, view and example has its place, and every link of the page leads to one', () => {
  expect(new Set(ids).size).toBe(ids.length);
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((o) => o.operationId),
  );
  const wanted = [
    ...operations,
    ...Object.keys(document.components.schemas).map((name) => `schema-${name}`),
    ...examples.map((_, i) => `example-${i + 1}`),
  ];
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href as string);
  expect(links.filter((href) => href !== '/openapi.json' && !ids.includes(href.slice(1)))).toEqual([]);
});

test('G5 it has no script, no handler and no style of its own beside the one that its policy names by its hash', async () => {
  expect(page).not.toMatch(/<script|<[^>]*\s(on\w+|style)=|href="javascript:/i);
  expect(page.match(/<style>/g)).toHaveLength(1);
  const app = new Hono();
  referenceRoutes(app);
  const got = await app.request('/reference');
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect(got.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; /);
  expect(await (await app.request('/openapi.json')).json()).toMatchObject({
    openapi: '3.1.1',
    info: { title: '门户接口' },
  });
});

test('what is put in is escaped', () => {
  expect(words('a < b `x<y` **强** [#errors 出错]')).toBe(
    'a &lt; b <code>x&lt;y</code> <strong>强</strong> <a href="#errors">出错</a>',
  );
});
