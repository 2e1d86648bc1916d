import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { type Acting, askedNow, publishersPosts, takersOf } from './takers.ts';
import { substation, zj } from './zj.fixture.ts';

const holds = (post: string, unit: string): Acting => ({ person: 'lin', post, unit });
const verbs = (post: string, unit: string, path = [zj]) => verbsOf([holds(post, unit)], path)[0]?.verbs;

test.each<readonly [string, string, readonly string[]]>([
  ['undertaker', 'food', ['write', 'submit', 'publish', 'withdraw']],
  ['head', 'food', ['approve']],
  ['head', 'office', ['approve']],
  ['head', 'branch', []],
  ['undertaker', 'branch-quality', []],
  ['publisher', 'office', ['publish', 'withdraw']],
  ['publisher', 'food', []],
  ['secrecy-reviewer', 'office', ['approve']],
  ['vice-leader', 'bureau', ['approve']],
  ['administrator', 'centre', ['withdraw']],
  ['administrator', 'branch', []],
])('ZJ-6.1, ZJ-13.2 a %s of %s may %o', (post, unit, expected) => {
  expect(verbs(post, unit)).toEqual(expected);
});

test('ZJ-7 on a branch’s own site its own people write, and the bureau’s do not', () => {
  const path = [substation, zj];
  expect(verbs('information-officer', 'branch-quality', path)).toEqual(['write', 'submit', 'publish', 'withdraw']);
  expect(verbs('undertaker', 'food', path)).toEqual(['withdraw']);
});

const step = { post: ['head'], units: ['food'], act: 'approve', clause: 'zj-portal#13.2' } as const;
const withElse = { ...step, else: { post: ['vice-leader'], units: ['food'] } };
const people: readonly Acting[] = [
  { person: 'zhou', post: 'head', unit: 'food' },
  { person: 'he', post: 'head', unit: 'office' },
  { person: 'fen', post: 'vice-leader', unit: 'food' },
];

test.each<readonly [string, typeof step | typeof withElse, readonly Acting[], readonly string[], readonly string[]]>([
  ['the holder', withElse, people, [], ['zhou']],
  ['the stand-in where the holder wrote', withElse, people, ['zhou'], ['fen']],
  ['the stand-in where the post is empty', withElse, people.slice(1), [], ['fen']],
  ['nobody where the stand-in wrote as well', withElse, people, ['zhou', 'fen'], []],
  ['nobody where there is no stand-in', step, people, ['zhou'], []],
])('a step is for %s', (_name, asked, acting, contributors, expected) => {
  expect(takersOf(asked, acting, contributors)).toEqual(expected);
});

test('the post that is asked follows who may act', () => {
  expect(askedNow(withElse, people, [])).toBe(withElse);
  expect(askedNow(withElse, people, ['zhou'])).toBe(withElse.else);
});

test('who submitted publishes, or the post that the chain names, or nobody by hand', () => {
  const chain = { versionId: 'v', flow: 'f', clause: 'c', steps: [], requires: [] };
  const submitted = { post: 'undertaker', unit: 'food' };
  const named = { by: 'post', post: ['publisher'], units: ['office'], clause: 'c' } as const;
  expect(publishersPosts({ ...chain, publish: { by: 'author', clause: 'c' } }, submitted)).toEqual({
    post: ['undertaker'],
    units: ['food'],
  });
  expect(publishersPosts({ ...chain, publish: named }, submitted)).toMatchObject({
    post: ['publisher'],
    units: ['office'],
  });
  expect(publishersPosts({ ...chain, publish: { by: 'automatic', clause: 'c' } }, submitted)).toBeUndefined();
});
