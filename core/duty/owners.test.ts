/** H10: when people leave, what they owed passes on. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Acting } from '../takers.ts';
import { ownersOf } from './owners.ts';

/** bureau ← office, quality ← team. */
const parents: Readonly<Record<string, string>> = { office: 'bureau', quality: 'bureau', team: 'quality' };
const above = (unit: string) => parents[unit];
const holds = (person: string, post: string, unit: string): Acting => ({ person, post, unit });
const head = { by: ['team'], post: ['head'] };
const staff = [
  holds('li', 'head', 'team'),
  holds('wang', 'officer', 'team'),
  holds('zhao', 'head', 'quality'),
  holds('sun', 'main-leader', 'bureau'),
];
const without = (...gone: readonly string[]) => staff.filter(({ person }) => !gone.includes(person));

test.each([
  ['the holder of the post', [], ['li']],
  ['who else is there, when he is gone', ['li'], ['wang']],
  ['the same post of the unit above, when nobody is there', ['li', 'wang'], ['zhao']],
  ['the head of it all at last', ['li', 'wang', 'zhao'], ['sun']],
  ['nobody where there is nobody', ['li', 'wang', 'zhao', 'sun'], []],
] as const)('H10 a duty of a post is borne by %s', (_who, gone, persons) =>
  expect(ownersOf(head, without(...gone), above)).toEqual(persons),
);

test('H10 a duty of units is borne by everybody in them, each once; the key of a system bears nothing', () => {
  const both = { by: ['team', 'quality'] };
  const system: Acting = { ...holds('key', 'officer', 'team'), outside: true };
  expect(ownersOf(both, [...staff, holds('li', 'head', 'quality'), system], above)).toEqual(['li', 'wang', 'zhao']);
});

test('H10 whoever leaves, no duty is without an owner as long as somebody is there on the way up', () => {
  const units = ['bureau', 'office', 'quality', 'team'];
  const acting = fc.record({
    person: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    post: fc.constantFrom('head', 'officer'),
    unit: fc.constantFrom(...units),
  });
  const duty = fc.record({
    by: fc.uniqueArray(fc.constantFrom(...units), { minLength: 1 }),
    post: fc.option(fc.constant(['head']), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(acting), duty, fc.constantFrom('a', 'b', 'c'), (people, { by, post }, leaver) => {
      const left = people.filter(({ person }) => person !== leaver);
      const owners = ownersOf({ by, ...(post ? { post } : {}) }, left, above);
      const wayUp = new Set(by.flatMap((unit) => [unit, parents[unit], 'bureau']));
      expect(owners.length > 0).toBe(left.some(({ unit }) => wayUp.has(unit)));
      expect(owners).not.toContain(leaver);
    }),
  );
});
