/** Flows: the chain of approvals for the targets that they claim, and who publishes; or a floor under others' chains. */
import { contentFacets } from '../../vocabulary/facets.ts';
import { moveName } from '../../vocabulary/move-name.ts';
import { acts } from '../../vocabulary/words.ts';
import { unknownWord } from '../body.ts';
import type { Where } from '../draft.ts';
import { articleFacets, targets } from '../expression.ts';
import { type Form, listOf, may, must, oneOrList, plainText, prose, type RecordOf, record, word } from '../form.ts';
import { duration, phrase } from '../phrase.ts';
import { event, postOf, posts, unit } from '../references.ts';
import type { Flow, FlowStep, Gate, PublishRule } from '../types.ts';
import { kind } from './kind.ts';

const act = word('步骤的动作', ['approve', 'countersign', 'review', 'decide', 'edit'] as const);

const contentFacet: Form<string> = {
  shows: 'FACET',
  read(node, reading) {
    const text = plainText(node, reading, '一个分类');
    const own = [...reading.names.facets.keys()].filter(
      (one) => !['site', 'hosting', 'column', 'class', 'nature', 'part'].includes(one),
    );
    const known = [...new Set<string>([...contentFacets, ...own])];
    if (text === undefined || known.includes(text)) return text;
    reading.fault(node, unknownWord(text, '可确认的分类', known));
    return undefined;
  },
};

const stepKeys = {
  post: must(posts, '哪个岗位；列表是其中任何一个'),
  of: must(unit, '哪个单位的'),
  act: must(act, '做什么'),
  confirms: may(oneOrList(contentFacet), '由此人确认的分类'),
  else: may(postOf, '本人参与了撰写、不在岗或空缺时由谁办'),
  edits: may(word('修改方式', ['suggest'] as const), '此人的修改只作建议'),
};
const step = record('步骤', { ...stepKeys, when: may(articleFacets, '什么情形才有这一步') });
/** A step that another block adds: its `for` already says when. */
export const addedStep = record('步骤（不带 when）', stepKeys);
type Step = RecordOf<typeof step.keys>;

const publishBy: Form<PublishRule['by']> = {
  shows: 'author | automatic | { post, of }',
  read(node, reading) {
    if ('items' in node) return postOf.read(node, reading);
    return word('发布人', ['author', 'automatic'] as const).read(node, reading);
  },
};
const publishRule = record('{ when, by }', {
  when: may(articleFacets, '什么情形'),
  by: must(publishBy, '谁发布'),
  after: may(
    phrase('EVENT', (words) => event(words)),
    '先有这个事件',
  ),
});

const gate: Form<Gate> = phrase('EVENT [within DURATION]', (words): Gate => {
  const name = event(words);
  return words.take('within') ? { event: name, within: duration(words) } : { event: name };
});

const demand = record('最低要求', {
  act: must(act, '做什么'),
  post: may(posts, '哪个岗位'),
  of: may(unit, '哪个单位的'),
});

const flowKeys = {
  for: must(targets, '管哪些去向；{} 管其余的'),
  steps: may(listOf(step), '依次的步骤；[] 表示没有'),
  publish: may(oneOrList(publishRule), '谁发布；取第一条合适的，最后一条不带 when'),
  requires: may(oneOrList(gate), '先决条件'),
  form: may(prose, '打印的单子'),
  set_by: may(unit, '底线：由谁定流程'),
  least: may(listOf(demand), '底线：至少要有的步骤'),
};

export const flow = kind({
  name: 'flow',
  keys: flowKeys,
  also: (value, at, reading) => {
    const publishes = value.for.moves.includes('article.publish');
    const floor = value.set_by !== undefined || value.least !== undefined;
    if (floor && value.steps) reading.fault(at('steps'), '底线（set_by、least）和步骤（steps）只能写一样');
    if (!floor && !value.steps) reading.fault(at(), '缺少步骤（steps），或底线（set_by 和 least）');
    if (floor && (!value.set_by || !value.least))
      reading.fault(at(), '底线要同时写 set_by（由谁定）和 least（至少要有什么）');
    if (value.publish && (floor || !publishes))
      reading.fault(at('publish'), 'publish 只用于发布信息的流程，底线也不写');
    if (!floor && publishes && !value.publish) reading.fault(at(), '缺少 publish：审批完了由谁发布');
    const rules = value.publish ?? [];
    if (rules.at(-1)?.when) reading.fault(at('publish'), 'publish 的最后一条不能带 when：否则有的信息没有人发布');
    if (rules.slice(0, -1).some((rule) => !rule.when))
      reading.fault(at('publish'), 'publish 里不带 when 的只能是最后一条');
  },
  says: (value, words) => {
    const about = `${value.for.moves.map((move) => moveName(move, words.event)).join('、')}（${words.facets(value.for.expr)}）`;
    const gates = (value.requires ?? []).map((one) => words.event(one.event)).join('、');
    const closing = gates === '' ? '' : `；先要有${gates}`;
    if (value.set_by !== undefined) {
      const least = (value.least ?? []).map((one) => acts[one.act] ?? one.act).join('、');
      const floor = least === '' ? '' : `，至少要有：${least}`;
      return `${about}的流程由${words.unit(value.set_by)}自定${floor}${closing}`;
    }
    const steps = (value.steps ?? []).map((one, i) => `${i + 1}. ${words.step(one)}`).join('；');
    const rules = value.publish ?? [];
    const said = rules.map(
      (one) => `${one.when ? `${words.facets(one.when)}时` : rules.length > 1 ? '其余' : ''}${words.publisher(one.by)}`,
    );
    const publish = said.length > 0 ? `；然后：${said.join('，')}` : '';
    return `${about}依次：${steps === '' ? '没有步骤' : steps}${publish}${closing}`;
  },
  into: (value, draft, where) => {
    for (const move of value.for.moves) draft.flows.push({ value: flowOf(value, move, where), where });
  },
});

const withClause = (one: Step, clause: string): FlowStep => ({ ...one, clause });

function flowOf(value: RecordOf<typeof flowKeys> & { reading?: string }, move: string, where: Where): Flow {
  const { clause } = where;
  const floor = value.set_by !== undefined && value.least ? { floor: { setBy: value.set_by, least: value.least } } : {};
  return {
    id: where.id,
    clause,
    move,
    for: value.for.expr,
    ...(value.reading === undefined ? {} : { reading: value.reading }),
    steps: (value.steps ?? []).map((one) => withClause(one, clause)),
    publish: (value.publish ?? []).map((rule) => ({ ...rule, clause })),
    requires: value.requires ?? [],
    ...(value.form === undefined ? {} : { form: value.form }),
    ...floor,
  };
}
