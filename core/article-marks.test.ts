/** What is said of a public text without changing it, and what is published without its chain: A16, T24, DQ-6. */
import { expect, test } from 'vitest';
import { ask, facts, runOf, subjects, two, why } from './article.fixture.ts';
import { decide, type Role, type Subject, type Verb } from './article.ts';

const { live, forced, pinned, review } = subjects;

test.each([
  ['A16 a forced publication has a reason', why(review, 'force', { words: '' }, {}, 'forcer'), 'words_missing'],
  ['A16 A3 nobody forces what he wrote', why(review, 'force', { person: 'lin' }, {}, 'forcer'), 'own_work'],
  [
    'A16 A3 nor at a step that edits',
    why(
      { ...review, run: runOf({ chain: { ...two, steps: two.steps.map((s) => ({ ...s, act: 'edit' as const })) } }) },
      'force',
      { person: 'lin' },
      {},
      'forcer',
    ),
    'own_work',
  ],
  ['A16 it names the revision that was looked at', why(review, 'force', { hash: 'h2' }, {}, 'forcer'), 'text_changed'],
  [
    'A16 a gate holds for it all the same',
    why({ ...review, run: runOf({ chain: { ...two, requires: [{ event: 'x' }] } }) }, 'force', {}, {}, 'forcer'),
    'gate_shut',
  ],
  ['A16 what is approved needs no force', why(subjects.approved, 'force', {}, {}, 'forcer'), 'not_while_complete'],
  ['A16 what was never sent can’t be forced', why(subjects.draft, 'force', {}, {}, 'forcer'), 'not_while_none'],
  [
    'A16 nothing is forced over a flag that nobody has cleared',
    why({ ...forced, run: runOf() }, 'force', {}, {}, 'forcer'),
    'flag_open',
  ],
  ['A16 who forced it doesn’t clear it', why(forced, 'clear_forced', { person: 'chief' }, {}, 'clearer'), 'not_third'],
  ['A16 who wrote it doesn’t clear it', why(forced, 'clear_forced', { person: 'lin' }, {}, 'clearer'), 'not_third'],
  ['A16 clearing says what was looked at', why(forced, 'clear_forced', { words: '' }, {}, 'clearer'), 'words_missing'],
  ['A16 what was not forced has no flag', why(live, 'clear_forced', {}, {}, 'clearer'), 'not_forced'],
  [
    'A16 the flag of what was withdrawn meanwhile still waits for a third person',
    why({ ...forced, placement: 'withdrawn' }, 'clear_forced', {}, {}, 'clearer'),
    'article.forced_cleared',
  ],
  ['T24 a confirmation says what was checked', why(live, 'confirm', { words: '' }, {}, 'confirmer'), 'words_missing'],
  [
    'what no longer holds isn’t confirmed',
    why({ ...live, invalid: true }, 'confirm', {}, {}, 'confirmer'),
    'is_invalid',
  ],
  ['nothing withdrawn is confirmed', why(subjects.withdrawn, 'confirm', {}, {}, 'confirmer'), 'not_while_withdrawn'],
  ['a mark has a kind', why(live, 'mark_invalid', { reason: undefined }, {}, 'invalidator'), 'reason_missing'],
  ['a mark has its ground', why(live, 'mark_invalid', { words: '' }, {}, 'invalidator'), 'reason_missing'],
  ['a mark is made at home', why({ ...live, home: false }, 'mark_invalid', {}, {}, 'invalidator'), 'not_home'],
  [
    'what holds instead is public',
    why(live, 'mark_invalid', {}, { successorUnfit: true }, 'invalidator'),
    'successor_unfit',
  ],
  ['three are pinned at most', why(live, 'pin', {}, { pins: 3 }, 'pinner'), 'pins_full'],
  ['the third may be pinned', why(live, 'pin', {}, { pins: 2 }, 'pinner'), 'article.pinned'],
  ['one of three goes to the top', why(pinned, 'pin', {}, { pins: 2 }, 'pinner'), 'article.pinned'],
  ['what isn’t pinned isn’t unpinned', why(live, 'unpin', {}, {}, 'pinner'), 'not_pinned'],
])('%s', (_name, got, expected) => expect(got).toBe(expected));

test.each<[Verb, Subject, Role]>([
  ['force', review, 'forcer'],
  ['clear_forced', forced, 'clearer'],
  ['confirm', live, 'confirmer'],
  ['mark_invalid', live, 'invalidator'],
])('A3 T27 the key of an outside system never makes the move %s, whatever its posts carry', (verb, subject, role) => {
  expect(decide(subject, ask(verb), facts([role], { outside: true }))).toMatchObject({
    ok: false,
    why: 'no_signature',
  });
});

test('T6 T24 what is said of a live text leaves what is in review, and the state, as they are', () => {
  const both: Subject = { ...subjects['live, newer in review'], pinned: true, forced: forced.forced };
  const roles: Role[] = ['clearer', 'confirmer', 'invalidator', 'pinner'];
  for (const verb of ['clear_forced', 'confirm', 'mark_invalid', 'pin', 'unpin'] as const)
    expect(decide(both, ask(verb), facts(roles))).toMatchObject({
      ok: true,
      run: 'open',
      placement: 'published',
      step: 0,
    });
});
