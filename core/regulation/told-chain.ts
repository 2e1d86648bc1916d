/** Flows and the steps joined to them, in plain Chinese. */
import { eventName } from '../vocabulary/events.ts';
import { moveName } from '../vocabulary/move-name.ts';
import { acts, carriedMoves } from '../vocabulary/words.ts';
import { sayCases } from './cases.ts';
import { wordsOfRegulation } from './chain-table.ts';
import { postIn, sayDoing } from './chain-words.ts';
import { articleName } from './cite.ts';
import type { Line, TellLines } from './told.ts';
import type { Block, FacetExpr, Flow, FlowStep, PublishRule, Regulation } from './types.ts';

const here = (block: Block) => (one: { readonly id: string; readonly clause: string }) =>
  one.id === block.id && one.clause === block.clause;

/** 发布信息; with a word where this version has no such move yet. */
function sayMoves(all: readonly string[]): string {
  const said = all.map((move) => moveName(move)).join('、');
  return all.every((move) => carriedMoves.includes(move)) ? said : `${said}（这个版本还不能在系统里办）`;
}

/** A block may be about several moves: it stands in the regulation once for each. */
export function tellFlow(block: Block, regulation: Regulation): TellLines {
  const flows = regulation.flows.filter(here(block));
  const [flow] = flows;
  if (!flow) return { about: '', lines: [{ says: block.says }] };
  const about = `${sayMoves(flows.map((one) => one.move))}：${sayTargets(flow, regulation)}`;
  const more = [...joinedTo(flow, regulation), ...gatesOf(flow), ...(flow.form ? [`打印：${flow.form}`] : [])];
  if (flow.floor) {
    const least = flow.floor.least.map((one) => acts[one.act ?? ''] ?? one.act).join('、');
    const owner = wordsOfRegulation(regulation).unit(flow.floor.setBy);
    return { about, lines: [{ says: `由${owner}自己定流程，至少要有：${least}`, unit: flow.floor.setBy }], more };
  }
  const steps = flow.steps.map((step) => stepLine(step, regulation));
  const none = { says: '没有步骤，写好就可以发布' };
  const publish = flow.publish.map((rule, _, all) => publishLine(rule, all.length > 1, regulation));
  return { about, ordered: true, lines: steps.length > 0 ? steps : [none], publish, more };
}

/** A flow for everything takes what the others of its move leave. */
function sayTargets(flow: Flow, { flows }: Regulation): string {
  const said = sayCases(flow.for);
  const others = flows.some((one) => one.move === flow.move && one !== flow);
  return said === '所有情形' && others ? '其余情形' : said;
}

const sayWhen = (when: FacetExpr | undefined): string => (when ? `${sayCases(when)}的，` : '');

function stepLine(step: FlowStep, regulation: Regulation): Line {
  const own = { post: step.post, of: step.of };
  const stand = step.else ? `；办不了时由${postIn(step.else, regulation)}办` : '';
  const says = `${sayWhen(step.when)}${sayDoing(own, step, regulation)}${stand}`;
  return { says, post: own, ...(step.else ? { stand: step.else } : {}) };
}

function publishLine({ when, by, after }: PublishRule, several: boolean, regulation: Regulation): Line {
  const first = when ? sayWhen(when) : several ? '其余的，' : '';
  const waits = after === undefined ? '' : `，先要有${eventName(after)}`;
  if (typeof by === 'string') return { says: `${first}${wordsOfRegulation(regulation).publisher(by)}${waits}` };
  return { says: `${first}${postIn(by, regulation)}发布${waits}`, post: by };
}

const gatesOf = ({ requires }: Flow): readonly string[] =>
  requires.map(({ event }) => `先要有${eventName(event)}；系统里还不能核对，暂时走不通`);

/** Steps of other articles that this flow gets as well, at least in some cases. */
function joinedTo(flow: Flow, regulation: Regulation): readonly string[] {
  const joined = regulation.steps.filter((step) => step.move === flow.move && meet(step.for, flow.for));
  return joined.map(({ add, clause }) => {
    const says = sayDoing({ post: add.post, of: add.of }, add, regulation);
    return `另照${articleName(clause)}加一步：${says}`;
  });
}

/** Nothing keeps both from holding: no facet of which they want different values. Only plain expressions are compared. */
function meet(a: FacetExpr, b: FacetExpr): boolean {
  if ('any' in a || 'any' in b) return true;
  return a.all.every(
    (one) =>
      'not' in one ||
      b.all.every(
        (other) => 'not' in other || other.facet !== one.facet || other.in.some((value) => one.in.includes(value)),
      ),
  );
}

export function tellStep(block: Block, regulation: Regulation): TellLines {
  const steps = regulation.steps.filter(here(block));
  const [step] = steps;
  if (!step) return { about: '', lines: [{ says: block.says }] };
  const { place } = step;
  const after = place === 'first' || place === 'last' ? '' : wordsOfRegulation(regulation).postName(place.after);
  const where = place === 'first' ? '最前面' : place === 'last' ? '最后' : `${after}之后`;
  const about = `${sayMoves(steps.map((one) => one.move))}：${sayCases(step.for)}，在${where}加一步`;
  return { about, lines: [stepLine(step.add, regulation)] };
}
