/** The article's tables of moves: what is allowed is written out by hand; every other state × verb × role must be refused. */
import { expect, test } from 'vitest';
import { ask, chain, everyRole, facts, runOf, step, subjects, two, why } from './article.fixture.ts';
import { type Ask, decide, type Facts, type Subject, verbs } from './article.ts';

/** subject · verb · role → event */
const allowed = `
forced clear_forced clearer → article.forced_cleared
forced confirm confirmer → article.confirmed
forced expire system → article.expired
forced mark_invalid invalidator → article.marked_invalid
forced pin pinner → article.pinned
forced save writer → article.saved
forced serve system → article.served
forced submit writer → article.submitted
forced withdraw withdrawer → article.withdrawn
live confirm confirmer → article.confirmed
live mark_invalid invalidator → article.marked_invalid
live pin pinner → article.pinned
live, newer approved confirm confirmer → article.confirmed
live, newer approved mark_invalid invalidator → article.marked_invalid
live, newer approved pin pinner → article.pinned
live, newer in review confirm confirmer → article.confirmed
live, newer in review force forcer → article.forced
live, newer in review mark_invalid invalidator → article.marked_invalid
live, newer in review pin pinner → article.pinned
pinned confirm confirmer → article.confirmed
pinned expire system → article.expired
pinned mark_invalid invalidator → article.marked_invalid
pinned pin pinner → article.pinned
pinned save writer → article.saved
pinned serve system → article.served
pinned submit writer → article.submitted
pinned unpin pinner → article.unpinned
pinned withdraw withdrawer → article.withdrawn
review force forcer → article.forced
draft save writer → article.saved
draft submit writer → article.submitted
draft discard writer → article.discarded
review recall author → article.recalled
review return holder → article.returned
review return publisher → article.returned
review approve holder → article.step_taken
approved submit writer → article.submitted
approved recall author → article.recalled
approved return holder → article.returned
approved return publisher → article.returned
approved discard writer → article.discarded
approved publish publisher → article.published
approved schedule publisher → article.scheduled
expired save writer → article.saved
expired submit writer → article.submitted
live save writer → article.saved
live submit writer → article.submitted
live expire system → article.expired
live serve system → article.served
live withdraw withdrawer → article.withdrawn
live, newer in review recall author → article.recalled
live, newer in review return holder → article.returned
live, newer in review return publisher → article.returned
live, newer in review approve holder → article.step_taken
live, newer in review expire system → article.expired
live, newer in review serve system → article.served
live, newer in review withdraw withdrawer → article.withdrawn
live, newer approved submit writer → article.submitted
live, newer approved recall author → article.recalled
live, newer approved return holder → article.returned
live, newer approved return publisher → article.returned
live, newer approved publish publisher → article.updated
live, newer approved expire system → article.expired
live, newer approved schedule publisher → article.scheduled
live, newer approved serve system → article.served
live, newer approved withdraw withdrawer → article.withdrawn
scheduled submit writer → article.submitted
scheduled recall author → article.recalled
scheduled return holder → article.returned
scheduled return publisher → article.returned
scheduled discard writer → article.discarded
scheduled publish publisher → article.published
scheduled schedule publisher → article.scheduled
scheduled unschedule publisher → article.unscheduled
scheduled unschedule system → article.unscheduled
withdrawn save writer → article.saved
withdrawn submit writer → article.submitted`
  .trim()
  .split('\n');

test('A11 A16 T27 B5 the whole table: every state, verb and role that is not written here is refused', () => {
  const got = Object.entries<Subject>(subjects).flatMap(([name, subject]) =>
    verbs.flatMap((verb) =>
      everyRole.flatMap((role) => {
        const stepDue = subject.run?.step ?? 0;
        const outcome = decide(subject, ask(verb, { step: stepDue }), facts([role]));
        return outcome.ok ? [`${name} ${verb} ${role} → ${outcome.event}`] : [];
      }),
    ),
  );
  expect(got.sort()).toEqual([...allowed].sort());
});

const { review } = subjects;
test.each([
  ['A3 nobody approves what they wrote', why(review, 'approve', { person: 'lin' }), 'own_work'],
  ['A3 nobody returns what they wrote', why(review, 'return', { person: 'lin' }), 'own_work'],
  [
    'A3 one person does not use both posts of a pair for one article',
    why(review, 'approve', { post: 'head' }, { apart: [['undertaker', 'head']] }),
    'article.step_taken',
  ],
  [
    'A3 who used the other post of a pair on this run is refused',
    why(
      { ...review, run: runOf({ used: [{ person: 'zhou', post: 'undertaker' }] }) },
      'approve',
      { post: 'head' },
      { apart: [['undertaker', 'head']] },
    ),
    'posts_apart',
  ],
  ['A4 the step comes from the run, never from the request', why(review, 'approve', { step: 1 }), 'not_this_step'],
  [
    'A4 a repeated step is refused',
    why({ ...review, run: runOf({ step: 1 }) }, 'approve', { step: 0 }),
    'not_this_step',
  ],
  ['A4 a request without a step is refused', why(review, 'approve', { step: undefined }), 'not_this_step'],
  ['A4 facets are not lowered in review', why(review, 'approve', {}, { raisesOnly: false }), 'lowered'],
  ['A2 an approval names the revision that was looked at', why(review, 'approve', { hash: 'h2' }), 'text_changed'],
  [
    'A2 what is published is what was approved',
    why(subjects.approved, 'publish', { hash: 'h2' }, {}, 'publisher'),
    'text_changed',
  ],
  ['A1 nothing is published while its chain is open', why(review, 'publish', {}, {}, 'publisher'), 'not_while_open'],
  [
    'A1 nothing is published that was never submitted',
    why(subjects.draft, 'publish', {}, {}, 'publisher'),
    'not_while_none',
  ],
  [
    'B5 a withdrawn article comes back only through a whole chain',
    why(subjects.withdrawn, 'publish', {}, {}, 'publisher'),
    'not_while_none',
  ],
  ['B5 a withdrawal has a reason', why(subjects.live, 'withdraw', { words: '' }, {}, 'withdrawer'), 'reason_missing'],
  [
    'B5 a withdrawal has a type',
    why(subjects.live, 'withdraw', { reason: undefined }, {}, 'withdrawer'),
    'reason_missing',
  ],
  ['a return has words', why(review, 'return', { words: '' }), 'words_missing'],
  [
    'T4 no chain is refused, never published',
    why(subjects.draft, 'submit', {}, { chain: { ok: false, why: 'no_chain' } }, 'writer'),
    'no_chain',
  ],
  [
    'T4 a submit without any answer about its chain is refused',
    why(subjects.draft, 'submit', {}, { chain: undefined }, 'writer'),
    'no_chain',
  ],
  ['what was public is not discarded', why(subjects.live, 'discard', {}, {}, 'writer'), 'was_public'],
  [
    'a gate that nothing has opened stays shut',
    why(
      {
        ...subjects.approved,
        run: runOf({ state: 'complete', step: 2, chain: { ...two, requires: [{ event: 'filing.x.kept' }] } }),
      },
      'publish',
      { step: 2 },
      {},
      'publisher',
    ),
    'gate_shut',
  ],
  [
    'coming back after a withdrawal is a restoration',
    why({ ...subjects.withdrawn, run: runOf({ state: 'complete', step: 2 }) }, 'publish', {}, {}, 'publisher'),
    'article.restored',
  ],
])('%s', (_name, got, expected) => expect(got).toBe(expected));

test('the last approval completes the run, an earlier one moves it on by one', () => {
  expect(decide(review, ask('approve'), facts(['holder'], { chain: undefined }))).toMatchObject({
    run: 'open',
    step: 1,
  });
  const last = { ...review, run: runOf({ step: 1 }) };
  expect(decide(last, ask('approve', { step: 1 }), facts(['holder'], { chain: undefined }))).toMatchObject({
    run: 'complete',
    step: 2,
    event: 'article.approved',
  });
});

test('a countersignature waits for every post that it names', () => {
  const both = chain(step('head', { act: 'countersign', post: ['head', 'reviewer'] }));
  const first = { ...review, run: runOf({ chain: both }) };
  expect(decide(first, ask('approve'), facts(['holder'], { chain: undefined }))).toMatchObject({
    run: 'open',
    step: 0,
  });
  const second = { ...review, run: runOf({ chain: both, decided: ['head'] }) };
  expect(decide(second, ask('approve', { post: 'reviewer' }), facts(['holder'], { chain: undefined }))).toMatchObject({
    run: 'complete',
    step: 1,
  });
});

test('A4 raised facets keep the steps that were taken, and everything that the stricter chain asks beyond is due', () => {
  const stricter = chain(step('secrecy'), step('head'), step('director'), step('leader'));
  const raised = decide(
    { ...review, run: runOf({ step: 0 }) },
    ask('approve'),
    facts(['holder'], { chain: { ok: true, chain: stricter } }),
  );
  expect(raised).toMatchObject({ run: 'open', step: 1 });
  expect(raised.ok && raised.chain?.steps.map((s) => s.post[0])).toEqual(['head', 'secrecy', 'director', 'leader']);
});

test('A14 a reprint whose author or source says nothing is neither sent nor published, whoever asks', () => {
  const text = {
    missing: 0,
    speechless: 0,
    reprint: true,
    author: '李想',
    source: '\u3000 —',
    disclosure: 'open',
    reprintClause: 'zj#13.1',
  };
  const approved = subjects.approved;
  const draft = subjects.draft;
  const facts: Facts = {
    roles: ['publisher', 'writer', 'system'],
    apart: [],
    raisesOnly: true,
    chain: { ok: true, chain: two },
  };
  const publish: Ask = { verb: 'publish', person: 'lin', post: 'undertaker', hash: 'h1' };
  const submit: Ask = { verb: 'submit', person: 'lin', post: 'undertaker' };
  const refused = { ok: false, why: 'reprint_unsourced', clause: 'zj#13.1' };
  expect(decide(approved, publish, { ...facts, text })).toEqual(refused);
  expect(decide(draft, submit, { ...facts, text })).toEqual(refused);
  const sourced = { ...text, source: '新闻社' };
  expect(decide(approved, publish, { ...facts, text: sourced }).ok).toBe(true);
  expect(decide(draft, submit, { ...facts, text: sourced }).ok).toBe(true);
  expect(decide(approved, publish, { ...facts, text: { ...text, reprint: false } }).ok).toBe(true);
});
