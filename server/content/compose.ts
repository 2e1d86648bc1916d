/** What a writer needs before there is an article: where one may write, which chain follows, and the scratch draft. */
import { sql } from 'kysely';
import { verbsOf } from '../../core/access.ts';
import { expiryClause } from '../../core/column-rules.ts';
import { disclosureClause } from '../../core/disclosure.ts';
import { type Chain, chainFor } from '../../core/flow.ts';
import { withinKey } from '../../core/keys.ts';
import { type Refusal, refuse } from '../../core/outcome.ts';
import { reprintClause } from '../../core/reprint.ts';
import { acting, actingOf, namesOf } from '../acting.ts';
import type { Preview } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { inForce, lawOf } from '../in-force.ts';
import { say } from '../words/refusals.ts';
import { plannedChain } from './chain-view.ts';
import { facetsOf, type Known, targetOf } from './facts.ts';
import { limitsOf, within } from './key-limits.ts';
import { postName } from './post-names.ts';
import { type ColumnRow, columnById, json, type PlacementRow } from './store.ts';

type Site = { id: string; name: string; ownerUnitId: string };

/** The sites where one of my posts may submit, with their columns. */
export async function compose(db: Database, person: string, at: Date) {
  const held = await actingOf(db, person, at);
  const sites = await db
    .selectFrom('sites.site')
    .select(['id', 'name', 'ownerUnitId'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const open = (await Promise.all(sites.map((site) => mayWrite(db, site, { person, held, at })))).filter(
    (one) => one !== undefined,
  );
  const names = await namesOf(
    db,
    [],
    held.map((h) => h.unit),
  );
  const posts = open.flatMap(({ posts: list }) => list);
  const unique = [...new Map(posts.map((p) => [`${p.post} ${p.unit}`, p])).values()];
  return {
    posts: unique.map((p) => ({ post: p.post, postName: p.postName, unit: names.unit(p.unit) })),
    sites: open.map(({ site, columns }) => ({ id: site.id, name: site.name, columns })),
    unitName: unique[0] ? names.unit(unique[0].unit).name : '',
  };
}

type Who = { readonly person: string; readonly held: Awaited<ReturnType<typeof actingOf>>; readonly at: Date };

async function mayWrite(db: Database, site: Site, { person, held, at }: Who) {
  const path = await inForce(db, site.ownerUnitId, at);
  const posts = verbsOf(held, path)
    .filter((h) => h.verbs.includes('submit'))
    .map((h) => ({ post: h.post, unit: h.unit, postName: postName(path, h.post, h.unit) }));
  if (posts.length === 0) return undefined;
  const { rows } = await sql<{ id: string; name: string; leads: string | null; clause: string }>`
    select c.id, c.name, c.clause, (select string_agg(u.name, '、' order by u.position) from people.unit u where u.id = any (c.lead_unit_ids)) as leads
      from sites.column c where c.site_id = ${site.id} and c.nature not in ('letters', 'link')
       and ${within(person, sql`c.site_id`, sql`c.id`)} order by c.position, c.id limit 500`.execute(db);
  if (rows.length === 0) return undefined;
  const columns = await Promise.all(
    rows.map(async (r) => ({ id: r.id, name: r.name, leads: r.leads ?? '', law: await lawOf(db, r.clause, { path }) })),
  );
  return { site, posts, columns };
}

type Wanted = {
  readonly columns: readonly string[];
  readonly kind: string;
  readonly reach: string;
  readonly weight: string;
  readonly sensitive: string;
  readonly disclosure: string;
};

/** Which chain a text with these facets would take, column by column. */
export async function previews(
  db: Database,
  person: string,
  wanted: Wanted,
  at: Date,
): Promise<{ previews: Preview[] }> {
  const everybody = await acting(db, at);
  const found: Preview[] = [];
  for (const id of wanted.columns) {
    const column = await columnById(db, id);
    if (column) found.push(await previewOf(db, person, wanted, column, everybody, at));
  }
  return { previews: found };
}

async function previewOf(
  db: Database,
  person: string,
  wanted: Wanted,
  column: ColumnRow,
  everybody: Known['acting'],
  at: Date,
): Promise<Preview> {
  const path = await inForce(db, column.ownerUnitId, at);
  const held = everybody.filter((a) => a.person === person);
  const mine = verbsOf(held, path);
  const writer = mine.find((h) => h.verbs.includes('submit'));
  const place = { column: { id: column.id, name: column.name }, site: { id: column.siteId, name: column.siteName } };
  if (!writer) return { ...place, refused: { code: 'not_your_role', message: say('not_your_role') } };
  const limits = writer.outside && (await limitsOf(db, person));
  if (limits && !withinKey(limits, { siteId: column.siteId, columnId: column.id }))
    return { ...place, refused: { code: 'key_column', message: say('key_column') } };
  const { reach, weight, sensitive, disclosure, kind } = wanted;
  const facets = facetsOf(column, kind, { reach, weight, sensitive, disclosure });
  const outcome = chainFor('article.publish', targetOf(column, path, writer.unit, facets));
  const laws = await lawsOf(db, path, column, outcome.ok ? outcome.chain : undefined);
  if (!outcome.ok) return { ...place, ...laws, refused: await refusalOf(db, outcome, path) };
  const { chain } = outcome;
  const units = chain.steps.flatMap((s) => [...s.units, ...(s.else?.units ?? [])]);
  const names = await namesOf(
    db,
    everybody.map((a) => a.person),
    units,
  );
  const run = {
    state: 'open',
    step: 0,
    hash: '',
    chain,
    facets,
    contributors: [person],
    used: [],
    decided: [],
  } as const;
  const known: Known = {
    subject: { placement: 'none', everPublic: false, discarded: false, run },
    path,
    acting: everybody,
    mine,
    named: [],
    thing: { p: nothing, born: true, column },
    at,
  };
  const closed = refuse('not_disclosed', laws.disclosureLaw?.clause);
  return {
    ...place,
    ...laws,
    chain: await plannedChain(db, chain, { post: writer.post, unit: writer.unit }, known, names),
    ...(disclosure === 'open' ? {} : { refused: await refusalOf(db, closed, path) }),
  };
}

async function refusalOf(db: Database, { why, clause }: Refusal, path: Known['path']): Promise<Preview['refused']> {
  const law = clause ? await lawOf(db, clause, { path }) : undefined;
  return { code: why, message: say(why), ...(law ? { law } : {}) };
}

/** The articles that ask a writer for more than the text: the source of a reprint, the way of disclosure, a last day. */
async function lawsOf(db: Database, path: Known['path'], column: ColumnRow, chain: Chain | undefined) {
  const [reprint, disclosure] = [reprintClause(path), disclosureClause(path, chain)];
  const expiry = expiryClause(path, column);
  return {
    ...(reprint ? { reprintLaw: await lawOf(db, reprint, { path }) } : {}),
    ...(disclosure ? { disclosureLaw: await lawOf(db, disclosure, { path }) } : {}),
    ...(expiry ? { expiryLaw: await lawOf(db, expiry, { path }) } : {}),
  };
}

/** A text that isn't in the table yet. */
const nothing = { id: '', articleId: '', unitId: '' } as unknown as PlacementRow;

type Scratch = { readonly body: unknown; readonly columnIds: readonly string[] };

export async function scratch(db: Database, person: string, id: string) {
  const row = await db
    .selectFrom('content.scratch')
    .select(['body', 'savedAt'])
    .where('personId', '=', person)
    .where('placementId', '=', id)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return { id, body: null, columnIds: [] };
  const kept = row.body as Scratch;
  return { id, body: kept.body, columnIds: [...kept.columnIds], savedAt: row.savedAt.toISOString() };
}

/** Autosave is not a move: one row per person and draft, no event. */
export async function saveScratch(db: Database, person: string, id: string, kept: Scratch, at: Date) {
  await db
    .insertInto('content.scratch')
    .values({ personId: person, placementId: id, body: json(kept), savedAt: at })
    .onConflict((c) =>
      c.columns(['personId', 'placementId']).doUpdateSet({ body: json(kept), savedAt: at, droppedAt: null }),
    )
    .execute();
  return { savedAt: at.toISOString() };
}

/** Given up, not gone: it lies in the bin until it is forgotten. */
export async function dropScratch(db: Database, person: string, id: string, at: Date) {
  await db
    .updateTable('content.scratch')
    .set({ droppedAt: at })
    .where('personId', '=', person)
    .where('placementId', '=', id)
    .execute();
  return {};
}
