import { expect, test } from 'vitest';
import { chainFor } from './flow.ts';
import { pathWith, sameWay } from './other-way.ts';
import { headApproves, plainFlow, sampleWith } from './regulation/sample.fixture.ts';
import type { InForce } from './regulation/types.ts';
import { bound, soundly, substation, zj } from './zj.fixture.ts';

const law = (unit: string, ...blocks: readonly string[]): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding: bound(unit, { office: ['office'], section: ['food'] }),
  regulation: soundly(sampleWith(...blocks)),
});
const slugs = (path: readonly InForce[] | undefined) => path?.map(({ regulation }) => regulation.slug);

test('T7 a draft stands in the place of its unit’s own version, and a new one before what its unit and those above adopted', () => {
  const path = [substation, zj];
  const up = ['branch', 'bureau'];
  const newer = { ...zj, adoptionId: 'draft' };
  expect(pathWith(newer, path, up)).toEqual([substation, newer]);
  const fresh = law('bureau', plainFlow('a', '{}', headApproves));
  expect(slugs(pathWith(fresh, path, up))).toEqual(['substation-portal', 'sample', 'zj-portal']);
  expect(slugs(pathWith(fresh, [substation], up))).toEqual(['substation-portal', 'sample']);
  expect(pathWith(fresh, [], ['elsewhere'])).toBeUndefined();
});

test('T7 two chains are the same way when the same posts do the same in the same order, whatever their articles are', () => {
  const target = { facets: { site: 'main' }, authorUnit: 'food', siteOwner: 'bureau', columnLead: ['food'] };
  const chain = (...blocks: readonly string[]) => {
    const answer = chainFor('article.publish', { path: [law('bureau', ...blocks)], ...target });
    if (!answer.ok) throw new Error(answer.why);
    return answer.chain;
  };
  const review = '{ post: head, of: office, act: review }';
  const one = chain(plainFlow('a', '{}', headApproves, review));
  expect(sameWay(one, chain(plainFlow('other', '{}', headApproves, review)))).toBe(true);
  expect(sameWay(one, chain(plainFlow('a', '{}', review, headApproves)))).toBe(false);
  expect(sameWay(one, chain(plainFlow('a', '{}', headApproves)))).toBe(false);
  expect(sameWay(one, chain(plainFlow('a', '{}', headApproves, review.replace('review', 'decide'))))).toBe(false);
  expect(sameWay(one, { ...one, publish: { ...one.publish, by: 'automatic' } })).toBe(false);
});
