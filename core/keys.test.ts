/** What a key is narrowed to, and that no key signs, whatever posts it was given. */
import { expect, test } from 'vitest';
import { type Ask, decide, type Facts, type Subject, verbs } from './article.ts';
import { beyondKey, keyVerbs, withinKey } from './keys.ts';
import { askedNow, takersOf } from './takers.ts';

const home = { siteId: 'main', columnId: 'law' };
const other = { siteId: 'main', columnId: 'news' };
const free = { verbs: [...keyVerbs], siteIds: null, columnIds: null };

test('a key without sites and columns is not narrowed; one with both is for either', () => {
  expect(withinKey(free, home)).toBe(true);
  expect(withinKey({ ...free, siteIds: ['main'] }, other)).toBe(true);
  expect(withinKey({ ...free, siteIds: ['branch'] }, home)).toBe(false);
  expect(withinKey({ ...free, columnIds: ['law'] }, home)).toBe(true);
  expect(withinKey({ ...free, columnIds: ['law'] }, other)).toBe(false);
  expect(withinKey({ ...free, siteIds: ['branch'], columnIds: ['law'] }, home)).toBe(true);
  expect(withinKey({ ...free, siteIds: [], columnIds: [] }, home)).toBe(false);
});

test('the verb is looked at before the column, and every column must be its own', () => {
  const narrow = { verbs: ['save'], siteIds: null, columnIds: ['law'] };
  expect(beyondKey(narrow, 'submit', [other])).toEqual({ ok: false, why: 'key_verb' });
  expect(beyondKey(narrow, 'save', [home, other])).toEqual({ ok: false, why: 'key_column' });
  expect(beyondKey(narrow, 'save', [home])).toBeUndefined();
});

const chain = {
  versionId: 'v',
  flow: 'main-site',
  clause: 'zj#13.2',
  steps: [{ post: ['head'], units: ['u'], act: 'approve', clause: 'zj#13.2' } as const],
  publish: { by: 'author', clause: 'zj#13.2' } as const,
  requires: [],
};
const review: Subject = {
  placement: 'none',
  everPublic: false,
  discarded: false,
  run: { state: 'open', step: 0, hash: 'h', chain, facets: {}, contributors: ['lin'], used: [], decided: [] },
};

test('A3 T27 an outside system signs nothing, under any post: it neither approves nor returns, forces nor confirms; what else it may is as for a person', () => {
  const roles = ['writer', 'author', 'holder', 'publisher', 'withdrawer'] as const;
  const facts: Facts = { roles, apart: [], raisesOnly: true, chain: { ok: true, chain } };
  const asked = (verb: Ask['verb']): Ask => ({
    verb,
    person: 'key',
    post: 'head',
    step: 0,
    hash: 'h',
    words: 'w',
    reason: 'error',
  });
  const signed = verbs.filter((verb) => {
    const [person, system] = [{}, { outside: true }].map((who) => decide(review, asked(verb), { ...facts, ...who }));
    return JSON.stringify(person) !== JSON.stringify(system);
  });
  expect(signed).toEqual([
    ...['return', 'suggest', 'edit', 'approve'],
    ...['force', 'clear_forced', 'confirm', 'mark_invalid'],
  ]);
  for (const verb of signed)
    expect(decide(review, asked(verb), { ...facts, outside: true })).toEqual({
      ok: false,
      why: 'no_signature',
      clause: 'zj#13.2',
    });
  for (const verb of signed) // nor is it told that another post would do
    expect(decide(review, asked(verb), { ...facts, roles: [], outside: true })).toMatchObject({ why: 'no_signature' });
});

test('a step whose post only a system holds is empty: the stand-in is asked, and the system is no taker', () => {
  const step = { ...chain.steps[0]!, else: { post: ['vice-leader'], units: ['u'] } };
  const acting = [
    { person: 'key', post: 'head', unit: 'u', outside: true as const },
    { person: 'shen', post: 'vice-leader', unit: 'u' },
  ];
  expect(askedNow(step, acting, [])).toEqual({ post: ['vice-leader'], units: ['u'] });
  expect(takersOf(step, acting, [])).toEqual(['shen']);
  expect(takersOf(chain.steps[0]!, acting, [])).toEqual([]);
});
