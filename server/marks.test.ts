/** What is said of a public text without changing it, and what is published without its chain: through the door, to the public page. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queue } from './content/lists.ts';
import { mine } from './content/mine.ts';
import { placementView } from './content/view.ts';
import { adoptAnew, text } from './county.fixture.ts';
import { now, setClock } from './now.ts';
import { publicSite } from './public.fixture.ts';
import { walker } from './walk.fixture.ts';

const w = walker();
let site: ReturnType<typeof publicSite>;
beforeAll(() => {
  site = publicSite(w.pool());
});
afterAll(() => site.end());

const ask = async (name: string, verb: string, id: string, body: Record<string, unknown> = {}) =>
  w.c().act(name, verb, id, (await w.at(id)).version, body);
const viewOf = async (id: string, name = 'writer') => {
  const view = await placementView(w.db(), id, w.c().person(name), now());
  if (!view) throw new Error(`${name} doesn't reach ${id}`);
  return view;
};
const allowed = async (id: string, name: string) =>
  (await viewOf(id, name)).actions.filter((one) => one.allowed).map(({ verb }) => verb);
const publicNo = async (id: string) => {
  const { rows } = await sql<{ no: string }>`
    select a.public_no as no from content.article a join content.placement p on p.article_id = a.id where p.id = ${id}`.execute(
    w.db(),
  );
  return rows[0]?.no ?? '';
};
const pageOf = async (id: string) => site.page('www', `law/${await publicNo(id)}.html`) ?? '';
/** A published text with this title and html. */
async function out(title: string, html = '<p>正文。</p>'): Promise<string> {
  const id = await w.sent('law', text(title, { html }));
  await w.approve('head', id);
  await w.approve('secrecy', id);
  expect(await w.publish('writer', id)).toMatchObject({ status: 200 });
  return id;
}
/** All that says when it was published. */
const datesOf = async (id: string) =>
  sql`select p.first_published_at, p.published_at, p.revision_id, count(g.*)::int as registered,
             (select count(*)::int from content.publication l where l.subject_id = p.id) as logged
        from content.placement p left join content.register g on g.placement_id = p.id where p.id = ${id}
       group by p.id`
    .execute(w.db())
    .then(({ rows }) => rows[0]);

test('T24 checked, still valid: signed, with words; no date, no register line and no byte of the page changes', async () => {
  const id = await out('办事指南');
  await site.settle();
  const [dates, page] = [await datesOf(id), await pageOf(id)];
  expect(await allowed(id, 'writer')).toContain('confirm');
  expect((await ask('head', 'confirm', id, { words: '核过' })).body).toMatchObject({ code: 'not_your_role' });
  expect((await ask('writer', 'confirm', id)).body).toMatchObject({ code: 'words_missing' });
  expect(await ask('writer', 'confirm', id, { words: '电话、地址都对' })).toMatchObject({ status: 200 });
  expect(await datesOf(id)).toEqual(dates);
  await site.rebuild('www');
  expect(await pageOf(id)).toBe(page);
  const view = await viewOf(id);
  expect(view.confirmedAt).toBeDefined();
  expect(view.history.at(-1)).toMatchObject({
    kind: 'article.confirmed',
    words: '电话、地址都对',
    person: { name: 'writer' },
  });
});

test('T24 a column’s article says by when a text is checked again; 确认仍有效 begins that time anew, and the list says 该核对了', async () => {
  const asked = await adoptAnew(w.c(), (source) => source.replace('{ id: law,', '{ id: law, review: every 6 months,'));
  expect(asked).toMatchObject({ status: 200 });
  setClock(new Date('2026-12-01T09:00:00+08:00'));
  const id = await out('要核对的指南');
  const reviewed = async () => {
    const { items } = await mine(w.db(), w.c().person('writer'), { tab: 'published', scope: 'mine', page: 1 }, now());
    const { review } = await viewOf(id);
    return [review?.on, review?.due, items.find(({ placementId }) => placementId === id)?.tags];
  };
  expect(await reviewed()).toEqual(['2027-06-01', false, []]);
  setClock(new Date('2027-06-01T09:00:00+08:00'));
  expect(await reviewed()).toEqual(['2027-06-01', true, ['该核对了']]);
  expect(await ask('writer', 'confirm', id, { words: '逐条核过' })).toMatchObject({ status: 200 });
  expect(await reviewed()).toEqual(['2027-12-01', false, []]);
  setClock(undefined);
});

test('a text that no longer holds says so on its page and in its list, names what holds instead, and so does what cites it', async () => {
  const old = await out('旧办法');
  const no = await publicNo(old);
  const citing = await out('解读', `<p>依据<a href="http://www.localhost/law/${no}.html">旧办法</a>。</p>`);
  const next = await out('新办法');
  await site.settle();
  expect([await pageOf(old), await pageOf(citing)].map((page) => page.includes('no-longer'))).toEqual([false, false]);
  const mark = { reason: 'repealed', words: '局务会议决定', successor: '' };
  const unknown = 'http://www.localhost/law/aaaaaaaaaa.html';
  expect((await ask('head', 'mark_invalid', old, mark)).body).toMatchObject({ code: 'not_your_role' });
  for (const successor of [unknown, 'http://elsewhere/', `/law/${no}.html`])
    expect((await ask('writer', 'mark_invalid', old, { ...mark, successor })).body).toMatchObject({
      code: 'successor_unfit',
    });
  const successor = `http://www.localhost/law/${await publicNo(next)}.html`;
  expect(await ask('writer', 'mark_invalid', old, { ...mark, successor })).toMatchObject({ status: 200 });
  await site.settle();
  const link = `<a class="inline" href="/law/${await publicNo(next)}.html">《新办法》</a>`;
  expect(await pageOf(old)).toContain('<b>已废止</b>');
  expect(await pageOf(old)).toContain(`现行的是${link}`);
  expect(await pageOf(old)).toContain('<p>正文。</p>');
  expect(await pageOf(citing)).toContain(`文中引用的<a class="inline" href="/law/${no}.html">《旧办法》</a>已废止（`);
  expect(site.page('www', 'law/index.html')).toContain('旧办法</a><b class="tag">已废止</b>');
  expect((await viewOf(old)).invalid).toMatchObject({ reasonName: '已废止', successor: { title: '新办法' } });
  expect((await ask('writer', 'confirm', old, { words: '核过' })).body).toMatchObject({ code: 'is_invalid' });
  // What holds instead is withdrawn: nothing leads to a page that is gone.
  expect(await ask('writer', 'withdraw', next, { everywhere: true, type: 'error', words: '错' })).toMatchObject({
    status: 200,
  });
  await site.settle();
  expect(await pageOf(old)).toContain('<b>已废止</b>');
  expect(await pageOf(old)).not.toContain('现行的是');
});

const fixed = '{ id: main-leader, name: 局主要领导, of: self, may: [approve], min: 1, max: 1 }';

test('A16 nobody forces anything where no regulation gives the right', async () => {
  const id = await w.sent();
  for (const name of ['writer', 'head', 'main', 'publisher', 'webmaster', 'secrecy']) {
    const answer = await ask(name, 'force', id, { hash: (await w.at(id)).hash, words: '急' });
    expect([name, answer.status === 200]).toEqual([name, false]);
  }
});

test('A16 a forced publication is flagged until a third person has looked, for all who look at it, through a withdrawal too', async () => {
  const adopted = await adoptAnew(w.c(), (source) =>
    source.replace(fixed, fixed.replace('[approve]', '[approve, force]')),
  );
  expect(adopted).toMatchObject({ status: 200 });
  // Important: the main leader's post is named by its chain, and so within his reach.
  const id = await w.sent(
    'law',
    text('汛情通告', { facets: { reach: 'section', weight: 'important', sensitive: 'no' } }),
  );
  const { hash } = await w.at(id);
  expect((await ask('head', 'force', id, { hash, words: '急' })).body).toMatchObject({ code: 'not_your_role' });
  expect((await ask('main', 'force', id, { hash })).body).toMatchObject({ code: 'words_missing' });
  expect(await ask('main', 'force', id, { hash, words: '汛情紧急' })).toMatchObject({
    status: 200,
    body: { state: 'published' },
  });
  await site.settle();
  expect(await pageOf(id)).toContain('汛情通告');
  expect(await datesOf(id)).toMatchObject({ registered: 1, logged: 1 });
  expect((await viewOf(id)).forced?.by.name).toBe('main');
  const flagged = async (name: string) =>
    (await queue(w.db(), w.c().person(name), now())).forced.map(({ placementId, tags }) => ({ placementId, tags }));
  for (const name of ['writer', 'head', 'main', 'webmaster'])
    expect(await flagged(name)).toEqual([{ placementId: id, tags: ['强制发布，待核销'] }]);
  const clear = (name: string) => ask(name, 'clear_forced', id, { words: '看过，属实' });
  expect((await clear('main')).body).toMatchObject({ code: 'not_third' });
  expect((await clear('writer')).body).toMatchObject({ code: 'not_your_role' });
  await ask('writer', 'withdraw', id, { everywhere: true, type: 'expired', words: '汛情已过' });
  expect(await flagged('head')).toHaveLength(1);
  expect(await allowed(id, 'head')).toContain('clear_forced');
  expect(await clear('head')).toMatchObject({ status: 200 });
  expect(await flagged('head')).toEqual([]);
  expect((await viewOf(id)).history.map(({ kind }) => kind)).toEqual([
    'article.submitted',
    'article.forced',
    'article.withdrawn',
    'article.forced_cleared',
  ]);
});

test('three at most stand on top of a column, the one pinned last first; the public list and home follow', async () => {
  const ids: string[] = [];
  for (const title of ['甲', '乙', '丙', '丁', '戊']) ids.push(await out(`${title}公告`));
  const [a = '', b = '', c = '', d = ''] = ids;
  expect((await ask('writer', 'pin', a)).body).toMatchObject({ code: 'not_your_role' });
  for (const id of [a, b]) expect(await ask('webmaster', 'pin', id)).toMatchObject({ status: 200 });
  const both = await Promise.all([ask('webmaster', 'pin', c), ask('webmaster', 'pin', d)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const third = both[0]?.status === 200 ? c : d;
  const shown = async () => {
    await site.settle();
    const items = [
      ...(site.page('www', 'law/index.html') ?? '').matchAll(
        /<li>(<b class="tag">置顶<\/b>)?<a href="[^"]*">([甲乙丙丁戊])公告/g,
      ),
    ];
    return items.map(([, top, title]) => (top ? `${title}！` : title)).join('');
  };
  const [on, off] = third === c ? ['丙', '丁'] : ['丁', '丙'];
  expect(await shown()).toBe(`${on}！乙！甲！戊${off}`);
  expect(await ask('webmaster', 'pin', a)).toMatchObject({ status: 200 });
  expect(await shown()).toBe(`甲！${on}！乙！戊${off}`);
  expect(await ask('webmaster', 'unpin', third)).toMatchObject({ status: 200 });
  await ask('writer', 'withdraw', b, { everywhere: true, type: 'error', words: '错' });
  expect(await shown()).toBe('甲！戊丁丙');
  expect((await viewOf(a)).pinned).toBe(true);
});

test('C1 each of these acts leaves one event, and none without a change', async () => {
  const { rows } = await sql<{ kind: string; n: number; idle: number }>`
    select kind, count(*)::int as n, count(*) filter (where before = after)::int as idle from door.event
     where kind ~ '(confirmed|marked_invalid|forced|forced_cleared|pinned|unpinned)$' group by kind order by kind`.execute(
    w.db(),
  );
  expect(rows).toEqual([
    { kind: 'article.confirmed', n: 2, idle: 0 },
    { kind: 'article.forced', n: 1, idle: 0 },
    { kind: 'article.forced_cleared', n: 1, idle: 0 },
    { kind: 'article.marked_invalid', n: 1, idle: 0 },
    { kind: 'article.pinned', n: 4, idle: 0 },
    { kind: 'article.unpinned', n: 1, idle: 0 },
  ]);
});
