/** Everything that happened to articles up to an instant, so many of them at a time, each with all that happened to it. */
import { sql } from 'kysely';
import type { Fact } from '../../core/duty/facts.ts';
import type { Database } from '../door/knock.ts';
import { withWithdrawals } from './facts.ts';
import { eventOf, facetsOn, type Growing, inOrder, once, pages, told } from './facts-until.ts';
import { later } from './later.ts';

/** Mostly one for each article. `events`: as `eventOf` writes them. */
type Row = {
  readonly article: string;
  readonly column: string | null;
  readonly author: string | null;
  readonly facets: string;
  readonly events: string;
};
/** What happened to each of some, by id, in log order. */
type Articles = ReadonlyMap<string, readonly Fact[]>;

/** Some milliseconds' worth: as many as are fetched. */
const rowsAtOnce = 1_000;

/**
 * PostgreSQL sorts while something else is judged. Column by column, since what is alike is judged in half the time where it
 * follows each other; of each article in log order. Site, lead and actor are left out: no line over an article asks for them.
 */
export async function withArticles<T>(
  db: Database,
  asked: readonly string[],
  at: Date,
  work: (lots: AsyncIterable<Articles>) => Promise<T>,
): Promise<T> {
  const kinds = withWithdrawals(asked);
  const lotOf = making(kinds, await pages(db));
  // By way of the index of articles it would look up a million rows one by one, 2.7 s; to read and sort takes 1.6.
  const listed = sql`
    with part as (
      select article, "column", author, facets, min(seq) as first, string_agg(event, ',' order by seq) as events
        from (select f.seq, article_id as article, column_id as "column", author_unit_id as author,
                     coalesce(facets::text, '{}') as facets, ${eventOf(kinds, sql`null`)} as event
                from door.fact f
               where article_id is not null and kind = any (${kinds}::text[]) and f.at <= ${at}
              offset 0) f
       group by article, "column", author, facets)
    select article, "column", author, facets, events
      from part order by first_value("column") over (partition by article order by first), article`;
  const reading = db.withoutPlugins().transaction().setAccessMode('read only');
  return reading.execute(async (tx) => {
    // Judging comes between two lots.
    await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx);
    await sql`declare articles no scroll cursor for ${listed}`.execute(tx);
    const next = (): Lot => later(sql<Row>`fetch 1000 from articles`.execute(tx));
    return work(inLots(next(), next, lotOf));
  });
}

type Lot = Promise<{ readonly rows: readonly Row[] }>;

/** Whole articles: the last one of what came may have more in what comes next, which is read while these are judged. */
async function* inLots(
  first: Lot,
  next: () => Lot,
  lotOf: (rows: readonly Row[]) => Articles,
): AsyncGenerator<Articles> {
  let begun: readonly Row[] = [];
  for (let coming = first; ; ) {
    const { rows } = await coming;
    const all = [...begun, ...rows];
    if (rows.length < rowsAtOnce) {
      yield lotOf(all);
      return;
    }
    coming = next();
    const last = all.at(-1)?.article;
    const whole = all.findLastIndex(({ article }) => article !== last) + 1;
    begun = all.slice(whole);
    yield lotOf(all.slice(0, whole));
  }
}

/** Rows of one article stand side by side. `pageOf`: a column. */
function making(kinds: readonly string[], pageOf: ReadonlyMap<string, string>): (rows: readonly Row[]) => Articles {
  const text = once((one) => one);
  const facetsIn = facetsOn(pageOf);
  const factsOf = ({ article, events, facets: own, ...row }: Row): readonly Fact[] => {
    const facets = facetsIn(row.column, own);
    const [column, author] = [row.column && text(row.column), row.author && text(row.author)];
    return events.split(',').map((event) => {
      const { seq, at, kind, isWhole, withdrawal } = told(event, kinds);
      // Written out where everything is there, as nearly always.
      const fact: Growing =
        column !== null && author !== null
          ? { seq, at, kind, article, column, author, facets }
          : { seq, at, kind, article, facets, ...(column && { column }), ...(author && { author }) };
      if (isWhole) fact.whole = true;
      if (withdrawal !== undefined) fact.withdrawal = withdrawal;
      return fact;
    });
  };
  return (rows) => {
    const lot = new Map<string, readonly Fact[]>();
    for (const row of rows) {
      const [before, own] = [lot.get(row.article), factsOf(row)];
      lot.set(row.article, before ? [...before, ...own].toSorted(inOrder) : own);
    }
    return lot;
  };
}
