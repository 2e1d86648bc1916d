/** One chain of a regulation as office people read it: when, who wrote, which steps, who publishes. */
import type { Chain } from '../flow.ts';
import { eventName } from '../vocabulary/events.ts';
import { sayCases } from './cases.ts';
import type { Going, Row, Writer } from './chain-rows.ts';
import { wordsOfRegulation } from './chain-table.ts';
import { articleName, cite } from './cite.ts';
import type { FlowStep, PostRef, Regulation } from './types.ts';

/**
 * `when` and `writers` have a line for each group of writers, in step. `steps` are sentences in order, each with its
 * article where it is another than the chain's; `publish` who publishes, then what has to be there first.
 */
export type SaidRow = {
  readonly when: readonly string[];
  readonly writers: readonly string[];
  readonly steps: readonly string[];
  readonly publish: readonly string[];
};

/** `13.2` of `zj-portal#13.2`. */
export const articleOf = (clause: string): string => clause.slice(clause.indexOf('#') + 1);

/** A row that gives a chain. */
export function sayRow(row: Row, regulation: Regulation): SaidRow {
  const article = articleOf(row.chain?.clause ?? '');
  return {
    when: row.when.map((part) => sayCases(part.for)),
    writers: row.when.map((part) => part.writers.map((writer) => sayWriter(writer, regulation)).join('，或')),
    steps: row.goes.map((one) => sayStep(one, article, regulation)),
    publish: sayEnd(row, regulation),
  };
}

/** A row without a chain: whose rule has to give it. */
export function sayRefused({ when, refused }: Row, regulation: Regulation): string {
  const why =
    refused?.why === 'floor_without_chain' ? '由网站主管单位自己的规定定流程，没有定以前不能发布' : '不归这份规定管';
  const article = refused?.clause === undefined ? '' : `（${cite(regulation.title, articleOf(refused.clause))}）`;
  return `${when.map((one) => sayCases(one.for)).join('，或')}：${why}${article}。`;
}

const sayWriter = (writer: Writer, regulation: Regulation): string =>
  writer === 'author' ? '一般作者' : `${postIn(writer, regulation)}自己写的`;

/** 办公室领导, not 办公室的办公室领导; a leader of the whole house needs no unit. */
export function postIn(ref: PostRef, regulation: Regulation): string {
  const words = wordsOfRegulation(regulation, ref.of);
  const unit = words.unit(ref.of);
  const said = words.post(ref);
  return ref.of === 'self' ? said.replace(`${unit}的`, '') : said.replace(`${unit}的${unit}`, unit);
}

type Doing = Pick<FlowStep, 'act' | 'confirms' | 'edits'>;

/** 办公室领导审核，并确认轻重. */
export function sayDoing(who: PostRef, { act, confirms, edits }: Doing, regulation: Regulation): string {
  const words = wordsOfRegulation(regulation, who.of);
  const said = words.step({ ...who, act, ...(confirms ? { confirms } : {}), ...(edits ? { edits } : {}) });
  return said.replace(words.post(who), postIn(who, regulation));
}

function sayStep({ step, asked, stands }: Going, article: string, regulation: Regulation): string {
  const own = { post: step.post, of: step.units[0] ?? '' };
  const instead = stands && asked ? `（代${postIn(own, regulation)}）` : '';
  const nobody = asked ? '' : '（要由这个岗位的另一个人办，没有别人就办不了）';
  const from = articleOf(step.clause) === article ? '' : `（${articleName(articleOf(step.clause))}）`;
  return `${sayDoing(asked ?? own, step, regulation)}${instead}${nobody}${from}`;
}

/** A chain as it is set up, whoever wrote: each step with who stands in for it, then who publishes. */
export function sayChain(move: string, chain: Chain, regulation: Regulation): Pick<SaidRow, 'steps' | 'publish'> {
  const of = (ref: { readonly post: readonly string[]; readonly units: readonly string[] }) => ({
    post: ref.post,
    of: ref.units[0] ?? '',
  });
  const steps = chain.steps.map((step) => {
    const stand = step.else ? `；办不了时由${postIn(of(step.else), regulation)}办` : '';
    return `${sayDoing(of(step), step, regulation)}${stand}`;
  });
  return { steps, publish: sayEnd({ move, chain }, regulation) };
}

function sayEnd({ move, chain }: Pick<Row, 'move' | 'chain'>, regulation: Regulation): readonly string[] {
  if (!chain) return [];
  const { publish } = chain;
  const words = wordsOfRegulation(regulation);
  const by =
    publish.by === 'post'
      ? `${postIn({ post: publish.post, of: publish.units[0] ?? '' }, regulation)}发布`
      : words.publisher(publish.by);
  const gates = chain.requires.map(({ event }) => `先决条件：${eventName(event)}`);
  return [...(move === 'article.publish' ? [by] : []), ...gates];
}
