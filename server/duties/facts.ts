/** What happened, as the door wrote it down for duties, in log order. */
import { type RawBuilder, sql } from 'kysely';
import { type Fact, takesBack } from '../../core/duty/facts.ts';
import { groups } from '../../core/groups.ts';
import type { Database } from '../door/knock.ts';

type Row = {
  readonly seq: number;
  readonly ms: number;
  readonly kind: string;
  readonly articleId: string | null;
  readonly columnId: string | null;
  readonly siteId: string | null;
  readonly home: boolean | null;
  readonly authorUnitId: string | null;
  readonly leadUnitIds: readonly string[] | null;
  readonly actorUnitId: string | null;
  readonly facets: Record<string, string> | null;
  readonly onHome: boolean | null;
  readonly withdrawal: string | null;
  readonly whole: boolean | null;
};

/** What was withdrawn too soon doesn't count: whoever asks for anything gets the withdrawals too. */
export const withWithdrawals = (kinds: readonly string[]): readonly string[] => [...new Set([...kinds, takesBack])];

/** The next ones of the log, at most so many. */
export const factsAfter = (db: Database, seq: number, most: number): Promise<readonly Fact[]> =>
  facts(db, sql`seq > ${seq}`, sql`limit ${most}`);

/** Everything that happened to these articles, up to a number of the log; `kinds`: only that. */
export const factsOfArticles = (
  db: Database,
  articles: readonly string[],
  upto: number,
  kinds?: readonly string[],
): Promise<readonly Fact[]> => {
  const only = kinds ? sql`and kind = any (${kinds}::text[])` : sql``;
  return facts(db, sql`article_id = any (${articles}::uuid[]) and seq <= ${upto} ${only}`);
};

/** What may meet a line over this thing, up to a number of the log. */
export const factsOf = (db: Database, thing: Named, kinds: readonly string[], upto: number): Promise<readonly Fact[]> =>
  factsOfThings(db, [thing], kinds, upto);

/** What may meet lines over any of these things, up to a number of the log. */
export const factsOfThings = (
  db: Database,
  things: readonly Named[],
  kinds: readonly string[],
  upto: number,
): Promise<readonly Fact[]> => {
  const some = [...groups(things, ({ subject }) => subject)].map(([subject, of]) =>
    aboutSome(
      subject,
      of.map(({ id }) => id),
    ),
  );
  if (some.length === 0) return Promise.resolve([]);
  return facts(
    db,
    sql`kind = any (${withWithdrawals(kinds)}::text[]) and seq <= ${upto} and (${sql.join(some, sql` or `)})`,
  );
};

type Named = { readonly subject: string; readonly id: string };

function aboutSome(subject: string, ids: readonly string[]): RawBuilder<unknown> {
  switch (subject) {
    case 'column':
    case 'site':
    case 'article':
      return sql`${sql.ref(`${subject}Id`)} = any (${ids}::uuid[])`;
    case 'unit':
      return sql`(author_unit_id = any (${ids}::uuid[]) or actor_unit_id = any (${ids}::uuid[]) or lead_unit_ids && ${ids}::uuid[])`;
    default:
      return sql`true`;
  }
}

const onHome = sql`(select on_home is not null from sites.column where id = column_id)`;
const fields = sql`seq, (extract(epoch from at) * 1000)::bigint as ms, kind, article_id, column_id, site_id, home,
  author_unit_id, lead_unit_ids, actor_unit_id, facets, withdrawal, subject_id = article_id as whole,
  ${onHome} as on_home`;

async function facts(db: Database, where: RawBuilder<unknown>, limit = sql``): Promise<readonly Fact[]> {
  const { rows } = await sql<Row>`select ${fields} from door.fact where ${where} order by seq ${limit}`.execute(db);
  return rows.map(factOf);
}

/** Where it shows first: what stands in a column that the home page lists changes the home page. */
const pageOf = ({ onHome }: Row): Record<string, string> =>
  onHome === null ? {} : { page: onHome ? 'home' : 'column' };

/** The same in SQL: one facet of a row of door.fact, as jsonb, null where it has none. */
export const facet = (name: string): RawBuilder<unknown> => {
  const own = sql`facets -> ${name}::text`;
  return name === 'page'
    ? sql`coalesce(to_jsonb(case ${onHome} when true then 'home' when false then 'column' end), ${own})`
    : own;
};

/** Set one by one: an object of nine spreads takes 8 µs, and a rebuild asks for half a million. */
function factOf(row: Row): Fact {
  const facets = { ...row.facets, ...pageOf(row) };
  const fact: { -readonly [K in keyof Fact]: Fact[K] } = { seq: String(row.seq), at: row.ms, kind: row.kind, facets };
  if (row.articleId !== null) fact.article = row.articleId;
  if (row.columnId !== null) fact.column = row.columnId;
  if (row.siteId !== null) fact.site = row.siteId;
  if (row.home !== null) fact.home = row.home;
  if (row.authorUnitId !== null) fact.author = row.authorUnitId;
  if (row.leadUnitIds !== null) fact.leads = row.leadUnitIds;
  if (row.actorUnitId !== null) fact.actor = row.actorUnitId;
  if (row.withdrawal !== null) fact.withdrawal = row.withdrawal;
  if (row.whole) fact.whole = true;
  return fact;
}
