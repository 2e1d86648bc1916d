/** What a regulation settles beside its duties and chains, one sentence for each thing, so that two versions can be compared. */
import { natures } from '../vocabulary/words.ts';
import { wordsOfRegulation } from './chain-table.ts';
import { postIn } from './chain-words.ts';
import { sayParts } from './kinds/remit.ts';
import { sayDuration, sayEach } from './measure-words.ts';
import { valueSaid } from './phrase.ts';
import { kindNames, sayRights } from './told.ts';
import type { Column, Regulation, Role, ValueDef } from './types.ts';

/** `key` is the same in every version; `clause` the article, absent for what the front matter says. */
export type Item = {
  readonly key: string;
  readonly kindName: string;
  readonly name: string;
  readonly says: string;
  readonly clause?: string;
  readonly reading?: string;
};

/** In the order in which a reader looks for them. Notes and facilities ask nothing of anybody. */
export const itemsOf = (regulation: Regulation): readonly Item[] => [
  ...columnItems(regulation),
  ...postItems(regulation),
  ...remitItems(regulation),
  ...valueItems(regulation),
  ...roleItems(regulation),
  ...blockItems(regulation),
];

function columnItems(regulation: Regulation): readonly Item[] {
  return regulation.columns.map((column) => ({
    key: `column ${column.site} ${column.id}`,
    kindName: '栏目',
    name: column.name,
    says: sayColumn(column, regulation),
    clause: column.clause,
    ...(column.reading === undefined ? {} : { reading: column.reading }),
  }));
}

const siteNames = { main: '主站', sub: '子站', site: '本单位网站' } as const;

function sayColumn(column: Column, regulation: Regulation): string {
  const words = wordsOfRegulation(regulation);
  const units = (refs: readonly string[]) => refs.map(words.unit).join('、');
  const oneOf = column.leadOneOf === undefined ? [] : [`由某个（或几个）${words.unit(column.leadOneOf)}承办`];
  const review = column.review?.replace(/^every /, '');
  const cycle = review === undefined ? undefined : valueSaid('duration', review);
  const said = [
    `${siteNames[column.site]}${natures[column.nature] ?? column.nature}栏目`,
    ...(column.lead.length > 0 ? [`由${units(column.lead)}承办`] : oneOf),
    ...Object.entries(column.parts ?? {}).map(([part, ref]) => `${part}由${words.unit(ref)}承办`),
    ...(column.joint.length > 0 ? [`${units(column.joint)}协办`] : []),
    ...(column.per === undefined ? [] : [`每个${words.unit(column.per)}各一个`]),
    ...(column.share === 'each' ? ['各算各的'] : column.share === 'any' ? ['任何一家更新都算'] : []),
    ...(column.required ? ['必须设'] : []),
    ...(cycle ? [`每 ${sayDuration(cycle, words)}核对一次`] : review === undefined ? [] : [`每 ${review} 核对一次`]),
    ...(column.expires === undefined ? [] : ['稿件要写到期日']),
  ];
  return said.join('，');
}

function postItems(regulation: Regulation): readonly Item[] {
  const words = wordsOfRegulation(regulation);
  const posts = regulation.posts.map((post) => ({
    key: `post ${post.of} ${post.id}`,
    kindName: '岗位和权限',
    name: postIn({ post: [post.id], of: post.of }, regulation),
    says: sayRights(post) || '没有写可以办什么',
    clause: post.clause,
  }));
  const apart = regulation.apart.map((group) => ({
    key: `apart ${group.toSorted().join()}`,
    kindName: '不能兼的岗位',
    name: group.map(words.postName).join('和'),
    says: '在同一篇信息上不能是同一人',
  }));
  return [...posts, ...apart];
}

function remitItems(regulation: Regulation): readonly Item[] {
  const words = wordsOfRegulation(regulation);
  return regulation.remits.flatMap((remit) =>
    remit.part.map((part) => ({
      key: `remit ${JSON.stringify(remit.for)} ${part}`,
      kindName: '职责归属',
      name: sayParts([part], remit.for, words),
      says: `归${words.unit(remit.who)}`,
      clause: remit.clause,
    })),
  );
}

const sorts: Readonly<Record<ValueDef['is'], string>> = {
  duration: '时长',
  period: '周期',
  number: '数',
  clock: '时刻',
};
const pers = { site: '网站', column: '栏目', unit: '单位' } as const;

function valueItems({ values }: Regulation): readonly Item[] {
  return Object.entries(values).map(([id, value]) => {
    const own = value.per === undefined ? '' : `，每个${pers[value.per]}各定各的`;
    const suggest = value.suggest === undefined ? '' : `，建议 ${sayValue(value.is, value.suggest)}`;
    return { key: `value ${id}`, kindName: '待定的值', name: value.name, says: `${sorts[value.is]}${own}${suggest}` };
  });
}

/** `5 working days` is 5 个工作日. What can't be read stands as it was written. */
export function sayValue(is: ValueDef['is'], text: string): string {
  const words = { value: (id: string) => id };
  if (is === 'duration') {
    const said = valueSaid(is, text);
    return said ? sayDuration(said, words) : text;
  }
  const said = is === 'period' ? valueSaid(is, text) : undefined;
  return said ? sayEach(said, words) : text;
}

const roleKinds: Readonly<Record<Role['is'], string>> = { unit: '一个单位', units: '几个单位', body: '一个小组' };

function roleItems({ roles }: Regulation): readonly Item[] {
  return Object.entries(roles).map(([id, { name, is, within }]) => ({
    key: `role ${id}`,
    kindName: '单位对应',
    name,
    says: `${roleKinds[is]}${within === undefined ? '' : `，在${roles[within]?.name ?? within}之中`}`,
  }));
}

/** Their parts are items of their own, or they are compared as duties and chains. */
const elsewhere = ['duty', 'flow', 'step', 'columns', 'posts', 'remit', 'note', 'facility'];

function blockItems({ blocks }: Regulation): readonly Item[] {
  return blocks
    .filter(({ kind }) => !elsewhere.includes(kind))
    .map(({ kind, id, says, clause, reading }) => ({
      key: `${kind} ${id}`,
      kindName: kindNames[kind] ?? kind,
      name: says.split(/[：；，]/)[0] ?? id,
      says,
      clause,
      ...(reading === undefined ? {} : { reading }),
    }));
}
