/** 查找 as a person of one unit and as one of another: what is in reach or public is found, nothing else (A10). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { plain } from '../../../core/find.ts';
import { text } from '../../county.fixture.ts';
import { openPool } from '../../db/client.ts';
import { now } from '../../now.ts';
import { walker } from '../../walk.fixture.ts';
import { find } from './find.ts';

const w = walker();
type Narrowed = Partial<Parameters<typeof find>[2]>;
const ask = (name: string, q: string, more: Narrowed = {}) =>
  find(w.db(), w.c().person(name), { q, scope: 'all', page: 1, ...more }, now());
const words = (pieces: readonly { text: string; hit: boolean }[]) =>
  pieces.map((p) => (p.hit ? `[${p.text}]` : p.text)).join('');
const titles = async (name: string, q: string, more: Narrowed = {}) =>
  (await ask(name, q, more)).articles.map(({ title }) => title.map((piece) => piece.text).join(''));
const counts = async (name: string, q: string) =>
  Object.fromEntries((await ask(name, q)).parts.map(({ scope, count }) => [scope, count]));
const publishedOn = async (more: Parameters<typeof text>[1]) => {
  const id = await w.sent('law', more);
  await w.approve('head', id);
  await w.approve('secrecy', id);
  expect(await w.publish('writer', id)).toMatchObject({ status: 200 });
  return id;
};

test('A10 a text on its way is found by its unit and by whoever its chain names, and by nobody else', async () => {
  await w.sent('law', { title: '凤凰山试点方案', html: '<p>尚未公开的杜鹃花数据。</p>' });
  for (const name of ['writer', 'colleague', 'head', 'secrecy', 'webmaster'])
    expect([name, await titles(name, '杜鹃花')]).toEqual([name, ['凤凰山试点方案']]);
  for (const name of ['branchWriter', 'branchLeader', 'lawyer'])
    expect([
      name,
      await titles(name, '杜鹃花'),
      await titles(name, '凤凰山'),
      (await ask(name, '凤凰山试点方桉')).alike,
    ]).toEqual([name, [], [], []]);
});

test('A10 of another unit only the public revision is found: not the words of a newer one, nor that there is one', async () => {
  const id = await publishedOn({ title: '白鹭湖开放公告', html: '<p>每天八点开放。</p>' });
  await w.c().act('writer', 'submit', id, (await w.at(id)).version, {
    columnId: w.c().column('www', 'law'),
    body: text('白鹭湖关闭公告', { html: '<p>白鹭湖因检修关闭。</p>' }),
  });
  expect(await titles('branchWriter', '白鹭湖')).toEqual(['白鹭湖开放公告']);
  expect(await titles('branchWriter', '检修')).toEqual([]);
  const [line] = (await ask('branchWriter', '八点')).articles;
  expect(line).toMatchObject({ near: false, stateName: '已发布' });
  expect(await titles('branchWriter', '白鹭湖', { state: 'review' })).toEqual([]);
  expect(await titles('branchWriter', '白鹭湖', { state: 'published' })).toEqual(['白鹭湖开放公告']);
  expect(await titles('colleague', '白鹭湖')).toEqual(['白鹭湖关闭公告']);
  expect((await ask('colleague', '检修')).articles[0]).toMatchObject({ near: true, stateName: '已发布，修改稿送审中' });
  expect(await titles('colleague', '白鹭湖', { state: 'review' })).toEqual(['白鹭湖关闭公告']);
});

test('a withdrawn text is found by its unit only; one that was given up by nobody until that state is asked for', async () => {
  const gone = await publishedOn({ title: '云雀路封闭' });
  await w
    .c()
    .act('writer', 'withdraw', gone, (await w.at(gone)).version, { everywhere: true, type: 'error', words: '写错了' });
  expect([await titles('writer', '云雀路'), await titles('branchWriter', '云雀路')]).toEqual([['云雀路封闭'], []]);
  const id = randomUUID();
  await w.c().act('writer', 'save', id, 0, { columnId: w.c().column('www', 'law'), body: text('云雀路草稿') });
  await w.c().act('writer', 'discard', id, 1);
  expect(await titles('writer', '云雀路')).toEqual(['云雀路封闭']);
  expect(await titles('writer', '云雀路', { state: 'discarded' })).toEqual(['云雀路草稿']);
  expect(await titles('branchWriter', '云雀路', { state: 'discarded' })).toEqual([]);
});

test('what is typed is looked for as it is: signs of patterns, widths, blanks, tags and entities', async () => {
  await w.sent('law', {
    title: '完成率100%的A_B方案\\甲',
    html: '<p>第<strong>一</strong>季度 增长 ＡＢＣ &lt;甲&gt; &amp; 乙。</p>',
  });
  const title = ['完成率100%的A_B方案\\甲'];
  for (const q of [
    '100%',
    'a_b',
    '方案\\甲',
    '第一季度',
    '季 度增长',
    'abc',
    'ＡＢＣ',
    '<甲>&乙',
    '第\u200b一季度',
    '增长 完成率',
  ])
    expect([q, await titles('writer', q)]).toEqual([q, title]);
  for (const q of ['100_', 'a%b', '%', '_方案', 'strong', '&lt;', '增长 降低'])
    expect([q, (await titles('writer', q)).filter((one) => one !== title[0] || q !== '%')]).toEqual([q, []]);
  expect((await ask('writer', ' \u200b　')).parts).toEqual([]);
});

test('the database and the program make the same plain words of any text', async () => {
  const samples = [
    'ＡｂＣ　１２３',
    'Ⅳ㈠ ﬁ ①',
    'É İ ß Σ',
    '甲\u00a0乙\u200b丙\ufeff丁\u2028戊\u00ad己',
    '。，：“”《》〇々',
    'a\tb\nc\r\u0085d',
    '한국어 कि 👨‍👩‍👧',
  ];
  for (const sample of samples) {
    const { rows } = await sql<{ words: string }>`select content.plain(${sample}) as words`.execute(w.db());
    expect([sample, rows[0]?.words]).toEqual([sample, plain(sample)]);
  }
});

test('a hit is shown where it stands, in the title and in the words, newest first, those in titles before', async () => {
  await w.sent('law', { title: '丹顶鹤观测', html: `<p>${'前'.repeat(100)}</p><p>今年的丹顶鹤有 12 只。</p>` });
  await w.sent('law', { title: '湿地报告', html: '<p>丹顶鹤来了。</p>' });
  const { articles, terms } = await ask('writer', '丹顶鹤');
  expect(terms).toEqual(['丹顶鹤']);
  expect(articles.map(({ title }) => words(title))).toEqual(['[丹顶鹤]观测', '湿地报告']);
  expect(words(articles[0]?.words ?? [])).toMatch(/^…前+ ?今年的\[丹顶鹤\]有 12 只。$/);
});

test('regulations in force, people and sites answer beside articles, each with its count', async () => {
  expect(await counts('branchWriter', '保密审查')).toMatchObject({ people: 1 });
  const rules = (await ask('branchWriter', '撤下', { scope: 'regulations' })).regulations;
  expect(rules.length).toBeGreaterThan(0);
  expect(
    rules.every(({ words: found, title }) => words(found).includes('[撤下]') || words(title).includes('[撤下]')),
  ).toBe(true);
  const { people, sites } = await ask('writer', '办公室');
  expect(people.map(({ name }) => words(name)).toSorted()).toEqual(['clerk', 'officeHead', 'publisher', 'secrecy']);
  expect(sites.length).toBeGreaterThan(0);
  expect(words((await ask('writer', '云溪分局网站', { scope: 'sites' })).sites[0]?.site ?? [])).toBe('[云溪分局网站]');
});

test('filters narrow what is found, and a search without any word finds nothing', async () => {
  const id = await publishedOn({ title: '鹭岛公告' });
  const [site, other, column] = [w.c().site('www'), w.c().site('yunxi'), w.c().column('www', 'law')];
  const day = new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const fitting: Narrowed[] = [{ site }, { column }, { site, column, from: day, to: day, state: 'published' }];
  for (const more of fitting) expect(await titles('writer', '鹭岛', more)).toEqual(['鹭岛公告']);
  const unfitting: Narrowed[] = [
    { site: other },
    { column: w.c().column('www', 'notices') },
    { from: '2999-01-01' },
    { to: '2001-01-01' },
    { state: 'draft' },
  ];
  for (const more of unfitting) expect([more, await titles('writer', '鹭岛', more)]).toEqual([more, []]);
  expect((await ask('writer', '')).articles).toEqual([]);
  expect((await ask('writer', '鹭岛')).articles[0]?.placementId).toBe(id);
});

test('a mistyped title brings the titles that are nearly it', async () => {
  await publishedOn({ title: '城东公园开放通知' });
  expect((await ask('branchWriter', '城东公圆开放通知')).alike).toEqual(['城东公园开放通知']);
});

test('a part that does not answer is named, and the others answer', async () => {
  const owner = openPool(w.ownerUrl(), { role: 'owner', max: 1 });
  await sql`alter table content.revision rename column title_words to title_words_away`.execute(owner.db);
  try {
    const { parts, people } = await ask('writer', '办公室');
    expect(parts.map(({ scope, answered }) => `${scope} ${answered}`)).toEqual([
      'articles false',
      'regulations true',
      'people true',
      'sites true',
    ]);
    expect(people.length).toBeGreaterThan(0);
  } finally {
    await sql`alter table content.revision rename column title_words_away to title_words`.execute(owner.db);
    await owner.close();
  }
});
