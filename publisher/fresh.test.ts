/** One batch may hold the whole beginning of an article's life: published, then changed, before anything of it is served. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freshDatabase } from '../server/db/testing.ts';
import { fast, outlet, page, watched } from './outlet.fixture.ts';
import { town } from './town.fixture.ts';

test('A12 an article that is published and changed in one batch is linked to only once its page is there', async () => {
  const pg = await freshDatabase();
  onTestFinished(() => pg.drop());
  const t = await town(pg.pool);
  const folder = mkdtempSync(join(fast, 'menhu-fresh-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const neighbour = await t.add({ site: 'www', column: 'notices' });
  const first = outlet(pg.pool, { folder });
  await first.publisher.settle();
  await first.close();

  const added = await t.add({ site: 'www', column: 'notices' });
  await t.publish(added, { title: '当天就改了的' });
  const path = `/notices/${added.publicNo}.html`;
  const tooEarly: string[] = [];
  const look = (call: string, at: string) => {
    const linked = ['/index.html', '/notices/index.html', `/notices/${neighbour.publicNo}.html`].filter((from) =>
      page(folder, 'www', from)?.includes(path),
    );
    if (linked.length > 0 && !page(folder, 'www', path)) tooEarly.push(`before ${call} ${at}: ${linked}`);
  };
  const second = outlet(pg.pool, { folder, cluster: watched(folder, look) });
  await second.publisher.settle();
  await second.close();
  expect(tooEarly).toEqual([]);
  expect(page(folder, 'www', `/notices/${neighbour.publicNo}.html`)).toContain(path);
  expect(page(folder, 'www', path)).toContain('当天就改了的');
});
