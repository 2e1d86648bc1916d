/** Chains in random organisations: what may be adopted can be finished by somebody, and a rise of a facet drops no step. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { said } from './chain-words.fixture.ts';
import { raised } from './facets.fixture.ts';
import { chainFor } from './flow.ts';
import { houseOf, library, runs, textsIn } from './random-texts.fixture.ts';
import { adviceOn } from './regulation/adopt.ts';
import { type Somewhere, somewhere } from './regulation/random-organisation.fixture.ts';
import { begin, canFinish, type House } from './run.fixture.ts';

const adviceAt = ({ law, above, organisation }: Somewhere) =>
  adviceOn(law.regulation, law.binding, organisation, above);

/** Of each text: who of its unit could write it and see it published. */
const ableIn = (here: Somewhere, house: House) =>
  textsIn(here).map((text) => {
    const { chain, target, writers } = text;
    return {
      text,
      able: writers.filter((by) => canFinish(begin(chain, target.facets, by, [by.person], house), house)),
    };
  });

test.each(library)(
  'A1 T4 $slug: what was adopted can be finished by somebody, whoever wrote, but for the cases that were told',
  ({ regulation }) => {
    const seen = { adopted: 0, refused: 0 };
    const check = (here: Somewhere) => {
      const { reasons, warnings } = adviceAt(here);
      const all = ableIn(here, houseOf(here));
      if (reasons.length > 0) {
        seen.refused++;
        return;
      }
      seen.adopted++;
      const told = warnings.flatMap(({ why, clause }) => (['alone', 'own_text_stuck'].includes(why) ? [clause] : []));
      for (const { text, able } of all) {
        expect(text.chain.steps.length).toBeGreaterThan(0);
        expect(able.length, `${JSON.stringify(text.target.facets)} of ${text.target.authorUnit}`).toBeGreaterThan(0);
        if (able.length === text.writers.length) continue;
        const clauses = [text.chain.clause, ...text.chain.steps.map(({ clause }) => clause)];
        expect(clauses.some((clause) => told.includes(clause))).toBe(true);
      }
    };
    fc.assert(fc.property(somewhere(regulation), check), runs(30));
    expect(Math.min(seen.adopted, seen.refused)).toBeGreaterThan(0);
  },
);

/** QX-8.2 puts the leader in the office’s place; JY’s chains go by kind, which nobody raises. No other article drops a step. */
const dropsByHand: Readonly<Record<string, readonly string[]>> = {
  'qx-site': ['general → major: approve reviewer, reading 重大信息由分管供稿科室的领导审批，代替办公室审核'],
};

test.each(library)(
  'A4 $slug: raising a facet drops no step wherever it was adopted, but where a reading says what stands in its place',
  ({ regulation }) => {
    const drops = new Set<string>();
    const check = (here: Somewhere) => {
      for (const { target, chain } of textsIn(here))
        for (const facet of ['weight', 'reach', 'sensitive'])
          for (const by of [1, 2, 3]) {
            const after = chainFor('article.publish', { ...target, facets: raised(target.facets, { facet, by }) });
            if (!after.ok) throw new Error(`${after.why}: ${JSON.stringify(target.facets)} by ${facet}`);
            const kept = after.chain.steps.map(said);
            const reading = after.chain.reading?.split('；')[0];
            for (const step of chain.steps.filter((one) => !kept.includes(said(one))))
              drops.add(`${chain.flow} → ${after.chain.flow}: ${step.act} ${step.post.join('|')}, reading ${reading}`);
          }
    };
    fc.assert(fc.property(somewhere(regulation), check), runs(6));
    expect([...drops]).toEqual(dropsByHand[regulation.slug] ?? []);
  },
);
