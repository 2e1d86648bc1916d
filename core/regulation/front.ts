/** The front matter: what the regulation is, its roles, its open values, the facet values that its text knows. */
import { isMap, isNode, type Node } from 'yaml';
import { isDay } from '../day.ts';
import { facetValues, rising } from '../vocabulary/facets.ts';
import { dynamicUnits } from '../vocabulary/words.ts';
import { unknownWord } from './body.ts';
import {
  type Also,
  count,
  type Form,
  id,
  listOf,
  mapOf,
  may,
  must,
  plainText,
  prose,
  type Reading,
  type RecordOf,
  record,
  word,
} from './form.ts';
import { phrase, valueForms } from './phrase.ts';
import type { Regulation, ValueDef } from './types.ts';

const slug: Form<string> = {
  shows: 'slug',
  read(node, reading) {
    const text = id.read(node, reading);
    if (text === undefined || /^[a-z]/.test(text)) return text;
    reading.fault(node, `规定的代号“${text}”要以小写字母开头`);
    return undefined;
  },
};

/** Half-open: `until` is the first day on which it no longer holds. */
const inForce: Form<Regulation['inForce']> = phrase('from adoption | YYYY-MM-DD..[YYYY-MM-DD]', (words) => {
  if (words.take('from adoption')) return { from: 'adoption' };
  const day = () => {
    const text = words.match(/^\d{4}-\d\d-\d\d/, 'from adoption 或 YYYY-MM-DD..');
    return isDay(text) ? text : words.say(`没有 ${text} 这一天`);
  };
  const from = day();
  words.need('..');
  if (words.done) return { from };
  const until = day();
  return from < until ? { from, until } : words.say('终止日要晚于起始日');
});

const role = record('角色', {
  name: must(prose, '原文对它的称呼'),
  is: must(word('角色的类型', ['unit', 'units', 'body'] as const), '一个单位、几个单位、或一个组织'),
  within: may(id, '是哪个角色中的'),
});

const valueKeys = {
  name: must(prose, '原文的说法'),
  is: must(word('取值的类型', ['duration', 'period', 'number', 'clock'] as const), '是什么量'),
  per: may(word('取值的范围', ['site', 'column', 'unit'] as const), '逐个网站、栏目或单位设定'),
  suggest: may(prose, '建议值'),
};
const value: Form<ValueDef> = record('待定的值', valueKeys, (read, at, reading) => {
  if (read.suggest !== undefined) valueForms[read.is].read(at('suggest'), reading);
});

const facetWord: Form<string> = { shows: '取值', read: (node, reading) => plainText(node, reading, '一个取值') };
const facetLists = mapOf('{ 名目: [取值, …] }', id, listOf(facetWord));

export const frontKeys = {
  regulation: must(slug, '代号，永不重用'),
  title: must(prose, '名称'),
  issuer: must(prose, '制定单位'),
  version: must(count, '版本号'),
  in_force: must(inForce, '施行日期'),
  roles: must(mapOf('{ id: 角色 }', id, role), '原文中的各方；采用时对应到真实单位'),
  values: may(mapOf('{ id: 待定的值 }', id, value), '原文没有写明的量；采用时填'),
  scale: may(facetLists, '本文认识的取值，由低到高'),
  facets: may(facetLists, '本文自己的分类'),
};
export type Front = RecordOf<typeof frontKeys>;
export const front = record('前言', frontKeys, ((read, at, reading) => {
  checkRoles(read, at('roles'), reading);
  if (read.scale) checkScale(read, at('scale'), reading);
  for (const name of Object.keys(read.facets ?? {})) {
    if (Object.hasOwn(facetValues, name))
      reading.fault(at('facets'), `“${name}”是系统已有的分类：要限定取值请写在 scale 里`);
  }
}) satisfies Also<typeof frontKeys>);

function checkRoles(read: Front, node: Node, reading: Reading): void {
  for (const [name, one] of Object.entries(read.roles)) {
    const at = childAt(node, name);
    if (name === 'self' || Object.hasOwn(dynamicUnits, name))
      reading.fault(at, `“${name}”是保留的词，不能作角色的代号`);
    if (one.within !== undefined && !Object.hasOwn(read.roles, one.within)) {
      reading.fault(at, unknownWord(one.within, '角色', Object.keys(read.roles)));
    }
  }
}

function checkScale(read: Front, node: Node, reading: Reading): void {
  for (const [facet, values] of Object.entries(read.scale ?? {})) {
    const own = read.facets && Object.hasOwn(read.facets, facet) ? read.facets[facet] : undefined;
    const order = Object.hasOwn(rising, facet) ? rising[facet] : own;
    const at = childAt(node, facet);
    if (!order) {
      reading.fault(
        at,
        unknownWord(facet, '可排序的分类', [...Object.keys(rising), ...Object.keys(read.facets ?? {})]),
      );
      continue;
    }
    const stranger = values.find((one) => !order.includes(one));
    if (stranger !== undefined) reading.fault(at, unknownWord(stranger, `${facet} 的取值`, order));
    const ranks = values.map((one) => order.indexOf(one));
    if (values.length === 0) reading.fault(at, `${facet} 至少要有一个取值`);
    else if (ranks.some((rank, i) => i > 0 && rank <= (ranks[i - 1] ?? 0))) {
      reading.fault(at, `${facet} 的取值要由低到高写：${order.join('、')}`);
    }
  }
}

function childAt(node: Node, key: string): Node {
  const pair = isMap(node) ? node.items.find((one) => isNode(one.key) && String(one.key) === key) : undefined;
  return isNode(pair?.value) ? pair.value : node;
}
