/** Runs in random organisations, with random people who try to approve, to raise and to publish. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { said } from './chain-words.fixture.ts';
import { chainFor, type Target } from './flow.ts';
import { houseOf, library, runs, textsIn } from './random-texts.fixture.ts';
import { type Somewhere, somewhere } from './regulation/random-organisation.fixture.ts';
import { approved, begin, type Going, type House, handsOf, mayPublish } from './run.fixture.ts';
import { fits } from './takers.ts';
import { facetValues } from './vocabulary/facets.ts';

/** `wild`: anybody at all; else one of those whose post is due. */
const tryOne = fc.record({
  who: fc.nat(99),
  wild: fc.boolean(),
  rise: fc.constantFrom('', '', '', '', 'weight', 'reach', 'sensitive'),
});
type Try = { readonly who: number; readonly wild: boolean; readonly rise: string };

test.each(library)(
  'A3 A4 $slug: whoever tries whatever in whatever order, nobody approves what he had a hand in, and no step is left out',
  ({ regulation }) => {
    let finished = 0;
    const tries = fc.array(tryOne, { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(somewhere(regulation), fc.nat(9_999), fc.nat(9_999), tries, (here, which, helper, all) => {
        if (walk(here, which, helper, all)) finished++;
      }),
      runs(80),
    );
    expect(finished).toBeGreaterThan(0);
  },
);

/** Whether it came to be published. `helper` had a hand in the text as well. */
function walk(here: Somewhere, which: number, helper: number, tries: readonly Try[]): boolean {
  const house = houseOf(here);
  const texts = textsIn(here);
  const text = texts[which % Math.max(1, texts.length)];
  const by = text?.writers[helper % text.writers.length];
  if (!text || !by) return false;
  const hand = house.acting[helper % house.acting.length]?.person ?? by.person;
  let going = begin(text.chain, text.target.facets, by, [by.person, hand], house);
  for (const { who, wild, rise } of tries) {
    const step = going.chain.steps[going.step];
    const due = house.acting.filter((one) => wild || (step !== undefined && fits(one, step)));
    const one = due[who % Math.max(1, due.length)];
    const next = one && approved(going, one, house, risen(going, text.target, rise));
    if (next) expectKept(going, next, house);
    going = next ?? going;
    if (!house.acting.some((any) => mayPublish(going, any, house))) continue;
    expectWalked(going, text.target);
    return true;
  }
  return false;
}

function risen({ facets }: Going, target: Target, facet: string) {
  const order = facetValues[facet] ?? [];
  const higher = order[order.indexOf(facets[facet] ?? '') + 1];
  if (higher === undefined) return undefined;
  const now = { ...facets, [facet]: higher };
  return { facets: now, chain: chainFor('article.publish', { ...target, facets: now }) };
}

/** One approval: by none of those with a hand in it, with no clash of posts, and nothing that was done is forgotten. */
function expectKept(before: Going, after: Going, { apart }: House): void {
  const taken = after.taken.at(-1);
  const used = [before.by, ...before.taken.map(({ by }) => by)].filter(({ person }) => person === taken?.by.person);
  if (taken?.act !== 'edit') expect(handsOf(before)).not.toContain(taken?.by.person);
  for (const group of apart.filter((posts) => posts.includes(taken?.by.post ?? '')))
    expect(used.filter(({ post }) => post !== taken?.by.post && group.includes(post))).toEqual([]);
  expect(after.chain.steps.slice(0, before.step)).toEqual(before.chain.steps.slice(0, before.step));
  expect([before.step, before.step + 1]).toContain(after.step);
}

/** Each step was taken, by somebody who had no hand in what is published; and each that its facets ask for as they are now. */
function expectWalked(going: Going, target: Target): void {
  const { chain, taken, facets } = going;
  const asked = chainFor('article.publish', { ...target, facets });
  expect(chain.steps.map(said)).toEqual(expect.arrayContaining(asked.ok ? asked.chain.steps.map(said) : [asked.why]));
  expect(chain.steps.map((_, i) => taken.some(({ step }) => step === i))).toEqual(chain.steps.map(() => true));
  const own = taken.filter(({ act, by }) => act !== 'edit' && handsOf(going).includes(by.person));
  expect(own).toEqual([]);
}
