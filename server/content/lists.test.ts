/** What the console's lists and history say of a published article. */
import { expect, test } from 'vitest';
import { now } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { setOrigins } from './address.ts';
import { mine } from './mine.ts';
import { placementView } from './view.ts';

const w = walker();

test('a published line of 我的稿件 has the address that the public finds it at; one in review has none', async () => {
  setOrigins((label) => `http://${label}.test`);
  const id = await w.published();
  const waiting = await w.sent();
  const published = await mine(w.db(), w.c().person('writer'), { tab: 'published', scope: 'mine', page: 1 }, now());
  expect(published.items.find((line) => line.placementId === id)?.address).toMatch(
    /^http:\/\/www\.test\/law\/\w{10}\.html$/,
  );
  const review = await mine(w.db(), w.c().person('writer'), { tab: 'review', scope: 'mine', page: 1 }, now());
  expect(review.items.find((line) => line.placementId === waiting)).toMatchObject({ stateName: '送审中' });
  expect(review.items.find((line) => line.placementId === waiting)).not.toHaveProperty('address');
});

test('the history names each post as the regulation of its unit does', async () => {
  const id = await w.sent('law', { facets: { reach: 'section', weight: 'important', sensitive: 'no' } });
  for (const name of ['head', 'officeHead', 'secrecy', 'main']) await w.approve(name, id);
  const view = await placementView(w.db(), id, w.c().person('writer'), now());
  expect(view?.history.map((line) => line.post)).toEqual([
    '主办人员',
    '处室负责人',
    '办公室领导',
    '保密审查员',
    '局主要领导',
  ]);
});
