/** Articles by state: one's own, those of one's unit, those of the sites that one administers. */
import { sql } from 'kysely';
import type { ArticleLine } from '../contract/views.ts';
import type { Database } from '../door/knock.ts';
import { articleLines, inColumns, listMax, ours } from './lists.ts';
import { states, withLastRun } from './states.ts';
import { administers } from './store.ts';

/** Of a unit in which I hold a post. */
export const ofUnit = (person: string, at: Date) =>
  sql<boolean>`${inColumns(person)} and exists (select 1 from people.acting(${at}) x where x.person_id = ${person} and x.unit_id = a.unit_id)`;
/** Of a site that I administer. */
const ofSites = (person: string, at: Date) => sql<boolean>`${inColumns(person)} and exists (
  select 1 from people.acting(${at}) x where x.person_id = ${person} and ${administers})`;
const whose = { mine: ours, unit: ofUnit, sites: ofSites } as const;
export type Scope = keyof typeof whose;

const pageSize = 20;
const { discarded: _, ...listed } = states;
export const tabs = listed;
export type Tab = keyof typeof tabs;
export type Wanted = {
  readonly tab: Tab;
  readonly scope: Scope;
  readonly column?: string | undefined;
  readonly page: number;
};

const from = sql`content.placement p join content.article a on a.id = p.article_id join sites.site s on s.id = p.site_id
  join sites.column c on c.id = p.column_id
  ${withLastRun}`;

export async function mine(db: Database, person: string, { tab, scope, column, page }: Wanted, at: Date) {
  const own = whose[scope](person, at);
  const within = column ? sql<boolean>`${own} and p.column_id = ${column}` : own;
  // A draft that was never sent has no column yet, and nobody else may see it.
  const scratch = scope === 'mine' && !column ? await scratchLines(db, person) : [];
  const counts = await tally(db, within, scratch.length);
  const lines = await articleLines(
    db,
    sql`${tabs[tab]} and ${within}`,
    { offset: (page - 1) * pageSize, limit: pageSize },
    at,
  );
  const placed = counts[tab] - (tab === 'draft' ? scratch.length : 0);
  return {
    at: at.toISOString(),
    items: [...(tab === 'draft' && page === 1 ? scratch : []), ...lines],
    scopes: await scopesOf(db, person, at),
    columns: await columnsOf(db, own),
    counts,
    page,
    pages: Math.max(1, Math.ceil(placed / pageSize)),
  };
}

async function tally(db: Database, within: ReturnType<typeof sql>, drafts: number): Promise<Record<Tab, number>> {
  const each = sql.join(
    Object.entries(tabs).map(([name, where]) => sql`count(*) filter (where ${where})::int as ${sql.id(name)}`),
  );
  const { rows } = await sql<Record<Tab, number>>`select ${each} from ${from} where ${within}`.execute(db);
  const [all] = rows;
  if (!all) throw new Error('a count gives a row');
  return { ...all, draft: all.draft + drafts };
}

async function columnsOf(db: Database, own: ReturnType<typeof sql>) {
  const { rows } = await sql<{ id: string; name: string; site: string }>`
    select c.id, c.name, s.name as site from ${from} where ${own}
     group by c.id, c.name, c.position, s.id, s.name, s.position order by s.position, s.id, c.position, c.id limit 500`.execute(
    db,
  );
  return rows;
}

/** Everybody who holds a post has a unit; the last is for administrators only. */
async function scopesOf(db: Database, person: string, at: Date): Promise<Scope[]> {
  const { rows } = await sql<{ unit: boolean; sites: boolean }>`
    select exists (select 1 from people.acting(${at}) x where x.person_id = ${person}) as unit,
           exists (select 1 from sites.site s join people.acting(${at}) x on ${administers} where x.person_id = ${person}) as sites`.execute(
    db,
  );
  const [has] = rows;
  return ['mine', ...(has?.unit ? (['unit'] as const) : []), ...(has?.sites ? (['sites'] as const) : [])];
}

/** Scratch drafts that were never sent: they have no placement yet. */
async function scratchLines(db: Database, person: string): Promise<ArticleLine[]> {
  const { rows } = await sql<{ placementId: string; title: string; savedAt: Date }>`
    select sc.placement_id, coalesce(nullif(sc.body -> 'body' ->> 'title', ''), '（还没有标题）') as title, sc.saved_at
      from content.scratch sc
     where sc.person_id = ${person} and sc.dropped_at is null
       and not exists (select 1 from content.placement p where p.id = sc.placement_id)
     order by sc.saved_at desc, sc.placement_id limit ${listMax}`.execute(db);
  const none = { id: '', name: '' };
  return rows.map((r) => ({
    placementId: r.placementId,
    title: r.title,
    site: none,
    column: none,
    unit: none,
    stateName: '还没送出',
    with: [],
    tags: [],
    movedAt: r.savedAt.toISOString(),
  }));
}
