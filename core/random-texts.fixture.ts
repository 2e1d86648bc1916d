/** Every text that might be written in a random organisation: by whom, for which column, and the chain that it takes. */
import { type Holding, verbsOf } from './access.ts';
import { evaluate } from './facets.ts';
import { type Chain, chainFor, type Target } from './flow.ts';
import { axesOfMove } from './regulation/chain-table.ts';
import { combinationsOf } from './regulation/checks/combinations.ts';
import { actingIn } from './regulation/organisation.ts';
import type { Somewhere } from './regulation/random-organisation.fixture.ts';
import type { Facets, Regulation } from './regulation/types.ts';
import type { House } from './run.fixture.ts';
import { regulationFile, soundly } from './zj.fixture.ts';

export const library = ['zj-portal', 'jy-education-site', 'cs-portal', 'qx-site', 'substation-portal'].map((slug) => ({
  slug,
  regulation: soundly(regulationFile(`${slug}.md`)),
}));
/** The same cases each time in CI, so that none of them is seen by chance; `MENHU_SEEDS=20` takes twenty times as many, at random. */
export const runs = (few: number): { numRuns: number; seed?: number } => {
  const { MENHU_SEEDS } = process.env;
  return MENHU_SEEDS === undefined ? { numRuns: few, seed: 20_261_126 } : { numRuns: few * Number(MENHU_SEEDS) };
};
const move = 'article.publish';
const plain: Facets = {
  kind: 'news',
  weight: 'general',
  reach: 'section',
  sensitive: 'no',
  site: 'sub',
  hosting: 'ours',
};
const more: Facets = { visibility: 'public', disclosure: 'open' };

export type Text = { readonly target: Target; readonly chain: Chain; readonly writers: readonly Holding[] };

export const houseOf = ({ law, above, organisation }: Somewhere): House => ({
  acting: actingIn(organisation),
  apart: [law, ...above].flatMap(({ regulation }) => regulation.apart),
});

/** One for each chain of each writing unit, for columns of the adopter's own site. */
export function textsIn(here: Somewhere): readonly Text[] {
  const { law, above } = here;
  const path = [law, ...above];
  const writing = verbsOf(houseOf(here).acting, path).filter(({ verbs }) => verbs.includes('submit'));
  const units = [...new Set(writing.map(({ unit }) => unit))];
  const all = facetsIn(law.regulation, above.length > 0).flatMap((facets) =>
    units.flatMap((authorUnit) =>
      leadsOf(here).flatMap((columnLead) => {
        const target = { path, facets, authorUnit, siteOwner: law.binding.unit, columnLead };
        const answer = chainFor(move, target);
        const writers = writing.filter(({ unit }) => unit === authorUnit);
        return answer.ok ? [{ target, chain: answer.chain, writers }] : [];
      }),
    ),
  );
  return [...new Map(all.map((text) => [JSON.stringify([text.chain, text.target.authorUnit]), text])).values()];
}

function facetsIn(regulation: Regulation, subOnly: boolean): readonly Facets[] {
  const all = combinationsOf(axesOfMove(move, regulation) ?? []).map((one) => ({ ...plain, ...more, ...one }));
  return all.filter(({ site }) => !subOnly || site === 'sub').filter((facets) => claimed(regulation, facets));
}

const claimed = ({ flows }: Regulation, facets: Facets): boolean =>
  flows.some((flow) => flow.move === move && !flow.floor && evaluate(flow.for, facets));

function leadsOf({ law: { regulation, binding } }: Somewhere): readonly (readonly string[])[] {
  const leads = regulation.columns.map(({ id, lead, leadOneOf }) =>
    leadOneOf === undefined ? lead.flatMap((role) => binding.roles[role] ?? []) : (binding.leads[id] ?? []),
  );
  return [...new Map(leads.map((units) => [units.join(), units])).values()];
}
