/** Each chain of a regulation as it is gone: by combination of facets, and by who wrote. The engine is the product's. */
import type { Chain, ChainStep } from '../flow.ts';
import { grouped } from '../groups.ts';
import { type Acting, askedNow, contributorsOf, takersOf } from '../takers.ts';
import { axesOfMove, chainAt } from './chain-table.ts';
import { combinationsOf } from './checks/combinations.ts';
import { covering } from './cover.ts';
import type { FacetExpr, Facets, PostRef, Regulation } from './types.ts';

/** Someone without a step in the chain, or the holder of the post that takes one. */
export type Writer = 'author' | PostRef;
/** `asked`: whom this step asks of this writer's text; undefined: nobody could, since the only holder wrote. */
export type Going = { readonly step: ChainStep; readonly asked: PostRef | undefined; readonly stands: boolean };
export type Case = { readonly facets: Facets; readonly writer: Writer };
export type Row = {
  readonly move: string;
  readonly cases: readonly Case[];
  /** Who wrote, with what all their combinations have in common; in the order in which they come. */
  readonly when: readonly { readonly writers: readonly Writer[]; readonly for: FacetExpr }[];
  readonly goes: readonly Going[];
  readonly chain?: Chain;
  readonly refused?: { readonly why: string; readonly clause?: string };
};

/** One row per distinct chain of the move, in the order in which their first case comes. */
export function rowsOfMove(move: string, regulation: Regulation): readonly Row[] {
  const axes = axesOfMove(move, regulation);
  if (!axes) return [];
  const rows = new Map<string, Row>();
  for (const facets of combinationsOf(axes)) {
    for (const { writer, ...row } of goingsOf(move, facets, regulation)) {
      const key = JSON.stringify(row);
      const cases = [...(rows.get(key)?.cases ?? []), { facets, writer }];
      rows.set(key, { ...row, move, cases, when: [] });
    }
  }
  return [...rows.values()].map((row) => ({
    ...row,
    when: whenOf(row.cases, (all) => covering(all, axes, regulation)),
  }));
}

type Gone = Pick<Row, 'goes' | 'chain' | 'refused'> & { readonly writer: Writer };

function goingsOf(move: string, facets: Facets, regulation: Regulation): readonly Gone[] {
  const answer = chainAt(move, facets, regulation);
  if (!answer.ok) {
    const { why, clause } = answer;
    return [{ writer: 'author', goes: [], refused: { why, ...(clause === undefined ? {} : { clause }) } }];
  }
  const { chain } = answer;
  return writersOf(chain).map((writer) => ({ writer, goes: going(chain, writer), chain }));
}

const idOf = (post: string, unit: string): string => `${post}@${unit}`;
const nameOf = (writer: Writer): string => (writer === 'author' ? writer : idOf(writer.post[0] ?? '', writer.of));

/** An ordinary author, and everyone whose own step might have to be taken by another. */
export function writersOf({ steps }: Chain): readonly Writer[] {
  const posts = steps.flatMap((step) => step.post.map((post) => ({ post: [post], of: step.units[0] ?? '' })));
  return ['author', ...new Map(posts.map((post) => [nameOf(post), post])).values()];
}

/** Walks the chain with one holder for each post, each a person of his own: as strict as a chain can be. */
function going(chain: Chain, writer: Writer): readonly Going[] {
  const posts = chain.steps.flatMap((step) => [step, ...(step.else ? [step.else] : [])]);
  const acting: readonly Acting[] = posts.flatMap(({ post, units }) =>
    post.flatMap((one) => units.map((unit) => ({ person: idOf(one, unit), post: one, unit }))),
  );
  const taken: { step: number; person: string }[] = [];
  return chain.steps.map((step, i) => {
    const hands = contributorsOf(chain, [nameOf(writer)], taken);
    const takers = takersOf(step, acting, hands);
    const { post, units } = askedNow(step, acting, hands);
    const free = post.filter((one) => units.some((unit) => takers.includes(idOf(one, unit))));
    if (takers[0] !== undefined) taken.push({ step: i, person: takers[0] });
    const asked = free.length > 0 ? { post: free, of: units[0] ?? '' } : undefined;
    return { step, asked, stands: post !== step.post };
  });
}

/** Writers whose combinations are the same are said together. */
function whenOf(cases: readonly Case[], cover: (all: readonly Facets[]) => FacetExpr): Row['when'] {
  const byWriter = grouped(cases, ({ writer }) => nameOf(writer));
  const same = grouped(byWriter, (all) => JSON.stringify(all.map(({ facets }) => facets)));
  return same.map((group) => ({
    writers: group.flatMap(([first]) => (first ? [first.writer] : [])),
    for: cover((group[0] ?? []).map(({ facets }) => facets)),
  }));
}
