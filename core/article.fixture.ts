/** Articles in every state, and what is asked of them: for the tests of the tables of moves. */
import { type Ask, decide, type Facts, type Role, type Run, type Subject, type Verb } from './article.ts';
import type { Chain, ChainStep } from './flow.ts';

export const step = (post: string, more: Partial<ChainStep> = {}): ChainStep => ({
  post: [post],
  units: ['u'],
  act: 'approve',
  clause: 'zj#13.2',
  ...more,
});
export const chain = (...steps: ChainStep[]): Chain => ({
  versionId: 'v',
  flow: 'main-site',
  clause: 'zj#13.2',
  steps,
  publish: { by: 'author', clause: 'zj#13.2' },
  requires: [],
});
export const two = chain(step('head'), step('leader'));
export const runOf = (more: Partial<Run> = {}): Run => ({
  state: 'open',
  step: 0,
  hash: 'h1',
  chain: two,
  facets: {},
  contributors: ['lin'],
  used: [{ person: 'lin', post: 'undertaker' }],
  decided: [],
  ...more,
});
export const subjects = {
  draft: { placement: 'none', everPublic: false, discarded: false },
  review: { placement: 'none', everPublic: false, discarded: false, run: runOf() },
  approved: { placement: 'none', everPublic: false, discarded: false, run: runOf({ state: 'complete', step: 2 }) },
  live: { placement: 'published', everPublic: true, discarded: false },
  'live, newer in review': { placement: 'published', everPublic: true, discarded: false, run: runOf() },
  'live, newer approved': {
    placement: 'published',
    everPublic: true,
    discarded: false,
    run: runOf({ state: 'complete', step: 2 }),
  },
  withdrawn: { placement: 'withdrawn', everPublic: true, discarded: false },
  scheduled: {
    placement: 'none',
    everPublic: false,
    discarded: false,
    run: runOf({ state: 'complete', step: 2, scheduled: true }),
  },
  forced: {
    placement: 'published',
    everPublic: true,
    discarded: false,
    forced: { by: 'chief', contributors: ['lin'] },
  },
  pinned: { placement: 'published', everPublic: true, discarded: false, pinned: true },
  expired: { placement: 'expired', everPublic: true, discarded: false },
} as const satisfies Record<string, Subject>;
export const everyRole: Role[] = [
  'writer',
  'author',
  'holder',
  'publisher',
  'withdrawer',
  'confirmer',
  'invalidator',
  'forcer',
  'clearer',
  'pinner',
  'system',
];
export const ask = (verb: Verb, more: Partial<Ask> = {}): Ask => ({
  verb,
  person: 'zhou',
  post: 'head',
  step: 0,
  hash: 'h1',
  words: 'w',
  reason: 'error',
  ...more,
});
export const facts = (roles: Role[], more: Partial<Facts> = {}): Facts => ({
  roles,
  apart: [],
  raisesOnly: true,
  chain: { ok: true, chain: two },
  due: true,
  ...more,
});

/** The event, or the reason against it. */
export const why = (
  subject: Subject,
  verb: Verb,
  more: Partial<Ask> = {},
  also: Partial<Facts> = {},
  role: Role = 'holder',
) => {
  const outcome = decide(subject, ask(verb, more), facts([role], also));
  return outcome.ok ? outcome.event : outcome.why;
};
