/** From what the blocks gave to one regulation: merging entries of one id, and sorting flows from special to general. */
import { rising } from '../vocabulary/facets.ts';
import { standardColumns, standardPosts } from '../vocabulary/words.ts';
import type { Report } from './body.ts';
import { sortFlows } from './checks/chains.ts';
import type { ColumnEntry, Draft, PostEntry, Stated, Where } from './draft.ts';
import type { Front } from './front.ts';
import type { ClauseText, Column, Post, Regulation } from './types.ts';

/** Raise it when the shape or the meaning of a compiled regulation changes. */
export const readerVersion = 5;

/** Undefined when entries of one id contradict each other, or lack what they need; `report` has been told. */
export function assemble(
  head: Front,
  clauses: readonly ClauseText[],
  draft: Draft,
  report: Report,
): Regulation | undefined {
  const columns = mergeEntries(draft.columns, ({ where, value }) => `${where.id} ${value.id}`, report).map((one) =>
    columnOf(one, report),
  );
  const posts = mergeEntries(draft.posts, ({ where, value }) => `${where.id} ${value.id}`, report).map((one) =>
    postOf(one, report),
  );
  if (!columns.every((one) => one !== undefined) || !posts.every((one) => one !== undefined)) return undefined;
  const own = draft.ownColumns[0]?.value;
  const scale = { ...rising, ...head.scale };
  return {
    readerVersion,
    slug: head.regulation,
    title: head.title,
    issuer: head.issuer,
    version: head.version,
    inForce: head.in_force,
    roles: head.roles,
    values: head.values ?? {},
    scale,
    facets: head.facets ?? {},
    clauses,
    blocks: draft.blocks,
    flows: sortFlows(
      draft.flows.map((one) => one.value),
      { scale, facets: head.facets ?? {} },
    ),
    steps: draft.steps.map((one) => one.value),
    posts,
    apart: draft.apart.map((one) => one.value),
    columns,
    ...(own ? { ownColumns: own } : {}),
    remits: draft.remits.map((one) => one.value),
    checks: draft.checks,
    duties: draft.duties,
    filings: draft.filings.map((one) => one.value),
    findings: draft.findings,
    retentions: draft.retentions,
    letters: draft.letters.map((one) => one.value),
    scores: draft.scores.map((one) => one.value),
    lines: draft.lines.map((one) => one.value),
    awards: draft.awards,
    bulletins: draft.bulletins,
    facilities: draft.facilities,
  };
}

/** Entries of one key become one; a key that is said twice must say the same. The first statement gives the article. */
function mergeEntries<T extends PostEntry | ColumnEntry>(
  entries: readonly Stated<T>[],
  keyOf: (one: Stated<T>) => string,
  report: Report,
): readonly Stated<T>[] {
  const merged = new Map<string, Stated<T>[]>();
  for (const entry of entries) merged.set(keyOf(entry), [...(merged.get(keyOf(entry)) ?? []), entry]);
  return [...merged.values()].map((group) => mergeGroup(group, report));
}

function mergeGroup<T extends PostEntry | ColumnEntry>(group: readonly Stated<T>[], report: Report): Stated<T> {
  const [first, ...rest] = group as [Stated<T>, ...Stated<T>[]];
  let value = first.value;
  const lines = new Map(Object.keys(value).map((key) => [key, first.where.at(key).line]));
  for (const { value: next, where } of rest) {
    for (const [key, said] of Object.entries(next)) {
      const before = (value as Record<string, unknown>)[key];
      const line = lines.get(key);
      if (line === undefined) lines.set(key, where.at(key).line);
      else if (key === 'parts') reportTaken(value, next, where, line, report);
      else if (key === 'name') report(where.at(key), `“${next.id}”的名称在第 ${line} 行已经写过：全文只写一次`);
      else if (JSON.stringify(before) !== JSON.stringify(said)) {
        report(where.at(key), `“${next.id}”的 ${key} 与第 ${line} 行写的不一样：请改成一致，或只留一处`);
      }
    }
    value = { ...next, ...value, ...(partsOf(next) ? { parts: { ...partsOf(next), ...partsOf(value) } } : {}) };
  }
  return { value, where: first.where };
}

/** Parts of a column add up: each office states its own under its own article (MS-1.1 to 1.5). */
const partsOf = (entry: PostEntry | ColumnEntry): Column['parts'] => ('parts' in entry ? entry.parts : undefined);

function reportTaken(
  value: ColumnEntry | PostEntry,
  next: ColumnEntry | PostEntry,
  where: Where,
  line: number,
  report: Report,
) {
  for (const [part, unit] of Object.entries(partsOf(next) ?? {})) {
    const before = partsOf(value)?.[part];
    if (before !== undefined && before !== unit)
      report(
        where.at('parts', part),
        `“${next.id}”的“${part}”在第 ${line} 行给了 ${before}，这里又给 ${unit}：一块只能归一家`,
      );
  }
}

function columnOf({ value, where }: Stated<ColumnEntry>, report: Report): Column | undefined {
  const { id } = value;
  const name = value.name ?? (Object.hasOwn(standardColumns, id) ? standardColumns[id] : undefined);
  const nature = value.nature ?? (id === 'rest' ? 'dynamic' : undefined);
  const led =
    (value.lead?.length ?? 0) > 0 ||
    value.leadOneOf !== undefined ||
    value.parts !== undefined ||
    value.per !== undefined;
  if (name === undefined) report(where.at('id'), `栏目“${id}”在全文没有名称（name）：是不是编号写错了？`);
  if (nature === undefined) report(where.at('id'), `栏目“${id}”没有写性质（nature）`);
  if (!led) report(where.at('id'), `栏目“${id}”没有承办单位（lead、parts 或 per）`);
  if (name === undefined || nature === undefined || !led) return undefined;
  const site = where.id === 'sub' || where.id === 'site' ? where.id : 'main';
  return { ...value, name, nature, site, lead: value.lead ?? [], joint: value.joint ?? [], clause: where.clause };
}

function postOf({ value, where }: Stated<PostEntry>, report: Report): Post | undefined {
  const { id, of } = value;
  const standard = Object.hasOwn(standardPosts, id) ? standardPosts[id] : undefined;
  const name = value.name ?? standard;
  if (name === undefined) report(where.at('id'), `岗位“${id}”没有名称（name）`);
  if (of === undefined) report(where.at('id'), `岗位“${id}”没有写是哪些单位的（of）`);
  if (name === undefined || of === undefined) return undefined;
  return { ...value, name, of, may: value.may ?? [], clause: where.clause };
}
