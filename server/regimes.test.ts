/** Texts changed inside a run (QX-8), suggested to (JY-13), and disclosed (JY-12a), through the door of two bureaus. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Answer } from './act.ts';
import { previews } from './content/compose.ts';
import { today } from './content/lists.ts';
import { placementView } from './content/view.ts';
import type { PlacementView } from './contract/views.ts';
import { text } from './county.fixture.ts';
import { now } from './now.ts';
import { regimes } from './regimes.fixture.ts';
import { walker } from './walk.fixture.ts';

const w = walker(regimes);
const general = { reach: 'section', weight: 'general', sensitive: 'no' } as const;
const major = { ...general, weight: 'major' } as const;

const sent = async (name: string, site: string, column: string, more: Parameters<typeof text>[1]): Promise<string> => {
  const id = randomUUID();
  const body = { columnId: w.c().column(site, column), body: text('原来的标题', more) };
  expect(await w.c().act(name, 'submit', id, 0, body)).toMatchObject({ status: 200 });
  return id;
};
/** The forecaster's text for 气象要闻. */
const weather = (more: Parameters<typeof text>[1] = {}) => sent('forecaster', 'qixiang', 'weather-news', more);
/** News of the section for primary schools. */
const news = () => sent('teacher', 'jiaoyu', 'news', { kind: 'news' });

const changed = async (
  verb: 'edit' | 'suggest',
  name: string,
  id: string,
  more: Parameters<typeof text>[1] = {},
  ask: object = {},
): Promise<Answer> => {
  const { version, step, hash } = await w.at(id);
  return w.c().act(name, verb, id, version, { step, hash, body: text('改过的标题', more), ...ask });
};
const seen = async (name: string, id: string): Promise<PlacementView> => {
  const view = await placementView(w.db(), id, w.c().person(name), now());
  if (!view) throw new Error(`${name} doesn’t see ${id}`);
  return view;
};
const names = (people: readonly { name: string }[] | undefined) => people?.map((one) => one.name);
const buttons = async (name: string, id: string) =>
  (await seen(name, id)).actions.filter((a) => a.allowed).map((a) => a.label);

test('A2 QX-8.1 the administrator compiles, the office approves what he made of it, he publishes exactly that', async () => {
  const id = await weather();
  const first = await w.at(id);
  expect((await seen('administrator', id)).actions.map((a) => a.label)).toEqual([
    '退回修改',
    '整理稿件',
    '整理好，送reviewer审批',
  ]);
  expect((await changed('edit', 'administrator', id)).body).toMatchObject({ stateName: '送审中', run: { step: 0 } });
  const edited = await w.at(id);
  expect(edited).toMatchObject({ step: 0, runState: 'open' });
  expect([edited.hash === first.hash, edited.inReview === first.inReview]).toEqual([false, false]);
  const view = await seen('administrator', id);
  expect([view.shown.number, view.previous?.number, names(view.shown.contributors)]).toEqual([
    2,
    1,
    ['forecaster', 'administrator'],
  ]);
  // The words that he looked at before are no longer those in review.
  expect(await w.approve('administrator', id, { hash: first.hash })).toMatchObject({ body: { code: 'text_changed' } });
  expect((await w.approve('administrator', id)).status).toBe(200);
  expect((await w.approve('reviewer', id)).body).toMatchObject({ stateName: '已批准，待发布' });
  expect((await w.publish('administrator', id)).status).toBe(200);
  expect((await w.at(id)).revisionId).toBe(edited.inReview);
});

test('A3 QX-8 who edited approves at no later step, under no other post; the register tells every hand', async () => {
  const id = await weather();
  await changed('edit', 'administrator', id);
  // Another administrator passes it on: the hand of who edited is in the text itself.
  await w.approve('deputy', id);
  expect((await w.approve('administrator', id)).body).toMatchObject({
    code: 'own_work',
    law: { cite: '《气象局网站管理规定》第八条（一）' },
  });
  await w.approve('reviewer', id);
  await w.publish('administrator', id);
  const { register, history } = await seen('administrator', id);
  expect([names(register?.writtenBy), names(register?.approvedBy)]).toEqual([
    ['forecaster', 'administrator', 'deputy'],
    ['reviewer'],
  ]);
  expect(history.map((h) => [h.label, h.person.name, h.revision])).toEqual([
    ['送审', 'forecaster', 1],
    ['编辑', 'administrator', 2],
    ['整理完毕，送下一步', 'deputy', 2],
    ['同意，审批完成', 'reviewer', 2],
    ['发布', 'administrator', 2],
  ]);
});

test('A4 QX-8.2 an edit raises the weight and the leader is due; it lowers nothing, and leaves the kind alone', async () => {
  const id = await weather();
  expect((await changed('edit', 'administrator', id, { kind: 'notice' })).body).toMatchObject({ code: 'facet_fixed' });
  expect((await changed('edit', 'administrator', id, { facets: major })).status).toBe(200);
  expect((await changed('edit', 'administrator', id, { title: '又改', facets: general })).body).toMatchObject({
    code: 'lowered',
  });
  const { chain, run, shown } = await seen('administrator', id);
  expect([run?.facets.weight, shown.facets.weight, run?.step]).toEqual(['major', 'major', 0]);
  expect(chain?.steps.map((s) => [s.actName, names(s.people)?.sort()])).toEqual([
    ['编辑', ['administrator', 'deputy']],
    ['审批', ['qxVice']],
  ]);
  await w.approve('administrator', id);
  expect((await w.approve('reviewer', id)).status).not.toBe(200);
  expect((await w.approve('qxVice', id)).body).toMatchObject({ stateName: '已批准，待发布' });
});

test('A2 nobody edits outside the editing step, from elsewhere, without a change, or over a text not looked at', async () => {
  const id = await weather();
  const code = async (answer: Promise<Answer>) => (await answer).body as { code: string };
  expect(await code(changed('edit', 'forecaster', id))).toMatchObject({ code: 'not_your_role' });
  expect((await changed('edit', 'editor', id)).status).toBe(404);
  const same = { title: '原来的标题', html: '<p>原来的标题的正文。</p>' };
  expect(await code(changed('edit', 'administrator', id, same))).toMatchObject({ code: 'nothing_changed' });
  expect(await code(changed('edit', 'administrator', id, {}, { hash: '0' }))).toMatchObject({ code: 'text_changed' });
  expect(await code(changed('edit', 'administrator', id, {}, { step: 1 }))).toMatchObject({ code: 'not_this_step' });
  await w.approve('administrator', id);
  expect(await code(changed('edit', 'administrator', id))).toMatchObject({ code: 'not_editing' });
  expect(await code(changed('edit', 'reviewer', id))).toMatchObject({ code: 'not_editing' });
  expect(await code(changed('suggest', 'reviewer', id))).toMatchObject({ code: 'no_suggestions' });
  await w.approve('reviewer', id);
  expect(await code(changed('edit', 'administrator', id))).toMatchObject({ code: 'not_your_role' });
});

test('QX-8 who compiled is not said to have the text at a later step', async () => {
  const both = await weather();
  await w.approve('administrator', both);
  const { items } = await today(w.db(), w.c().person('administrator'), now());
  expect(items.map((i) => i.placementId)).not.toContain(both);
  const reviewers = await today(w.db(), w.c().person('reviewer'), now());
  expect(reviewers.items.map((i) => i.placementId)).toContain(both);
});

test('A3 JY-13 the editor suggests, the author takes it over, and the editor approves: he had no hand in it', async () => {
  const id = await news();
  expect(await buttons('editor', id)).toEqual(['退回修改', '写出建议的改法', '同意，交editor发布']);
  expect((await changed('edit', 'editor', id)).body).toMatchObject({ code: 'not_editing' });
  expect((await changed('suggest', 'editor', id)).body).toMatchObject({ stateName: '被退回' });
  const { ended, shown } = await seen('teacher', id);
  expect(ended).toMatchObject({ outcome: 'returned', by: { name: 'editor' } });
  expect(ended?.suggestion).toMatchObject({ title: '改过的标题', postName: '责任编辑' });
  expect([shown.number, shown.title, names(shown.contributors)]).toEqual([1, '原来的标题', ['teacher']]);
  const { items } = await today(w.db(), w.c().person('teacher'), now());
  expect(items.find((i) => i.placementId === id)?.note).toBe('被退回，附有建议的改法');
  // Taken over as it is: the author's own revision.
  const again = { columnId: w.c().column('jiaoyu', 'news'), body: text('改过的标题', { kind: 'news' }) };
  expect((await w.c().act('teacher', 'submit', id, (await w.at(id)).version, again)).status).toBe(200);
  expect((await w.approve('editor', id)).body).toMatchObject({ stateName: '已批准，待发布' });
  const after = await seen('editor', id);
  expect([names(after.shown.contributors), after.ended]).toEqual([['teacher'], undefined]);
  expect((await w.publish('editor', id)).status).toBe(200);
  const labels = after.history.map((h) => h.label);
  expect(labels).toEqual(['送审', '退回，附建议的改法', '送审', '同意，审批完成']);
});

test('JY-13 a suggestion is never public, and a later one stands for itself', async () => {
  const id = await news();
  await changed('suggest', 'editor', id, { html: '<p>建议里的一句话</p>' }, { words: '日期请核对' });
  expect((await seen('teacher', id)).ended).toMatchObject({ words: '日期请核对' });
  const own = { columnId: w.c().column('jiaoyu', 'news'), body: text('作者自己改的', { kind: 'news' }) };
  await w.c().act('teacher', 'submit', id, (await w.at(id)).version, own);
  const { version, step } = await w.at(id);
  await w.c().act('editor', 'return', id, version, { step, words: '再看一遍' });
  expect((await seen('teacher', id)).ended?.suggestion).toBeUndefined();
  const revisions = await w.db().selectFrom('content.revision').select('html').execute();
  expect(revisions.filter((r) => r.html.includes('建议里的一句话'))).toEqual([]);
});

test('JY-12a the office is shown what it confirms, and a document that is not to be open isn’t taken', async () => {
  const columnId = w.c().column('jiaoyu', 'disclosure');
  const closed = text('内部文件', { kind: 'document', facets: { ...general, disclosure: 'closed' } });
  expect((await w.c().act('teacher', 'submit', randomUUID(), 0, { columnId, body: closed })).body).toMatchObject({
    code: 'not_disclosed',
    law: { cite: '《区教育局门户网站管理规定》第十二条第一款' },
  });
  const id = await sent('teacher', 'jiaoyu', 'disclosure', {
    kind: 'document',
    facets: { ...general, disclosure: 'open' },
  });
  const { chain } = await seen('jyReviewer', id);
  expect(chain?.steps.map((s) => s.confirms)).toEqual([['种类为文件', '公开方式为主动公开'], []]);
});

test('JY-12a the page of writing is told who asks for the way of disclosure, and why such a text can’t go', async () => {
  const asked = { columns: [w.c().column('jiaoyu', 'disclosure')], ...general, disclosure: 'on-request' };
  const of = async (kind: string) =>
    (await previews(w.db(), w.c().person('teacher'), { ...asked, kind }, now())).previews;
  const [document] = await of('document');
  expect(document?.disclosureLaw?.cite).toBe('《区教育局门户网站管理规定》第十二条第一款');
  expect(document?.refused).toMatchObject({ code: 'not_disclosed', law: document?.disclosureLaw });
  const [other] = await of('guide');
  expect([other?.disclosureLaw, other?.refused?.code]).toEqual([undefined, 'not_disclosed']);
});
