/**
 * Two versions of a regulation compared in what they do: duties, chains, columns, rights, values. Not in their words; the
 * articles in which only those changed are named at the end.
 */

import { articleName } from './cite.ts';
import { type ComparedChain, comparedChains } from './diff-chains.ts';
import type { Duty } from './duty-types.ts';
import { type Item, itemsOf } from './items.ts';
import { scalesOf } from './scales.ts';
import { strictness } from './strictness.ts';
import { kindNames } from './told.ts';
import type { Block, Regulation } from './types.ts';

/** `changed`: as strict as before, and something else about it is different. */
export type Change = 'added' | 'removed' | 'stricter' | 'laxer' | 'both' | 'not comparable' | 'changed';
/** One side of a comparison. `article`: 第十四条, with its id; absent for what the front matter says. */
export type Side = { readonly says: string; readonly article?: string; readonly clause?: string };
/** `differs`: in which respects, in words; empty for what is added or removed. */
export type Compared = {
  readonly key: string;
  readonly kindName: string;
  readonly name: string;
  readonly change: Change;
  readonly before?: Side;
  readonly after?: Side;
  readonly differs: readonly string[];
};
export type Comparison = {
  readonly duties: readonly Compared[];
  readonly chains: readonly ComparedChain[];
  /** Moves with more than 50,000 combinations of facets: their chains weren't compared. */
  readonly tooMany: readonly string[];
  readonly others: readonly Compared[];
  /** Articles in which only the words changed. */
  readonly wordsOnly: readonly string[];
};

/** What `now` changes about `old`. Duties of one id are one; in the order of the newer text, what is gone at the end. */
export function compareRegulations(old: Regulation, now: Regulation): Comparison {
  const duties = paired(old.duties ?? [], now.duties ?? [], ({ id }) => id).flatMap(([before, after]) =>
    comparedDuty(before && { duty: before, of: old }, after && { duty: after, of: now }),
  );
  const others = paired(itemsOf(old), itemsOf(now), ({ key }) => key).flatMap(([before, after]) =>
    comparedItem(before, after),
  );
  const { chains, tooMany } = comparedChains(old, now);
  return { duties, chains, tooMany, others, wordsOnly: wordsOnly(old, now) };
}

type Pair<T> = readonly [before: T | undefined, after: T | undefined];

/** Of what one text says twice (a part of a remit under two articles) the first counts. */
function paired<T>(old: readonly T[], now: readonly T[], keyOf: (one: T) => string): readonly Pair<T>[] {
  const [before, after] = [byKey(old, keyOf), byKey(now, keyOf)];
  const gone = [...before].filter(([key]) => !after.has(key));
  return [
    ...[...after].map(([key, one]) => [before.get(key), one] as const),
    ...gone.map(([, one]) => [one, undefined] as const),
  ];
}
function byKey<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const one of all) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return found;
}

type Placed = { readonly duty: Duty; readonly of: Regulation };

function comparedDuty(before: Placed | undefined, after: Placed | undefined): readonly Compared[] {
  const one = after ?? before;
  if (!one) return [];
  const sides = { ...(before && { before: dutySide(before) }), ...(after && { after: dutySide(after) }) };
  const name = one.duty.name ?? asked(dutySide(one).says);
  const head = { key: `duty ${one.duty.id}`, kindName: kindNames.duty ?? '', name };
  if (!before || !after) return [{ ...head, ...sides, change: after ? 'added' : 'removed', differs: [] }];
  const differs = respects.filter(([, of]) => !isSame(of(before.duty), of(after.duty))).map(([name]) => name);
  if (differs.length === 0) return [];
  const found = strictness(after.duty, before.duty, scalesOf(before.of, after.of));
  return [{ ...head, ...sides, change: found === 'same' ? 'changed' : found, differs }];
}

/** What there is to a duty, as people ask about it. */
const respects: readonly (readonly [string, (duty: Duty) => unknown])[] = [
  ['管哪些', ({ over, where }) => [over, where]],
  ['要做什么', ({ does, holidays, should }) => [does, holidays, should]],
  ['由谁负责', ({ by }) => by],
  ['什么时候提醒', ({ warn }) => warn],
  ['违反的后果', ({ breach }) => breach],
  ['读法', ({ reading }) => reading],
  ['所在的条款', ({ clause }) => clause],
];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const blockOf = ({ blocks }: Regulation, id: string): Block | undefined =>
  blocks.find((block) => block.kind === 'duty' && block.id === id);
const dutySide = ({ duty, of }: Placed): Side => ({ says: blockOf(of, duty.id)?.says ?? '', ...placeOf(duty.clause) });
/** `每个栏目“主页动态”：每天至少 1 次“信息发布”，由……负责`: what is asked, without who and over what. */
const asked = (says: string): string => says.slice(says.indexOf('：') + 1).split('，由')[0] ?? says;
const placeOf = (clause: string | undefined) => (clause === undefined ? {} : { clause, article: articleName(clause) });
const itemSide = ({ says, clause }: Item): Side => ({ says, ...placeOf(clause) });

function comparedItem(before: Item | undefined, after: Item | undefined): readonly Compared[] {
  const one = after ?? before;
  if (!one) return [];
  const { key, kindName, name } = one;
  const sides = { ...(before && { before: itemSide(before) }), ...(after && { after: itemSide(after) }) };
  if (!before || !after) return [{ key, kindName, name, ...sides, change: after ? 'added' : 'removed', differs: [] }];
  const differs = [
    ...(before.name === after.name ? [] : ['名称']),
    ...(before.says === after.says ? [] : ['内容']),
    ...(before.reading === after.reading ? [] : ['读法']),
    ...(before.clause === after.clause ? [] : ['所在的条款']),
  ];
  return differs.length === 0 ? [] : [{ key, kindName, name, ...sides, change: 'changed', differs }];
}

/** Articles that both have, with other words and the same blocks. */
function wordsOnly(old: Regulation, now: Regulation): readonly string[] {
  const blocksIn = ({ blocks }: Regulation, clause: string) =>
    blocks.filter((block) => block.clause === clause).map(({ kind, id, says, reading }) => [kind, id, says, reading]);
  return now.clauses.flatMap(({ id, title, text }) => {
    const before = old.clauses.find((clause) => clause.id === id);
    const same = before === undefined || (before.text === text && before.title === title);
    return same || !isSame(blocksIn(old, id), blocksIn(now, id)) ? [] : [articleName(id)];
  });
}
