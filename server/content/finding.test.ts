/** Lists by whose they are, the bin, titles used before, and writing after an older text: each within reach. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayMs } from '../../core/day.ts';
import { text } from '../county.fixture.ts';
import { now } from '../now.ts';
import { walker } from '../walk.fixture.ts';
import { bin, binDays, forgetDropped, recoverScratch } from './bin.ts';
import { dropScratch, saveScratch, scratch } from './compose.ts';
import { copyOf } from './copy.ts';
import { mine, type Scope, type Tab } from './mine.ts';
import { titlesUsed } from './titles.ts';

const w = walker();
const person = (name: string) => w.c().person(name);
const listed = (name: string, scope: Scope, tab: Tab, column?: string) =>
  mine(w.db(), person(name), { tab, scope, column, page: 1 }, now());
const titles = async (...args: Parameters<typeof listed>) => (await listed(...args)).items.map(({ title }) => title);
const saved = async (name: string, title: string, column = 'law') => {
  const id = randomUUID();
  const body = { columnId: w.c().column('www', column), body: text(title) };
  expect(await w.c().act(name, 'save', id, 0, body)).toMatchObject({ status: 200 });
  return id;
};
const used = async (name: string, title: string, site = 'www', id: string = randomUUID()) => {
  const columnId = w.c().column(site, site === 'www' ? 'notices' : 'news');
  return (await titlesUsed(w.db(), person(name), { title, columnId, id }, now())).used;
};

test('A10 lists of my unit and of my sites hold what is in reach, with true counts, by column', async () => {
  const draft = await saved('writer', '质量处的草稿');
  await saved('lawyer', '法规处的草稿', 'notices');
  await w.sent('law', { title: '质量处送审' });
  expect(await titles('colleague', 'mine', 'draft')).toEqual([]);
  expect(await titles('colleague', 'unit', 'draft')).toEqual(['质量处的草稿']);
  expect(await titles('head', 'unit', 'review')).toEqual(['质量处送审']);
  expect((await titles('webmaster', 'sites', 'draft')).toSorted()).toEqual(['法规处的草稿', '质量处的草稿']);
  expect(await titles('branchAdmin', 'sites', 'draft')).toEqual([]);
  expect(await titles('head', 'sites', 'review')).toEqual([]);
  const law = w.c().column('www', 'law');
  expect(await titles('webmaster', 'sites', 'draft', law)).toEqual(['质量处的草稿']);
  const all = await listed('webmaster', 'sites', 'draft');
  expect([all.scopes, all.columns.map(({ id }) => id).includes(law)]).toEqual([['mine', 'unit', 'sites'], true]);
  expect(
    [all.counts, (await listed('webmaster', 'sites', 'draft', law)).counts].map(({ draft: d, review }) => [d, review]),
  ).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect((await listed('colleague', 'unit', 'draft')).scopes).toEqual(['mine', 'unit']);
  await w.c().act('writer', 'discard', draft, 1);
  expect((await listed('colleague', 'unit', 'draft')).counts).toMatchObject({ draft: 0 });
});

test('what was given up lies in the bin with who did it; a writer of the unit takes it back, nobody else', async () => {
  const id = await saved('writer', '不要的稿件');
  await w.c().act('colleague', 'discard', id, 1);
  const bins = async (name: string) =>
    (await bin(w.db(), person(name), 1, now())).items.filter((one) => one.placementId === id);
  expect(await bins('head')).toMatchObject([{ title: '不要的稿件', stateName: '已放弃', by: { name: 'colleague' } }]);
  expect(await bins('branchWriter')).toEqual([]);
  const body = { columnId: w.c().column('www', 'law'), body: text('不要的稿件') };
  for (const verb of ['save', 'submit'])
    expect(await w.c().act('writer', verb, id, 2, body)).toMatchObject({ status: 409, body: { code: 'discarded' } });
  expect(await w.c().act('head', 'recover', id, 2)).toMatchObject({ status: 409, body: { code: 'not_your_role' } });
  expect(await w.c().act('branchWriter', 'recover', id, 2)).toMatchObject({ status: 404 });
  expect(await w.c().act('writer', 'recover', id, 2)).toMatchObject({
    status: 200,
    body: { stateName: '草稿', discarded: false },
  });
  expect(await w.c().act('writer', 'recover', id, 3)).toMatchObject({ status: 409, body: { code: 'not_discarded' } });
  expect([await bins('head'), await titles('colleague', 'unit', 'draft')]).toEqual([[], ['不要的稿件']]);
  expect(await w.c().act('writer', 'submit', id, 3, body)).toMatchObject({ status: 200 });
});

test('B5 what was public is never taken back from anywhere: it comes back by its whole chain only', async () => {
  const id = await w.published();
  const { version } = await w.at(id);
  expect(await w.c().act('writer', 'discard', id, version)).toMatchObject({ body: { code: 'was_public' } });
  const gone = await w.c().act('writer', 'withdraw', id, version, { everywhere: true, type: 'error', words: '写错了' });
  expect(gone).toMatchObject({ status: 200 });
  const actions = (gone.body as { actions: { verb: string }[] }).actions.map(({ verb }) => verb);
  expect(actions).not.toContain('recover');
  expect(await w.c().act('writer', 'recover', id, version + 1)).toMatchObject({
    status: 409,
    body: { code: 'was_public' },
  });
});

test('a dropped draft can be taken back for thirty days by whoever wrote it, and is then forgotten', async () => {
  const [id, at] = [randomUUID(), now()];
  const kept = { body: { title: '随手写的' }, columnIds: [] };
  await saveScratch(w.db(), person('writer'), id, kept, at);
  await dropScratch(w.db(), person('writer'), id, at);
  const read = async () => (await scratch(w.db(), person('writer'), id)).body;
  const drafts = async (name: string, when = at) =>
    (await bin(w.db(), person(name), 1, when)).drafts.map(({ title }) => title);
  const later = (days: number) => new Date(at.getTime() + days * dayMs);
  expect([await read(), await drafts('writer'), await drafts('colleague')]).toEqual([null, ['随手写的'], []]);
  await recoverScratch(w.db(), person('colleague'), id, at);
  await recoverScratch(w.db(), person('writer'), id, later(binDays));
  expect([await read(), await drafts('writer', later(binDays))]).toEqual([null, []]);
  await forgetDropped(w.db(), later(binDays - 1));
  await recoverScratch(w.db(), person('writer'), id, later(binDays - 1));
  expect(await read()).toEqual({ title: '随手写的' });
  await dropScratch(w.db(), person('writer'), id, at);
  await forgetDropped(w.db(), later(binDays));
  await recoverScratch(w.db(), person('writer'), id, at);
  expect(await read()).toBeNull();
});

test('a title of this site is known again whatever its blanks, width and punctuation; of another site, or one’s own, not', async () => {
  const id = await w.sent('law', { title: '关于做好2026年“安全生产”工作的通知' });
  const [hit, ...none] = await used('colleague', '关于做好２０２６年 安全生产 工作的通知。');
  expect(none).toEqual([]);
  expect(hit).toMatchObject({
    placementId: id,
    near: true,
    title: '关于做好2026年“安全生产”工作的通知',
    stateName: '送审中',
  });
  expect(await used('colleague', '关于做好2026年安全生产工作的报告')).toEqual([]);
  expect(await used('writer', '关于做好2026年“安全生产”工作的通知', 'www', id)).toEqual([]);
  expect(await used('branchWriter', '关于做好2026年“安全生产”工作的通知', 'yunxi')).toEqual([]);
  expect(await used('writer', '。！——')).toEqual([]);
});

test('A10 a title on its way elsewhere is not told to who can not see it; a public one is, with its address', async () => {
  await w.sent('law', { title: '内部酝酿的标题' });
  expect([await used('lawyer', '内部酝酿的标题'), (await used('head', '内部酝酿的标题')).length]).toEqual([[], 1]);
  const id = await w.published();
  const [title = ''] = await titles('writer', 'mine', 'published');
  expect(await used('lawyer', title)).toMatchObject([{ placementId: id, near: false, stateName: '已发布' }]);
});

test('A7 a copy takes over text, facets and column of what is in reach; of another’s only what is public, and none of its files', async () => {
  const facets = { reach: 'bureau', weight: 'important', sensitive: 'no' } as const;
  const id = await w.sent('law', {
    title: '年度检查通知',
    kind: 'notice',
    facets,
    html: '<p>请各处室<strong>自查</strong>。</p>',
  });
  const copy = (name: string, of = id) => copyOf(w.db(), person(name), of, now());
  expect(await copy('colleague')).toMatchObject({
    body: {
      title: '年度检查通知',
      kind: 'notice',
      facets,
      html: '<p>请各处室<strong>自查</strong>。</p>',
      original: null,
    },
    columnId: w.c().column('www', 'law'),
    missing: 0,
  });
  expect([await copy('lawyer'), await copy('branchWriter'), await copy('writer', randomUUID())]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const open = await w.published();
  await w.revised(open, '还没公开的改法');
  expect((await copy('lawyer', open))?.body.title).not.toBe('还没公开的改法');
  expect((await copy('colleague', open))?.body.title).toBe('还没公开的改法');
});
