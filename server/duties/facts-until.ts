/** Everything that happened up to an instant: what is the same in many facts is told once, and the others as one text. */
import { type RawBuilder, sql } from 'kysely';
import type { Fact } from '../../core/duty/facts.ts';
import { kept } from '../../core/groups.ts';
import type { Database } from '../door/knock.ts';
import { withWithdrawals } from './facts.ts';
import { later } from './later.ts';

/** `events`: one after the other, as `eventOf` writes them. */
type Row = {
  readonly column: string | null;
  readonly site: string | null;
  readonly home: boolean | null;
  readonly author: string | null;
  readonly leads: string | null;
  readonly actor: string | null;
  readonly facets: string;
  readonly events: string;
};

type Page = Promise<{ readonly rows: readonly Row[] }>;

/** Numbers of the log that are looked through at a time: others are served in between, and no statement takes long. */
const page = 100_000;

/**
 * In log order. `kinds`: what the duties ask about. What happens in one column is mostly alike: 278,000 facts of a year are
 * 60,000 rows, which are here in half the time.
 */
export async function factsUntil(db: Database, kinds: readonly string[], at: Date): Promise<readonly Fact[]> {
  const [plain, asked] = [db.withoutPlugins(), withWithdrawals(kinds)];
  const read = (after: number): Page =>
    sql<Row>`
      select "column", site, home, author, leads, actor, facets, string_agg(event, ',') as events
        from (select column_id as "column", site_id as site, home, author_unit_id as author,
                     lead_unit_ids::text as leads, actor_unit_id as actor, coalesce(facets::text, '{}') as facets,
                     ${eventOf(asked, sql`article_id`)} as event
                from door.fact f
               where f.seq > ${after} and f.seq <= ${after + page} and kind = any (${asked}::text[]) and f.at <= ${at}) f
       group by site, "column", home, author, leads, actor, facets`.execute(plain);
  // PostgreSQL reads the next pages while the facts of this one are made.
  const coming = [later(read(0)), later(read(page))];
  const [last, factsOf] = [await lastOf(db), making(asked, await pages(db))];
  const facts: Fact[] = [];
  for (let after = 0; after < last; after += page) {
    const rows = (await coming.shift())?.rows ?? [];
    if (after + 2 * page < last) coming.push(later(read(after + 2 * page)));
    for (const row of rows) for (const fact of factsOf(row)) facts.push(fact);
  }
  // Only now: what is judged together stays together in memory.
  return facts.sort(inOrder);
}

async function lastOf(db: Database): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(seq) as last from door.fact`.execute(db);
  return rows[0]?.last ?? 0;
}

/** By their numbers in the log, which are long: as texts they are compared twice as fast. */
export const inOrder = ({ seq: a }: Fact, { seq: b }: Fact): number =>
  a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Number in the log, instant, place of the kind in the list, whether it is of a whole article, how withdrawn, which article. */
export const eventOf = (kinds: readonly string[], article: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  concat_ws(' ', f.seq, date_part('epoch', f.at) * 1000, array_position(${kinds}::text[], kind) - 1,
            coalesce(subject_id = article_id, false)::int, coalesce(withdrawal, '-'), ${article})`;

/** Where it shows first: what stands in a column that the home page lists changes the home page. */
export async function pages(db: Database): Promise<ReadonlyMap<string, 'home' | 'column'>> {
  const { rows } = await sql<{ id: string; onHome: boolean }>`
    select id, on_home is not null as on_home from sites.column`.execute(db);
  return new Map(rows.map(({ id, onHome }) => [id, onHome ? 'home' : 'column']));
}

/** `pageOf`: a column. What is the same in many rows is one thing in memory. */
function making(kinds: readonly string[], pageOf: ReadonlyMap<string, string>) {
  const text = once((one) => one);
  const list = once((one) => one.slice(1, -1).split(',').filter(Boolean).map(text));
  const facetsIn = facetsOn(pageOf);
  return ({ column, site, home, author, leads, actor, facets: own, events }: Row): readonly Fact[] => {
    const facets = facetsIn(column, own);
    return events.split(',').map((event) => {
      const { seq, at, kind, article, isWhole, withdrawal } = told(event, kinds);
      // Set one by one: an object of many spreads takes 8 µs.
      const fact: Growing = { seq, at, kind, facets };
      if (article !== undefined) fact.article = article;
      if (column !== null) fact.column = text(column);
      if (site !== null) fact.site = text(site);
      if (home !== null) fact.home = home;
      if (author !== null) fact.author = text(author);
      if (leads !== null) fact.leads = list(leads);
      if (actor !== null) fact.actor = text(actor);
      if (isWhole) fact.whole = true;
      if (withdrawal !== undefined) fact.withdrawal = withdrawal;
      return fact;
    });
  };
}

export type Growing = { -readonly [key in keyof Fact]: Fact[key] };

type Told = {
  readonly seq: string;
  readonly at: number;
  readonly kind: string;
  readonly isWhole: boolean;
  readonly withdrawal: string | undefined;
  readonly article: string | undefined;
};

/** What `eventOf` wrote. */
export function told(event: string, kinds: readonly string[]): Told {
  const [seq = '', ms, place, whole, how, article] = event.split(' ');
  const withdrawal = how === '-' ? undefined : how;
  const [at, kind, isWhole] = [Math.round(Number(ms)), kinds[Number(place)] ?? '', whole === '1'];
  return { seq, at, kind, isWhole, withdrawal, article };
}

/** As they were, and where it shows first. */
export function facetsOn(pageOf: ReadonlyMap<string, string>): (column: string | null, text: string) => Fact['facets'] {
  const shown = new Map(['home', 'column', undefined].map((page) => [page, once((one) => facetsOf(one, page))]));
  return (column, text) => shown.get(pageOf.get(column ?? ''))?.(text) ?? {};
}

const facetsOf = (text: string, page: string | undefined): Fact['facets'] => ({
  ...JSON.parse(text),
  ...(page === undefined ? {} : { page }),
});

/** Made once for each text. */
export function once<T extends {}>(make: (one: string) => T): (one: string) => T {
  const known = new Map<string, T>();
  return (one) => kept(known, one, () => make(one));
}
