/** The rules of choosing and joining, on small regulations made for each case. */
import { expect, test } from 'vitest';
import { type Chain, chainFor, type Target } from './flow.ts';
import { fence, headApproves, plainFlow, sampleWith } from './regulation/sample.fixture.ts';
import type { InForce } from './regulation/types.ts';
import { bound, inForce, mainTarget, soundly } from './zj.fixture.ts';

const law = (unit: string, ...blocks: readonly string[]): InForce => {
  const roles = { office: [`${unit}-office`], section: ['food', 'legal'] };
  const source = sampleWith(...blocks).replace('regulation: sample', `regulation: rule-of-${unit}`);
  return inForce(soundly(source), bound(unit, roles));
};
const target = (path: readonly InForce[], more: Partial<Target> = {}) =>
  mainTarget({ site: 'sub' }, { path, siteOwner: 'branch', ...more });
const ask = (path: readonly InForce[], more: Partial<Target> = {}) => chainFor('article.publish', target(path, more));
const stepsOf = (path: readonly InForce[], more: Partial<Target> = {}): readonly string[] => {
  const answer = ask(path, more);
  if (!answer.ok) throw new Error(answer.why);
  return answer.chain.steps.map((step) => `${step.act} ${step.post.join('|')} ${step.units.join('|')}`);
};

const officeReviews = '{ post: head, of: office, act: review }';
const floor = (...least: readonly string[]) =>
  fence('flow floor', 'for: { site: sub }', 'set_by: site.owner', `least: [ ${least.join(', ')} ]`);
const joined = (id: string, place: string, post = 'head') =>
  fence(`step ${id}`, 'for: {}', `add: { post: ${post}, of: office, act: review }`, `place: ${place}`);

test('without any rule there is no chain', () => {
  expect(ask([])).toEqual({ ok: false, why: 'no_chain' });
});

test('a rule for other sites gives no chain', () => {
  expect(ask([law('bureau', plainFlow('a', '{ site: main }', headApproves))])).toEqual({ ok: false, why: 'no_chain' });
});

test('the nearest rule that claims the target gives the chain', () => {
  const above = law('bureau', plainFlow('a', '{}', headApproves, officeReviews));
  const near = law('branch', plainFlow('b', '{}', headApproves));
  expect(stepsOf([near, above])).toEqual(['approve head food']);
  const elsewhere = law('branch', plainFlow('b', '{ site: main }', headApproves));
  expect(stepsOf([elsewhere, above])).toEqual(['approve head food', 'review head bureau-office']);
});

test('steps that rules above add come in at their places, the higher one last', () => {
  const near = law(
    'branch',
    plainFlow('b', '{}', headApproves, '{ post: vice-leader, of: self, act: decide }'),
    joined('n', 'last'),
  );
  const above = law('bureau', joined('a', 'last'), joined('f', 'first', 'vice-leader'));
  expect(stepsOf([near, above])).toEqual([
    'review vice-leader bureau-office',
    'approve head food',
    'decide vice-leader branch',
    'review head branch-office',
    'review head bureau-office',
  ]);
});

test.each([
  ['after vice-leader', ['approve head food', 'decide vice-leader branch', 'review head bureau-office']],
  ['after head', ['approve head food', 'review head bureau-office', 'decide vice-leader branch']],
  ['after publisher', ['approve head food', 'decide vice-leader branch', 'review head bureau-office']],
])('a step is placed %s', (place, expected) => {
  const near = law('branch', plainFlow('b', '{}', headApproves, '{ post: vice-leader, of: self, act: decide }'));
  expect(stepsOf([near, law('bureau', joined('a', place))])).toEqual(expected);
});

test('a step that the chain has already is not doubled; the same post of another unit is', () => {
  const near = law('branch', plainFlow('b', '{}', headApproves, officeReviews), joined('n', 'last'));
  expect(stepsOf([near])).toEqual(['approve head food', 'review head branch-office']);
  expect(stepsOf([near, law('bureau', joined('a', 'last'))])).toHaveLength(3);
});

test('a step of another move is not added', () => {
  const other = fence(
    'step a',
    'for: { move: site.open }',
    'add: { post: head, of: office, act: review }',
    'place: last',
  );
  expect(stepsOf([law('branch', plainFlow('b', '{}', headApproves)), law('bureau', other)])).toEqual([
    'approve head food',
  ]);
});

test.each<readonly [string, readonly string[], readonly string[], boolean]>([
  ['an approval', ['{ act: approve }'], [headApproves], true],
  ['an approval, and a decision is more', ['{ act: approve }'], ['{ post: vice-leader, of: self, act: decide }'], true],
  ['an approval, and a review is less', ['{ act: approve }'], [officeReviews], false],
  ['two approvals, and one counts once', ['{ act: approve }', '{ act: approve }'], [headApproves], false],
  [
    'two approvals',
    ['{ act: approve }', '{ act: approve }'],
    [headApproves, '{ post: vice-leader, of: self, act: decide }'],
    true,
  ],
  [
    'a head, and it is a vice leader',
    ['{ act: approve, post: head }'],
    ['{ post: vice-leader, of: self, act: approve }'],
    false,
  ],
  [
    'the author’s head, and it is another',
    ['{ act: approve, post: head, of: author.unit }'],
    ['{ post: head, of: office, act: approve }'],
    false,
  ],
  [
    'a weak demand first, that must not take the strong step',
    ['{ act: review }', '{ act: decide }'],
    ['{ post: vice-leader, of: self, act: decide }', officeReviews],
    true,
  ],
])('R3 a floor that asks for %s', (_name, least, steps, met) => {
  const answer = ask([law('branch', plainFlow('b', '{}', ...steps)), law('bureau', floor(...least))]);
  if (met) expect(answer.ok).toBe(true);
  else expect(answer).toEqual({ ok: false, why: 'below_floor', clause: 'rule-of-bureau#2' });
});

test('what others add does not lift the owner’s chain over the floor', () => {
  const near = law('branch', plainFlow('b', '{}', officeReviews));
  const adding = law(
    'bureau',
    floor('{ act: approve }'),
    fence('step a', 'for: {}', 'add: { post: head, of: office, act: approve }', 'place: last'),
  );
  expect(ask([near, adding])).toMatchObject({ why: 'below_floor' });
});

test('a floor above asks for the owner’s own chain, not for one in between', () => {
  const between = law('district', plainFlow('d', '{}', headApproves));
  expect(ask([between, law('bureau', floor('{ act: approve }'))])).toEqual({
    ok: false,
    why: 'floor_without_chain',
    clause: 'rule-of-bureau#2',
  });
});

test('a chain above a floor does not stand in for the owner’s', () => {
  const top = law('city', plainFlow('c', '{}', headApproves));
  expect(ask([law('bureau', floor('{ act: approve }')), top])).toMatchObject({ why: 'floor_without_chain' });
});

test('a special flow of the same file takes its targets out of a floor', () => {
  const special = plainFlow('s', '{ site: sub, hosting: ours }', headApproves);
  expect(stepsOf([law('bureau', floor('{ act: approve }'), special)])).toEqual(['approve head food']);
});

test('a unit that nobody bound is refused, under the article of the step', () => {
  const near = law('branch', plainFlow('b', '{}', officeReviews));
  const unbound = { ...near, binding: { ...near.binding, roles: { office: [] } } };
  expect(ask([unbound])).toEqual({ ok: false, why: 'unbound', clause: 'rule-of-branch#2' });
  const inherited = { ...near, binding: { ...near.binding, roles: {} } };
  expect(ask([inherited])).toMatchObject({ why: 'unbound' });
});

test('a column that nobody leads is unbound as well', () => {
  const near = law('branch', plainFlow('b', '{}', '{ post: head, of: column.lead, act: approve }'));
  expect(stepsOf([near], { columnLead: ['food', 'legal'] })).toEqual(['approve head food|legal']);
  expect(ask([near], { columnLead: [] })).toMatchObject({ why: 'unbound' });
});

test('each reference finds its unit', () => {
  const steps = ['author.unit', 'site.owner', 'self', 'section'].map((of) => `{ post: head, of: ${of}, act: approve }`);
  expect(stepsOf([law('branch', plainFlow('b', '{}', ...steps))], { siteOwner: 'owner' })).toEqual([
    'approve head food',
    'approve head owner',
    'approve head branch',
    'approve head food|legal',
  ]);
});

test('a sensitivity that nobody stated is refused, where a step asks for it', () => {
  const near = law(
    'branch',
    plainFlow('b', '{}', headApproves, '{ post: head, of: office, act: review, when: { sensitive: yes } }'),
  );
  const { sensitive, ...facets } = target([]).facets;
  expect(ask([near], { facets })).toEqual({ ok: false, why: 'facet_missing' });
  expect(ask([near], { facets: { ...facets, sensitive: sensitive ?? 'no' } }).ok).toBe(true);
  expect(ask([law('branch', plainFlow('b', '{}', headApproves))], { facets }).ok).toBe(true);
});

test('a weight that no order has is refused', () => {
  const near = law('branch', plainFlow('b', '{}', headApproves));
  expect(ask([near], { facets: { ...target([]).facets, weight: 'huge' } })).toEqual({
    ok: false,
    why: 'facet_unknown',
  });
});

test('only a flow that says so has no steps, and only such a chain is empty', () => {
  const near = law('branch', fence('flow b', 'for: {}', 'steps: []', 'publish: { by: automatic }'));
  expect(stepsOf([near])).toEqual([]);
});

test('T4 a flow of which no step holds gives no chain, also when a stored one got past the reader', () => {
  const near = law('branch', plainFlow('b', '{}', headApproves));
  const flows = near.regulation.flows.map((flow) => ({
    ...flow,
    steps: flow.steps.map((step) => ({ ...step, when: { any: [] } })),
  }));
  expect(ask([{ ...near, regulation: { ...near.regulation, flows } }])).toEqual({
    ok: false,
    why: 'no_chain',
    clause: 'rule-of-branch#2',
  });
});

test('gates of the flow and of the floors above stand in the chain', () => {
  const own = fence(
    'flow b',
    'for: {}',
    `steps: [ ${headApproves} ]`,
    'publish: { by: author }',
    'requires: filing.plan.kept within 30 days',
  );
  const asking = fence('flow floor', 'for: { site: sub }', 'set_by: site.owner', 'least: []', 'requires: site.online');
  const answer = ask([law('branch', own), law('bureau', asking)]) as { chain: Chain };
  expect(answer.chain.requires).toEqual([{ event: 'filing.plan.kept', within: '30 days' }, { event: 'site.online' }]);
});

test('a publication that waits for an event has it as a gate', () => {
  const publish = 'publish: { by: author, after: document.issued }';
  const answer = ask([law('branch', fence('flow b', 'for: {}', `steps: [ ${headApproves} ]`, publish))]) as {
    chain: Chain;
  };
  expect(answer.chain.requires).toEqual([{ event: 'document.issued' }]);
});

test('a chain of another move has no publisher of its own', () => {
  const near = law(
    'branch',
    fence('flow b', 'for: { move: [site.open, site.redesign] }', `steps: [ ${headApproves} ]`),
  );
  expect(chainFor('site.redesign', target([near]))).toMatchObject({ ok: true, chain: { publish: { by: 'author' } } });
  expect(chainFor('site.close', target([near]))).toEqual({ ok: false, why: 'no_chain' });
});
