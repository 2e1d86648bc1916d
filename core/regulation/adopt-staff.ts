/** Can the people who are there go every chain that the text sets up? Nobody approves own work, and posts stay apart. */
import { type Holding, verbsOf } from '../access.ts';
import type { Chain } from '../chain.ts';
import { asKnown, evaluate } from '../facets.ts';
import { chainFor, type Target } from '../flow.ts';
import { type Acting, fits } from '../takers.ts';
import type { Reason } from './adopt.ts';
import { type Alone, aloneAt, sayAlone } from './adopt-alone.ts';
import { type Called, postName, sayPosts, unitName } from './adopt-names.ts';
import { type Axis, axesOf, combinationsMax, combinationsOf, countOf, expressionsOf } from './checks/combinations.ts';
import { sayFacets } from './checks/show.ts';
import { columnsOn } from './columns-on.ts';
import { askings, canGo, type People } from './go-chain.ts';
import { actingIn, type Organisation, ranksUnder } from './organisation.ts';
import type { Facets, InForce, PublishRule } from './types.ts';

const move = 'article.publish';
/** Facets that a writer always states: an expression far up the path may ask for one that is not told apart here. */
const stated: Facets = {
  kind: 'information',
  weight: 'general',
  reach: 'section',
  sensitive: 'no',
  visibility: 'public',
  disclosure: 'open',
};

export type Staffing = { readonly reasons: readonly Reason[]; readonly warnings: readonly Reason[] };

/**
 * `path` begins with the text that is to be adopted; its own floors are for others to meet, and are not asked here. A
 * chain that no text of a writing unit could ever go is a reason; one that only some person's own text can't go is a
 * warning (decision 0335).
 */
export function staffing(path: readonly InForce[], organisation: Organisation): Staffing {
  const [law] = path;
  if (!law?.regulation.flows.some((flow) => flow.move === move && !flow.floor)) return { reasons: [], warnings: [] };
  const acting = actingIn(organisation);
  const writers = verbsOf(acting, path).filter((held) => held.verbs.includes('submit'));
  const staff = { path, organisation, acting, apart: path.flatMap(({ regulation }) => regulation.apart) };
  const reasons = new Map<string, Reason>();
  const alone: { facets: Facets; alone: Alone }[] = [];
  const axes = axesOn(path);
  for (const [facets, target] of targetsAll(path, law, axes, writers, organisation)) {
    const mine = writers.filter((one) => one.unit === target.authorUnit);
    const answer = chainFor(move, target);
    const found = answer.ok ? staffReasons(answer.chain, mine, staff) : [refused(answer, facets)];
    for (const reason of found) if (!reasons.has(keyOf(reason))) reasons.set(keyOf(reason), reason);
    if (answer.ok && found.length === 0)
      alone.push(...aloneAt(answer.chain, mine, staff).map((one) => ({ facets, alone: one })));
  }
  return { reasons: [...reasons.values()], warnings: sayAlone(alone, axes, staff) };
}

/** Every combination that this text claims, with each target that it may have there. */
function targetsAll(
  path: readonly InForce[],
  law: InForce,
  axes: readonly Axis[],
  writers: readonly Holding[],
  organisation: Organisation,
): readonly (readonly [Facets, Target])[] {
  const ranks = ranksUnder(law.binding.unit, organisation);
  const all = countOf(axes) > combinationsMax ? [] : combinationsOf(axes);
  const mine = all.filter((one) => claims(law, { ...stated, ...one }) && !(one.site && ranks && !ranks.has(one.site)));
  return mine.flatMap((one) =>
    targetsOf(path, law, { ...stated, ...one }, writers).map((target) => [one, target] as const),
  );
}

const refused = ({ why, clause }: { why: string; clause?: string }, facets: Facets): Reason => ({
  why,
  says: `${sayFacets({ ...stated, ...facets })}：${refusals[why] ?? why}`,
  ...(clause ? { clause } : {}),
});

/** One example of a chain that can't be had is enough for each article. */
const keyOf = (reason: Reason): string =>
  reason.why in refusals ? `${reason.why} ${reason.clause ?? ''}` : reason.says;

const refusals: Readonly<Record<string, string>> = {
  no_chain: '没有流程',
  below_floor: '流程达不到上级规定的底线',
  floor_without_chain: '上级规定要求由网站主管单位自定流程',
  unbound: '流程要的单位对不上',
  no_publisher: '没有人发布',
  facet_missing: '分类没有写全',
  facet_unknown: '分类的取值不认识',
};

function axesOn(path: readonly InForce[]): readonly Axis[] {
  const flows = path.flatMap(({ regulation }) => regulation.flows.filter((flow) => flow.move === move));
  const joined = path.flatMap(({ regulation }) => regulation.steps.filter((step) => step.move === move));
  const facets = Object.assign({}, ...path.map(({ regulation }) => regulation.facets)) as Readonly<
    Record<string, readonly string[]>
  >;
  return axesOf(expressionsOf(flows, joined), { scale: path[0]?.regulation.scale ?? {}, facets });
}

function claims({ regulation }: InForce, facets: Facets): boolean {
  const known = asKnown(regulation.scale, facets);
  const flow = regulation.flows.find((one) => one.move === move && evaluate(one.for, known));
  return flow !== undefined && !flow.floor;
}

/** One target per writing unit, and per set of leads where a step asks for the leads. */
function targetsOf(
  path: readonly InForce[],
  law: InForce,
  facets: Facets,
  writers: readonly Holding[],
): readonly Target[] {
  const units = [...new Set(writers.map((one) => one.unit))];
  const siteOwner = law.binding.unit;
  return units.flatMap((authorUnit) =>
    leadsOf(law, facets.site).map((columnLead) => ({ path, facets, authorUnit, siteOwner, columnLead })),
  );
}

function leadsOf({ regulation, binding }: InForce, site: string | undefined): readonly (readonly string[])[] {
  const steps = [...regulation.flows.flatMap((flow) => flow.steps), ...regulation.steps.map((step) => step.add)];
  const publishers = regulation.flows.flatMap((flow) => flow.publish.map((rule) => rule.by));
  const asked = [...steps.flatMap((step) => [step.of, step.else?.of]), ...publishers.map(unitOf)];
  if (!asked.includes('column.lead')) return [[binding.unit]];
  const leads = columnsOn(regulation, site).map((column) => {
    const named = column.leadOneOf === undefined ? column.lead : undefined;
    return named
      ? named.flatMap((role) => (role === 'self' ? [binding.unit] : (binding.roles[role] ?? [])))
      : (binding.leads[column.id] ?? []);
  });
  const distinct = new Map(leads.map((units) => [units.toSorted().join('\n'), units]));
  return leads.length > 0 ? [...distinct.values()] : [[binding.unit]];
}

const unitOf = (by: PublishRule['by']): string | undefined => (typeof by === 'string' ? undefined : by.of);

/** `writers` are those of the unit that wrote: it is enough that one of them can be read to the end. */
function staffReasons(chain: Chain, writers: readonly Acting[], staff: People & Called): readonly Reason[] {
  const { acting } = staff;
  const vacant = chain.steps
    .flatMap(askings)
    .filter((step) => !acting.some((one) => fits(one, step) || (step.else && fits(one, step.else))));
  const reasons = vacant.map((step) => ({
    why: 'nobody_holds',
    says: `${sayPosts(step, staff)}没有人任职`,
    clause: step.clause,
  }));
  const { publish } = chain;
  if (publish.by === 'post' && !acting.some((one) => fits(one, publish))) {
    reasons.push({
      why: 'nobody_publishes',
      says: `${sayPosts(publish, staff)}没有人任职，信息没有人发布`,
      clause: publish.clause,
    });
  }
  if (reasons.length > 0) return reasons;
  const [first] = writers;
  if (!first || writers.some((writer) => canGo(chain, { hands: [writer.person], used: [writer] }, staff))) return [];
  const by = `${unitName(first.unit, staff)}的${postName(first.post, first.unit, staff)}`;
  const says = `${by}写的信息走不完流程：要批的人只有写的人自己，或者同一人任了不能兼的岗位`;
  return [{ why: 'not_separable', says, clause: chain.clause }];
}
