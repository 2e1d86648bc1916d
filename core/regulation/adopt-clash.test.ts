import { expect, test } from 'vitest';
import { bound, soundly, zj } from '../zj.fixture.ts';
import { clashes } from './adopt-clash.ts';
import { bureau } from './bureau.fixture.ts';
import { fence, headApproves, plainFlow, sampleWith } from './sample.fixture.ts';
import type { InForce } from './types.ts';

const law = (unit: string, slug: string, ...blocks: readonly string[]): InForce => ({
  ...{ versionId: '', adoptionId: slug, binding: bound(unit, { office: ['office'], section: ['food'] }) },
  regulation: soundly(sampleWith(...blocks).replace('regulation: sample', `regulation: ${slug}`)),
});
const own = { ...bureau, sites: [{ owner: 'bureau', rank: 'sub' as const }] };
const main = plainFlow('main', '{ site: main }', headApproves);
const sub = plainFlow('sub', '{ site: sub }', headApproves);
const floor = fence('flow floor', 'for: { site: sub }', 'set_by: site.owner', 'least: [ { act: approve } ]');

test('R3 two texts of one unit that give a chain for the same target are refused, with the article of the other', () => {
  const everywhere = { ...bureau, sites: [...own.sites, { owner: 'bureau', rank: 'main' as const }] };
  expect(clashes(law('bureau', 'second', main), [law('bureau', 'first', main)], everywhere)).toEqual([
    {
      why: 'two_flows',
      says: '这个单位另外采用的《某局网站管理规定》第二条也给网站=主站定了流程：同一个单位的两份规定不能各定一条',
      clause: 'second#2',
    },
  ]);
  expect(clashes(law('bureau', 'second', main), [law('bureau', 'first', sub)], everywhere)).toEqual([]);
  // Those above are farther away: nearest wins.
  expect(clashes(law('food', 'second', main), [law('bureau', 'first', main)], everywhere)).toEqual([]);
  // It has no main site, so that nothing there can clash.
  expect(clashes(law('bureau', 'second', main), [law('bureau', 'first', main)], own)).toEqual([]);
});

test('R3 a floor that waits for a chain of the adopter’s own is refused, until that chain is there', () => {
  const circle = law('bureau', 'circle', main, floor);
  expect(clashes(circle, [], own)).toEqual([
    { why: 'ring', says: expect.stringContaining('主管单位就是采用单位自己'), clause: 'circle#2' },
  ]);
  expect(clashes(circle, [law('bureau', 'chain', sub)], own)).toEqual([]);
  // The floors of ZJ are for its branches: the bureau's own site is the main one.
  expect(clashes(zj, [], { ...bureau, sites: [{ owner: 'bureau', rank: 'main' }] })).toEqual([]);
});

test('R3 a post that one text wants filled oftener than another allows is refused', () => {
  const asks = (rest: string) => fence('posts more', `list: [ { id: reviewer, of: office, may: [approve], ${rest} } ]`);
  const few = law('bureau', 'few', asks('max: 1'));
  const many = law('bureau', 'many', asks('min: 2'));
  expect(clashes(few, [many], bureau)).toEqual([
    { why: 'post_bounds', says: '办公室的审核人至多 1 人，《某局网站管理规定》第二条要至少 2 人', clause: 'few#2' },
  ]);
  expect(clashes(many, [few], bureau)).toEqual([
    { why: 'post_bounds', says: '办公室的审核人要至少 2 人，《某局网站管理规定》第二条说至多 1 人', clause: 'many#2' },
  ]);
  expect(clashes(few, [law('bureau', 'one', asks('min: 1'))], bureau)).toEqual([]);
});
