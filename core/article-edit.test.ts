/** Editing inside a run (QX-8), suggestions beside it (JY-13), and texts that are not to be disclosed (JY-12a). */
import { expect, test } from 'vitest';
import { type Ask, decide, type Facts, type Run, type Subject, type TextState, type Verb } from './article.ts';
import type { Chain, ChainStep } from './flow.ts';

const step = (post: string, more: Partial<ChainStep> = {}): ChainStep => ({
  post: [post],
  units: ['u'],
  act: 'approve',
  clause: `x#${post}`,
  ...more,
});
const chain = (...steps: ChainStep[]): Chain => ({
  versionId: 'v',
  flow: 'f',
  clause: 'x#8',
  steps,
  publish: { by: 'author', clause: 'x#8' },
  requires: [],
});
const compiles = step('administrator', { act: 'edit' });
/** QX-8.1: the administrator compiles, the office approves. */
const general = chain(compiles, step('reviewer'));
/** QX-8.2: a leader instead. */
const major = chain(compiles, step('leader'));
/** JY-13: the editor's corrections are suggestions. */
const news = chain(step('editor', { edits: 'suggest' }));

const inReview = (given: Chain, more: Partial<Run> = {}): Subject => ({
  placement: 'none',
  everPublic: false,
  discarded: false,
  run: {
    state: 'open',
    step: 0,
    hash: 'h1',
    chain: given,
    facets: {},
    contributors: ['feng'],
    used: [{ person: 'feng', post: 'information-officer' }],
    decided: [],
    ...more,
  },
});
const ask = (verb: Verb, more: Partial<Ask> = {}): Ask => ({
  verb,
  person: 'wu',
  post: 'administrator',
  step: 0,
  hash: 'h1',
  ...more,
});
const facts = (more: Partial<Facts> = {}): Facts => ({ roles: ['holder'], apart: [], raisesOnly: true, ...more });
const why = (subject: Subject, asked: Ask, more: Partial<Facts> = {}) => {
  const outcome = decide(subject, asked, facts(more));
  return outcome.ok ? outcome.event : outcome.why;
};

test('QX-8 who compiles changes the text, and the step is still due', () => {
  expect(decide(inReview(general), ask('edit'), facts())).toEqual({
    ok: true,
    event: 'article.edited',
    run: 'open',
    placement: 'none',
    step: 0,
    clause: 'x#administrator',
  });
});

const plain: TextState = { missing: 0, speechless: 0, reprint: false, author: '', source: '', disclosure: 'open' };
test.each<[string, string, string]>([
  [
    'A2 nobody edits at a step that approves',
    why(inReview(general, { step: 1 }), ask('edit', { step: 1 })),
    'not_editing',
  ],
  [
    'A2 nobody edits what is approved',
    why(inReview(general, { state: 'complete', step: 2 }), ask('edit')),
    'not_while_complete',
  ],
  [
    'A4 nobody edits who does not hold the step',
    why(inReview(general), ask('edit'), { roles: ['author', 'writer'] }),
    'not_your_role',
  ],
  ['A4 an edit takes the step from the run', why(inReview(general), ask('edit', { step: 1 })), 'not_this_step'],
  ['A4 who edits lowers no facet', why(inReview(general), ask('edit'), { raisesOnly: false }), 'lowered'],
  [
    'A4 who edits leaves the kind alone',
    why(inReview(general), ask('edit'), { chain: { ok: false, why: 'facet_fixed' } }),
    'facet_fixed',
  ],
  ['D7 an edit names the text that was looked at', why(inReview(general), ask('edit', { hash: 'h0' })), 'text_changed'],
  ['an edit changes something', why(inReview(general), ask('edit'), { same: true }), 'nothing_changed'],
  [
    'what would not be sent is not edited in either',
    why(inReview(general), ask('edit'), { text: { ...plain, missing: 1 } }),
    'missing_left',
  ],
  ['QX-8 who wrote it may edit on', why(inReview(general), ask('edit', { person: 'feng' })), 'article.edited'],
  [
    'QX-8 who edited it passes it on',
    why(inReview(general, { contributors: ['feng', 'wu'] }), ask('approve')),
    'article.step_taken',
  ],
  [
    'QX-8 who edited it may still return it',
    why(inReview(general, { contributors: ['feng', 'wu'] }), ask('return', { words: '缺数字' })),
    'article.returned',
  ],
  [
    'A3 who edited it approves it at no later step',
    why(inReview(general, { step: 1, contributors: ['feng', 'wu'] }), ask('approve', { step: 1, post: 'reviewer' })),
    'own_work',
  ],
  [
    'A3 one person does not edit under the other post of a pair',
    why(inReview(general), ask('edit', { person: 'feng' }), { apart: [['information-officer', 'administrator']] }),
    'posts_apart',
  ],
])('%s', (_name, got, expected) => expect(got).toBe(expected));

test('A4 an edit that finds the text weightier takes the stricter chain, with its own step still due', () => {
  const raised = decide(inReview(general), ask('edit'), facts({ chain: { ok: true, chain: major } }));
  expect(raised).toMatchObject({ run: 'open', step: 0 });
  expect(raised.ok && raised.chain?.steps).toEqual(major.steps);
});

test('A2 where a raise brings an editing step that was not taken, approvals of before are asked for again', () => {
  const other = step('compiler', { act: 'edit' });
  const stricter = chain(compiles, other, step('reviewer'), step('leader'));
  const raised = decide(
    inReview(general, { step: 1 }),
    ask('approve', { person: 'cen', post: 'reviewer', step: 1 }),
    facts({ chain: { ok: true, chain: stricter } }),
  );
  expect(raised).toMatchObject({ run: 'open', step: 2 });
  expect(raised.ok && raised.chain?.steps.map((s) => `${s.act} ${s.post[0]}`)).toEqual([
    'edit administrator',
    'approve reviewer',
    'edit compiler',
    'approve reviewer',
    'approve leader',
  ]);
});

test('JY-13 a suggestion ends the run as a return does, with or without words', () => {
  const kong = ask('suggest', { person: 'kong', post: 'editor' });
  const ended = { ok: true, event: 'article.returned', run: 'ended', step: 0, clause: 'x#editor' };
  expect(decide(inReview(news), kong, facts())).toMatchObject(ended);
  expect(decide(inReview(news), { ...kong, words: '日期已核' }, facts())).toMatchObject(ended);
});

test.each<[string, string, string]>([
  ['JY-13 only a step whose edits are suggestions takes one', why(inReview(general), ask('suggest')), 'no_suggestions'],
  ['JY-13 an editor changes nothing himself', why(inReview(news), ask('edit')), 'not_editing'],
  ['JY-13 nobody suggests to himself', why(inReview(news), ask('suggest', { person: 'feng' })), 'own_work'],
  [
    'D7 a suggestion names the text that was looked at',
    why(inReview(news), ask('suggest', { hash: 'h0' })),
    'text_changed',
  ],
  ['a suggestion suggests something', why(inReview(news), ask('suggest'), { same: true }), 'nothing_changed'],
])('%s', (_name, got, expected) => expect(got).toBe(expected));

test('JY-12a a text that is not to be disclosed is neither sent nor published, and the article is named', () => {
  const approved = inReview(news, { state: 'complete', step: 1 });
  const draft: Subject = { placement: 'none', everPublic: false, discarded: false };
  for (const disclosure of ['on-request', 'closed', '']) {
    const text = { ...plain, disclosure, disclosureClause: 'jy#12a' };
    const refused = { ok: false, why: 'not_disclosed', clause: 'jy#12a' };
    expect(decide(approved, ask('publish'), facts({ roles: ['publisher'], text }))).toEqual(refused);
    const sent = facts({ roles: ['writer'], chain: { ok: true, chain: news }, text });
    expect(decide(draft, ask('submit'), sent)).toEqual(refused);
  }
  expect(why(approved, ask('publish'), { roles: ['publisher'], text: plain })).toBe('article.published');
});
