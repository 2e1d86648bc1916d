/**
 * Parts of the whole product are killed at random moments while people send, approve, publish and withdraw. What was
 * answered must be there afterwards, and nothing else may be public. `MENHU_KILLS` asks for more than the usual twelve.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCanary, searchFolder } from '../tools/canary.ts';
import { type Part, Product } from './product.fixture.ts';

const kills = Number(process.env.MENHU_KILLS ?? 12);
const product = new Product();
beforeAll(() => product.start(), 300_000);
afterAll(() => product.stop(), 60_000);

type Api = Awaited<ReturnType<Product['as']>>;
type Made = { readonly marker: string; readonly path: string; state: 'published' | 'withdrawn' };
const made: Made[] = [];
const hidden: string[] = [];

/** One article by three people, to the public page and sometimes off it again. Each answer is believed. */
async function article(writer: Api, head: Api, secrecy: Api, columnId: string, n: number): Promise<void> {
  const { marker } = makeCanary();
  const id = randomUUID();
  const facets = { reach: 'section', weight: 'general', sensitive: 'no' } as const;
  const body = { kind: 'news', title: marker, source: '质量处', author: '某人', text: marker, facets } as const;
  hidden.push(marker);
  await writer.content.submit({ id, version: 0, key: randomUUID(), columnId, body });
  if (n % 4 === 3) return; // stays in review
  for (const reviewer of [head, secrecy]) {
    const seen = await reviewer.content.placement({ id });
    await reviewer.content.approve({
      id,
      version: seen.version,
      key: randomUUID(),
      step: seen.run?.step ?? -1,
      hash: seen.shown.hash,
    });
  }
  const seen = await writer.content.placement({ id });
  await writer.content.publish({ id, version: seen.version, key: randomUUID(), hash: seen.shown.hash });
  hidden.splice(hidden.indexOf(marker), 1);
  const live = await writer.content.placement({ id });
  expect(live.state).toBe('published');
  const one: Made = { marker, path: new URL(live.address ?? '').pathname, state: 'published' };
  made.push(one);
  if (n % 3 !== 2) return;
  await writer.content.withdraw({ id, version: live.version, key: randomUUID(), type: 'error', words: '数字有误' });
  one.state = 'withdrawn';
}

const parts: readonly Part[] = ['inside', 'postgres', 'edge', 'start', 'inside', 'postgres'];
const signals: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGKILL', 'SIGINT'];

async function eventually(says: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200)) if (await says()) return true;
  return false;
}

test('D1 A12 what was answered survives the kill of any process, and nothing half done is public', {
  timeout: 600_000,
}, async () => {
  const [writer, head, secrecy] = await Promise.all(
    ['linxiaolan', 'zhangweiming', 'hejingyi'].map((login) => product.as(login)),
  );
  if (!writer || !head || !secrecy) throw new Error('nobody signed in');
  const { sites } = await writer.content.compose({});
  const columnId = sites[0]?.columns.find((column) => column.name === '质监动态')?.id ?? '';
  let over = false;
  const work = (async () => {
    for (let n = 0; !over || n < 8; n++) await article(writer, head, secrecy, columnId, n);
  })();
  for (let i = 0; i < kills; i++) {
    await sleep(200 + ((i * 7919) % 1500)); // spread over a whole article and its publication
    const part = parts[i % parts.length] ?? 'inside';
    await product.kill(part, part === 'start' ? (signals[i % signals.length] ?? 'SIGKILL') : 'SIGKILL');
  }
  over = true;
  await work;
  expect(made.length).toBeGreaterThan(4);
  for (const { path, marker, state } of made) {
    const wanted = state === 'published' ? 200 : 410;
    expect([path, await eventually(async () => (await product.page(path)).status === wanted)]).toEqual([path, true]);
    if (state === 'published') expect((await product.page(path)).text).toContain(marker);
  }
  for (const marker of hidden) expect(searchFolder(makeCanary(marker), join(product.data, 'edge'))).toEqual([]);
  const list = (await product.page('/home-news/')).text;
  for (const { path, state } of made) if (state === 'withdrawn') expect(list).not.toContain(path);
  for (const [, link] of list.matchAll(/href="(\/home-news\/\w+\.html)"/g))
    expect([link, (await product.page(link ?? '')).status]).toEqual([link, 200]);
});
