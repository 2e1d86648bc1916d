/** 查找: one question to every part; each answers by itself, and one that doesn't is named. */
import { sql } from 'kysely';
import { termsOf } from '../../../core/find.ts';
import type { found } from '../../contract/find.ts';
import type { Out } from '../../contract/row.ts';
import { isDatabaseAway } from '../../db/client.ts';
import type { Database } from '../../door/knock.ts';
import { aboutError, log } from '../../log-line.ts';
import { type Asked, alike, findArticles } from './articles.ts';
import { findPeople } from './people.ts';
import { findClauses } from './regulations.ts';
import { findSites, placesOf, siteRows } from './sites.ts';

type Scope = 'all' | 'articles' | 'regulations' | 'people' | 'sites';
type Wanted = Omit<Asked, 'terms'> & { readonly q: string; readonly scope: Scope };

/** A part that takes longer counts as one that didn't answer: the others must not wait for it. */
const partMs = 5_000;
/** Lines of a part that is one among others, and of one that is looked at alone. */
const [few, many] = [5, 100] as const;

/** Undefined when this part didn't answer; a database that is away is everybody's trouble, and thrown. */
async function part<T>(db: Database, name: string, work: (db: Database) => Promise<T>): Promise<T | undefined> {
  try {
    return await db.transaction().execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(partMs)}, true)`.execute(tx);
      return work(tx);
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log('error', `a part of the search did not answer: ${name}`, aboutError(error));
    return undefined;
  }
}

export async function find(db: Database, person: string, wanted: Wanted, at: Date): Promise<Out<typeof found>> {
  const { q, scope, page } = wanted;
  const terms = termsOf(q);
  const rows = await siteRows(db);
  const places = placesOf(rows);
  if (terms.length === 0)
    return {
      terms: [],
      parts: [],
      articles: [],
      regulations: [],
      people: [],
      sites: [],
      page,
      pages: 1,
      places,
      alike: [],
    };
  const articles = await part(db, 'articles', (tx) => findArticles(tx, person, { ...wanted, terms }, at));
  const regulations = await part(db, 'regulations', (tx) => findClauses(tx, terms, at));
  const people = await part(db, 'people', (tx) => findPeople(tx, terms, at));
  const sites = findSites(rows, terms);
  const shown = <T>(name: Scope, lines: readonly T[] = []): T[] =>
    scope === name ? lines.slice(0, many) : scope === 'all' ? lines.slice(0, few) : [];
  const list = { regulations, people, sites };
  const counted = Object.entries(list).map(([name, lines]) => ({
    scope: name as keyof typeof list,
    answered: lines !== undefined,
    count: lines?.length ?? 0,
    more: false,
  }));
  const first = {
    scope: 'articles' as const,
    answered: articles !== undefined,
    count: articles?.count ?? 0,
    more: articles?.more ?? false,
  };
  return {
    terms: [...terms],
    parts: [first, ...counted],
    articles: scope === 'all' || scope === 'articles' ? (articles?.items ?? []) : [],
    regulations: shown('regulations', regulations),
    people: shown('people', people),
    sites: shown('sites', sites),
    page,
    pages: articles?.pages ?? 1,
    places,
    alike: articles?.count === 0 ? await likely(db, person, q, at) : [],
  };
}

/** Only an offer: where it doesn't come, nothing is missing. */
const likely = async (db: Database, person: string, q: string, at: Date): Promise<string[]> =>
  (await part(db, 'alike', (tx) => alike(tx, person, q, at))) ?? [];
