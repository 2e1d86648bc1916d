import { expect, test } from 'vitest';
import { verbsOf } from './access.ts';
import { type Acting, askedNow, groundOf, missedAt, publishersPosts, takersOf, toldOf, withHere } from './takers.ts';
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

const absent = (person: string, all: readonly Acting[]): readonly Acting[] =>
  all.map((a) => (a.person === person ? { ...a, away: '2026-12-05' } : a));

const step = { post: ['head'], units: ['food'], act: 'approve', clause: 'zj-portal#13.2' } as const;
const withElse = { ...step, else: { post: ['vice-leader'], units: ['food'] } };
const people: readonly Acting[] = [
  { person: 'zhou', post: 'head', unit: 'food' },
  { person: 'he', post: 'head', unit: 'office' },
  { person: 'fen', post: 'vice-leader', unit: 'food' },
];
const second: Acting = { person: 'qi', post: 'head', unit: 'food' };

test.each<readonly [string, typeof step | typeof withElse, readonly Acting[], readonly string[], readonly string[]]>([
  ['the holder', withElse, people, [], ['zhou']],
  ['the stand-in where the holder wrote', withElse, people, ['zhou'], ['fen']],
  ['the stand-in where the post is empty', withElse, people.slice(1), [], ['fen']],
  ['nobody where the stand-in wrote as well', withElse, people, ['zhou', 'fen'], []],
  ['nobody where there is no stand-in', step, people, ['zhou'], []],
  ['the stand-in while the holder is away', withElse, absent('zhou', people), [], ['fen']],
  ['the holder who is away where the stand-in wrote', withElse, absent('zhou', people), ['fen'], ['zhou']],
  [
    'the holder who is away where the stand-in is away too',
    withElse,
    absent('fen', absent('zhou', people)),
    [],
    ['zhou'],
  ],
  ['the holder who is away where there is no stand-in', step, absent('zhou', people), [], ['zhou']],
  ['the stand-in, away or not, where the holder wrote', withElse, absent('fen', people), ['zhou'], ['fen']],
  ['the other holder while one is away', withElse, absent('zhou', [...people, second]), [], ['qi']],
  [
    'the stand-in where one holder is away and the other wrote',
    withElse,
    absent('zhou', [...people, second]),
    ['qi'],
    ['fen'],
  ],
])('a step is for %s', (_name, asked, acting, contributors, expected) => {
  expect(takersOf(asked, acting, contributors)).toEqual(expected);
});

test('why the stand-in acts is one of three, and nobody stands in for one post of a countersignature', () => {
  const gone = absent('zhou', people);
  expect(groundOf(withElse, people, [])).toBeUndefined();
  expect(groundOf(withElse, people.slice(1), [])).toBe('vacant');
  expect(groundOf(withElse, people, ['zhou'])).toBe('contributed');
  expect(groundOf(withElse, gone, [])).toBe('away');
  expect(groundOf(withElse, gone, ['fen'])).toBeUndefined();
  expect(groundOf({ ...withElse, act: 'countersign' }, gone, [])).toBeUndefined();
  expect(groundOf(step, gone, [])).toBeUndefined();
});

test('whoever acts is not away, and who is away is said with the day', () => {
  const gone = absent('zhou', people);
  expect(askedNow(withElse, withHere(gone, 'zhou'), [])).toBe(withElse);
  expect(askedNow(withElse, withHere(gone, 'fen'), [])).toBe(withElse.else);
  const both = absent('fen', gone);
  expect(askedNow(withElse, withHere(both, 'fen'), [])).toBe(withElse.else);
  expect(missedAt(withElse, gone, [])).toEqual([{ person: 'zhou', away: '2026-12-05' }]);
  expect(missedAt(withElse, [...gone, second], [])).toEqual([]);
  expect(missedAt(withElse, both, ['zhou'])).toEqual([{ person: 'fen', away: '2026-12-05' }]);
});

test('who is away is told of nothing while somebody else is, and of everything where nobody else is left', () => {
  expect(toldOf(['zhou', 'fen'], absent('zhou', people))).toEqual(['fen']);
  expect(toldOf(['zhou'], absent('zhou', people))).toEqual(['zhou']);
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
