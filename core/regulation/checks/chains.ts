/** Flows of one file together: each combination has exactly one chain, and raising a facet never drops a step. */
import { atLeast } from '../../chain.ts';
import { evaluate } from '../../facets.ts';
import { facetNames, rising, targetFacets } from '../../vocabulary/facets.ts';
import { acts } from '../../vocabulary/words.ts';
import type { Report } from '../body.ts';
import type { Draft, Stated } from '../draft.ts';
import type { Names } from '../names.ts';
import type { Facets, Flow, FlowStep, JoinedStep, Regulation } from '../types.ts';
import { type Axis, axesOf, combinationsMax, combinationsOf, countOf, expressionsOf } from './combinations.ts';
import { sayFacets } from './show.ts';

type Scales = Pick<Regulation, 'scale' | 'facets'>;

/** Special flows before general ones; where one takes all that another takes, it takes more combinations. */
export function sortFlows(flows: readonly Flow[], scales: Scales): readonly Flow[] {
  const axes = axesOf(
    flows.map((flow) => flow.for),
    scales,
  );
  if (countOf(axes) > combinationsMax) return flows;
  const all = combinationsOf(axes);
  const size = new Map(flows.map((flow) => [flow, all.filter((facets) => evaluate(flow.for, facets)).length]));
  return flows.toSorted((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0));
}

export function checkChains(draft: Draft, scales: Scales, names: Names, report: Report): void {
  for (const move of new Set(draft.flows.map((one) => one.value.move))) {
    const flows = sorted(
      draft.flows.filter((one) => one.value.move === move),
      scales,
    );
    const joined = draft.steps.filter((one) => one.value.move === move);
    const axes = axesOf(
      expressionsOf(
        flows.map((one) => one.value),
        joined.map((one) => one.value),
      ),
      scales,
    );
    if (countOf(axes) > combinationsMax) report(placeOf(flows), tooMany(axes));
    else checkMove({ flows, joined, combinations: combinationsOf(axes), scales, names, report });
  }
}

function sorted(flows: readonly Stated<Flow>[], scales: Scales): readonly Stated<Flow>[] {
  const order = sortFlows(
    flows.map((one) => one.value),
    scales,
  );
  return flows.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

type Check = {
  readonly flows: readonly Stated<Flow>[];
  readonly joined: readonly Stated<JoinedStep>[];
  readonly combinations: readonly Facets[];
  readonly scales: Scales;
  readonly names: Names;
  readonly report: Report;
};

const placeOf = (flows: readonly Stated<Flow>[]) => flows[0]?.where.at('for') ?? { line: 1, column: 1 };

function tooMany(axes: readonly Axis[]): string {
  const sizes = axes.map((axis) => `${facetNames[axis.facet] ?? axis.facet}（${axis.values.length} 种）`).join(' × ');
  return `流程要分的情形超过 ${combinationsMax} 种：${sizes}。请少用几个分类`;
}

function checkMove(check: Check): void {
  const taken = new Map(
    check.flows.map((flow) => [flow, check.combinations.filter((one) => evaluate(flow.value.for, one))]),
  );
  for (const [flow, mine] of taken) {
    if (mine.length === 0) check.report(flow.where.at('for'), `流程 ${flow.value.id} 不管任何情形：请检查 for`);
  }
  checkOverlaps(check, taken);
  checkTotality(check);
  checkRising(check);
}

function checkOverlaps({ names, report }: Check, taken: ReadonlyMap<Stated<Flow>, readonly Facets[]>): void {
  const all = [...taken];
  for (const [i, [later, mine]] of all.entries()) {
    for (const [earlier, theirs] of all.slice(0, i)) {
      const both = mine.filter((one) => theirs.includes(one));
      const nested = both.length === mine.length || both.length === theirs.length;
      if (both.length === 0 || (nested && mine.length !== theirs.length)) continue;
      const example = show(both[0] ?? {}, names);
      const first = `${earlier.value.id}（第 ${earlier.where.line} 行）`;
      report(later.where.at('for'), `流程 ${later.value.id} 和 ${first}都管这种情形，又分不出哪个更具体：${example}`);
    }
  }
}

/** The most special flow for these facets: `flows` are sorted. */
const flowFor = (check: Check, facets: Facets): Stated<Flow> | undefined =>
  check.flows.find((one) => evaluate(one.value.for, facets));

const targetOf = (facets: Facets): string => targetFacets.map((name) => facets[name] ?? '').join('\n');

/** A flow claims a target; then every content in that target needs a chain, and one that has a step. */
function checkTotality(check: Check): void {
  const claimed = new Map<string, Stated<Flow>>();
  const chains = check.combinations.map((facets) => ({ facets, flow: flowFor(check, facets) }));
  for (const { facets, flow } of chains)
    if (flow && !claimed.has(targetOf(facets))) claimed.set(targetOf(facets), flow);
  const bare = chains.find(({ facets, flow }) => !flow && claimed.has(targetOf(facets)));
  if (bare) {
    const near = claimed.get(targetOf(bare.facets));
    check.report(near?.where.at('for') ?? placeOf(check.flows), `有的情形没有流程：${show(bare.facets, check.names)}`);
  }
  const empty = chains.find(
    ({ facets, flow }) => flow && flow.value.steps.length > 0 && stepsOf(flow.value, facets).length === 0,
  );
  if (empty?.flow) check.report(empty.flow.where.at('steps'), `有的情形一步也没有：${show(empty.facets, check.names)}`);
}

const stepsOf = (flow: Flow, facets: Facets): readonly FlowStep[] =>
  flow.steps.filter((step) => !step.when || evaluate(step.when, facets));

/** ZJ-13.2, QX-8.2: more weight, reach or sensitivity never means fewer eyes, unless a reading says so. */
function checkRising(check: Check): void {
  const said = new Set<Stated<Flow> | Stated<JoinedStep>>();
  for (const low of check.combinations) {
    for (const high of raisedOnce(low, check.scales)) {
      const [from, to] = [flowFor(check, low), flowFor(check, high)];
      if (from && to && to.value.reading === undefined && !to.value.floor && !said.has(to)) {
        const lost = stepsOf(from.value, low).find((step) => !stepsOf(to.value, high).some((one) => covers(one, step)));
        if (lost) said.add(to);
        if (lost) check.report(to.where.at('steps'), dropped(lost, low, high, check.names));
      }
      for (const one of check.joined) {
        if (
          !evaluate(one.value.for, low) ||
          evaluate(one.value.for, high) ||
          one.value.reading !== undefined ||
          said.has(one)
        )
          continue;
        said.add(one);
        check.report(one.where.at('for'), dropped(one.value.add, low, high, check.names));
      }
    }
  }
}

function raisedOnce(facets: Facets, scales: Scales): readonly Facets[] {
  return Object.keys(rising).flatMap((facet) => {
    const order = scales.scale[facet] ?? [];
    const next = order[order.indexOf(facets[facet] ?? '') + 1];
    return facets[facet] === undefined || next === undefined ? [] : [{ ...facets, [facet]: next }];
  });
}

const covers = (step: FlowStep, lost: FlowStep): boolean =>
  step.of === lost.of && lost.post.every((post) => step.post.includes(post)) && atLeast[lost.act].includes(step.act);

function dropped(step: FlowStep, low: Facets, high: Facets, names: Names): string {
  const posts = step.post.map((post) => names.posts.get(post) ?? post).join('或');
  const lost = `${names.roles.get(step.of)?.name ?? step.of} 的${posts}${acts[step.act]}`;
  return `从（${show(low, names)}）提高到（${show(high, names)}），反而少了一步“${lost}”：原文真是这样，就在块里写 reading`;
}

const show = (facets: Facets, names: Names): string => sayFacets(facets, names.columns);
