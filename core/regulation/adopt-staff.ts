/** Can the people who are there go every chain that the text sets up? Nobody approves own work, and posts stay apart. */
import { type Holding, verbsOf } from '../access.ts';
import type { Chain, ChainStep } from '../chain.ts';
import { asKnown, evaluate } from '../facets.ts';
import { chainFor, type Target } from '../flow.ts';
import { type Acting, askedNow, fits, takersOf } from '../takers.ts';
import type { Reason } from './adopt.ts';
import { axesOf, combinationsMax, combinationsOf, countOf, expressionsOf } from './checks/combinations.ts';
import { sayFacets } from './checks/show.ts';
import { columnsOn } from './columns-on.ts';
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

/** `path` begins with the text that is to be adopted; its own floors are for others to meet, and are not asked here. */
export function staffingReasons(path: readonly InForce[], organisation: Organisation): readonly Reason[] {
  const [law] = path;
  if (!law?.regulation.flows.some((flow) => flow.move === move && !flow.floor)) return [];
  const acting = actingIn(organisation);
  const writers = verbsOf(acting, path).filter((held) => held.verbs.includes('submit'));
  const reasons = new Map<string, Reason>();
  const ranks = ranksUnder(law.binding.unit, organisation);
  for (const facets of combinations(path)) {
    if (!claims(law, facets) || (facets.site && ranks && !ranks.has(facets.site))) continue;
    for (const target of targetsOf(path, law, facets, writers)) {
      const answer = chainFor(move, target);
      const found = answer.ok
        ? staffOf(answer.chain, {
            path,
            acting,
            organisation,
            writers: writers.filter((one) => one.unit === target.authorUnit),
          })
        : [
            {
              why: answer.why,
              says: `${sayFacets(facets)}：${refusals[answer.why] ?? answer.why}`,
              ...(answer.clause ? { clause: answer.clause } : {}),
            },
          ];
      for (const reason of found) if (!reasons.has(keyOf(reason))) reasons.set(keyOf(reason), reason);
    }
  }
  return [...reasons.values()];
}

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

function combinations(path: readonly InForce[]): readonly Facets[] {
  const flows = path.flatMap(({ regulation }) => regulation.flows.filter((flow) => flow.move === move));
  const joined = path.flatMap(({ regulation }) => regulation.steps.filter((step) => step.move === move));
  const facets = Object.assign({}, ...path.map(({ regulation }) => regulation.facets)) as Readonly<
    Record<string, readonly string[]>
  >;
  const axes = axesOf(expressionsOf(flows, joined), {
    scale: path[0]?.regulation.scale ?? {},
    facets,
  });
  return countOf(axes) > combinationsMax ? [] : combinationsOf(axes).map((one) => ({ ...stated, ...one }));
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

type Staff = {
  readonly path: readonly InForce[];
  readonly acting: readonly Acting[];
  readonly organisation: Organisation;
  readonly writers: readonly Holding[];
};

const unitOf = (by: PublishRule['by']): string | undefined => (typeof by === 'string' ? undefined : by.of);

function staffOf(chain: Chain, staff: Staff): readonly Reason[] {
  const { acting, organisation, writers } = staff;
  const vacant = chain.steps.filter(
    (step) => !acting.some((one) => fits(one, step) || (step.else && fits(one, step.else))),
  );
  const reasons = vacant.map((step) => ({
    why: 'nobody_holds',
    says: `${sayPost(step, staff)}没有人任职`,
    clause: step.clause,
  }));
  const { publish } = chain;
  if (publish.by === 'post' && !acting.some((one) => fits(one, publish))) {
    reasons.push({
      why: 'nobody_publishes',
      says: `${sayPost(publish, staff)}没有人任职，信息没有人发布`,
      clause: publish.clause,
    });
  }
  if (reasons.length > 0) return reasons;
  const stuck = writers.find((writer) => !canGo(chain.steps, writer, staff));
  if (!stuck) return [];
  const unit = nameOf(stuck.unit, organisation);
  const says = `${unit}的${postName(stuck.post, staff.path)}写的信息走不完流程：要批的人只有写的人自己，或者同一人任了不能兼的岗位`;
  return [{ why: 'not_separable', says, clause: chain.clause }];
}

/** Is there a person for each step, who neither wrote nor compiled, and has not acted under a post that must stay apart? */
function canGo(steps: readonly ChainStep[], writer: Acting, staff: Staff): boolean {
  const apart = staff.path.flatMap((law) => law.regulation.apart);
  const clashes = (used: readonly Acting[], next: Acting) =>
    used.some(
      (one) =>
        one.person === next.person &&
        one.post !== next.post &&
        apart.some((group) => group.includes(one.post) && group.includes(next.post)),
    );
  const go = (left: readonly ChainStep[], used: readonly Acting[], hands: readonly string[]): boolean => {
    const [step, ...rest] = left;
    if (!step) return true;
    const asked = askedNow(step, staff.acting, hands);
    const takers = takersOf(step, staff.acting, hands);
    const able = staff.acting.filter((one) => fits(one, asked) && takers.includes(one.person) && !clashes(used, one));
    return able.some((one) => go(rest, [...used, one], step.act === 'edit' ? [...hands, one.person] : hands));
  };
  return go(steps, [writer], [writer.person]);
}

const nameOf = (unit: string, { units }: Organisation): string => units.find((one) => one.id === unit)?.name ?? unit;

function postName(post: string, path: readonly InForce[]): string {
  return path.flatMap((law) => law.regulation.posts).find((one) => one.id === post)?.name ?? post;
}

const sayPost = (
  { post, units }: { readonly post: readonly string[]; readonly units: readonly string[] },
  staff: Staff,
): string =>
  `${units.map((unit) => nameOf(unit, staff.organisation)).join('、')}的${post.map((one) => postName(one, staff.path)).join('或')}`;
