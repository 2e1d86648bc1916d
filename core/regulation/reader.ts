/** A regulation laid open: its chapters and articles as they stand, and beside each what it makes happen. */
import { rowsOfMove } from './chain-rows.ts';
import { type SaidRow, sayRefused, sayRow } from './chain-words.ts';
import { articleName } from './cite.ts';
import { type ClauseCoverage, coverage, type Standing } from './coverage.ts';
import { parseText } from './markdown.ts';
import { type Told, tell } from './told.ts';
import type { ClauseText, Regulation } from './types.ts';

/** `chains`: each chain that a flow gives, by what the text is like and who wrote it. */
export type ReadBlock = Told & { readonly chains: readonly SaidRow[]; readonly refused: readonly string[] };
/** `level`: 0 for an article, 1 for its clauses. `standing` is absent where the clauses below carry it. */
export type ReadArticle = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly level: number;
  readonly standing?: Standing;
  readonly why?: string;
  /** What blocks of it wait for; `wholly` where nothing of it is carried out yet. */
  readonly waits?: string;
  readonly wholly?: true;
  readonly blocks: readonly ReadBlock[];
};
export type ReadChapter = { readonly title: string; readonly articles: readonly ReadArticle[] };

/** `source`: the text from which this regulation was compiled. Articles before the first chapter stand under ''. */
export function readerOf(regulation: Regulation, source: string): readonly ReadChapter[] {
  // It was read without a fault when it was adopted: nothing is to be reported.
  const { chapters, blocks } = parseText(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), () => undefined);
  const standings = new Map(coverage(regulation).map((one) => [one.clause, one]));
  const levels = levelsOf(regulation.clauses);
  const articles = regulation.clauses.map((clause) => {
    const standing = standings.get(clause.id);
    const here = regulation.blocks.filter((block) => block.clause === clause.id);
    const told = here.map((block) =>
      tell(
        block,
        blocks.find((raw) => raw.line === block.line),
        regulation,
      ),
    );
    const article: ReadArticle = {
      id: clause.id,
      name: articleName(clause.id),
      title: clause.title,
      text: clause.text,
      level: levels.get(clause.id) ?? 0,
      ...(standing ? standingOf(standing) : {}),
      blocks: told.map((one) => ({ ...one, ...chainsOf(one, clause.id, regulation) })),
    };
    return { article, line: clause.line };
  });
  return grouped(chapters, articles);
}

const standingOf = ({ standing, why, waits, wholly }: ClauseCoverage) => ({
  standing,
  why,
  ...(waits === undefined ? {} : { waits }),
  ...(wholly ? { wholly } : {}),
});

const levelsOf = (clauses: readonly ClauseText[]): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  for (const { id, parent } of clauses) levels.set(id, parent === undefined ? 0 : (levels.get(parent) ?? 0) + 1);
  return levels;
};

type Placed = { readonly article: ReadArticle; readonly line: number };

/** Each article under the last heading above it; a heading with nothing under it is left out. */
function grouped(
  chapters: readonly { readonly title: string; readonly line: number }[],
  articles: readonly Placed[],
): readonly ReadChapter[] {
  const starts = [{ title: '', line: 0 }, ...chapters];
  return starts
    .map(({ title, line }, i) => {
      const end = starts[i + 1]?.line ?? Number.POSITIVE_INFINITY;
      return { title, articles: articles.filter((one) => one.line > line && one.line < end).map((one) => one.article) };
    })
    .filter((chapter) => chapter.articles.length > 0);
}

function chainsOf(told: Told, clause: string, regulation: Regulation): Pick<ReadBlock, 'chains' | 'refused'> {
  if (told.kind !== 'flow') return { chains: [], refused: [] };
  const flows = regulation.flows.filter((flow) => flow.id === told.id && flow.clause === clause);
  const rows = flows.flatMap((flow) => rowsOfMove(flow.move, regulation));
  const law = `${regulation.slug}#${clause}`;
  return {
    chains: rows.filter(({ chain }) => chain?.flow === told.id).map((row) => sayRow(row, regulation)),
    refused: rows.filter(({ refused }) => refused?.clause === law).map((row) => sayRefused(row, regulation)),
  };
}
