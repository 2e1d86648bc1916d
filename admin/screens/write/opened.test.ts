import { expect, test } from 'vitest';
import type { PlacementView } from '../../../server/contract/views.ts';
import type { Draft } from '../../local.ts';
import { blank, copied, open, overtaken } from './opened.ts';

const empty = blank('质量处', '甲');
const draft = (html: string): Draft => ({ ...empty, body: { ...empty.body, html } });
const kept = (html: string, base?: string) => ({ id: 'a', at: 1, draft: draft(html), ...(base && { base }) });
const scratch = (html: string, savedAt: string) => ({ ...draft(html), savedAt });
const [nine, ten] = ['2026-11-25T01:00:00.000Z', '2026-11-25T02:00:00.000Z'];

test('what this machine kept goes on when the server still has what it was begun from', () => {
  const opened = open(kept('<p>新</p>', nine), scratch('<p>旧</p>', nine), undefined, { draft: empty, from: 'blank' });
  expect([opened.from, opened.draft.body.html, opened.base, opened.theirs]).toEqual([
    'here',
    '<p>新</p>',
    nine,
    undefined,
  ]);
});

test('when the server has another saving by now, both are kept, and the writer is asked', () => {
  const opened = open(kept('<p>本机</p>', nine), scratch('<p>别处</p>', ten), undefined, {
    draft: empty,
    from: 'blank',
  });
  expect(opened.draft.body.html).toBe('<p>本机</p>');
  expect(opened.theirs?.draft.body.html).toBe('<p>别处</p>');
  expect(
    open(kept('<p>一样</p>', nine), scratch('<p>一样</p>', ten), undefined, { draft: empty, from: 'blank' }).theirs,
  ).toBeUndefined();
});

test('without anything kept the scratch opens, without a scratch the revision, without both an empty page', () => {
  expect(open(undefined, scratch('<p>草稿</p>', nine), undefined, { draft: empty, from: 'blank' }).from).toBe(
    'scratch',
  );
  expect(open(undefined, { body: null, columnIds: [] }, undefined, { draft: empty, from: 'blank' }).from).toBe('blank');
});

test('a draft that is older than the newest revision is said to be overtaken, with the text before that revision', () => {
  const view = { shown: { madeAt: ten, number: 2 }, previous: { number: 1 } } as unknown as PlacementView;
  const opened = (at: string) => open(undefined, scratch('<p>草稿</p>', at), view, { draft: empty, from: 'blank' });
  expect(overtaken(opened(nine), view)?.shown.number).toBe(1);
  expect(overtaken(opened('2026-11-25T02:00:01.000Z'), view)).toBeUndefined();
  expect(overtaken({ draft: empty, from: 'revision' }, view)).toBeUndefined();
});

test('照此写一篇 begins with the other’s words, facets and column; whoever writes is its author, but of a reprint', () => {
  const other = { ...empty.body, title: '停水通知', html: '<p>停水</p>', source: '水务处', author: '某人' };
  const own = { body: { ...empty.body, source: '质量处', author: '我' }, columnIds: [] };
  const opened = copied(other, ['column'], own);
  expect(opened).toMatchObject({ from: 'copy', after: '停水通知' });
  expect(opened.draft).toEqual({ body: { ...other, source: '质量处', author: '我' }, columnIds: ['column'] });
  const reprint = { ...other, reprint: true, link: 'https://example.cn/1' };
  expect(copied(reprint, [], own).draft.body).toEqual(reprint);
  expect(open(kept('<p>接着写</p>', nine), undefined, undefined, opened).from).toBe('here');
});
