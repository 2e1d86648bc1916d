/** What the tables say of a placement, with units by their names. */
import { sql } from 'kysely';
import { plain } from '../core/find.ts';
import { findArticles } from '../server/content/find/articles.ts';
import type { Database } from '../server/door/knock.ts';
import { now } from '../server/now.ts';
import type { UnitName } from './county.ts';
import type { Ids } from './found.ts';
import type { Placement, Way } from './model.fixture.ts';

export type Row = {
  version: number;
  state: Placement['state'];
  unitId: string;
  discarded: boolean;
  liveHash: string | null;
  liveTitle: string | null;
  runId: string | null;
  runState: string | null;
  step: number | null;
  hash: string | null;
  chain: Way | null;
  submittedPost: string | null;
  submittedUnitId: string | null;
};

export async function rowOf(db: Database, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select p.version, p.state, a.unit_id, p.discarded_at is not null as discarded, v.hash as live_hash, v.fields ->> 'title' as live_title,
           r.id as run_id, r.state as run_state, r.step, r.hash, r.chain, r.submitted_post, r.submitted_unit_id
      from content.placement p join content.article a on a.id = p.article_id
      left join content.revision v on v.id = p.revision_id left join content.run r on r.id = p.run_id
     where p.id = ${id}`.execute(db);
  return rows[0];
}

/** What a refusal may not change. */
export async function booksOf(db: Database): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*)::int from door.event) as events, (select count(*)::int from content.revision) as revisions,
           (select count(*)::int from content.decision) as decisions, (select count(*)::int from content.register) as register,
           (select count(*)::int from content.publication) as publications, (select sum(version)::int from content.placement) as versions,
           (select count(*)::int from content.run where state <> 'ended') as alive`.execute(db);
  return rows[0];
}

export function unitOf(ids: Ids, id: string): UnitName {
  const found = Object.entries(ids.units).find(([, one]) => one === id);
  if (!found) throw new Error(`no unit ${id}`);
  return found[0] as UnitName;
}

export function placeOf(ids: Ids, columnId: unknown): Pick<Placement, 'site' | 'column'> {
  const [site = '', column = ''] =
    Object.entries(ids.columns)
      .find(([, id]) => id === columnId)?.[0]
      .split(' ') ?? [];
  return { site: site as Placement['site'], column };
}

/** The chain of the run as it is kept, in the model's words. */
export function wayOf(ids: Ids, { chain }: Row): Way {
  if (!chain) throw new Error('no chain');
  const asked = (one: { post: readonly string[]; units: readonly string[] }) => ({
    post: one.post,
    units: one.units.map((id) => unitOf(ids, id)),
  });
  const steps = chain.steps.map((step) => ({
    ...asked(step),
    act: step.act,
    ...(step.edits ? { edits: step.edits } : {}),
    ...(step.else ? { else: asked(step.else) } : {}),
  }));
  const { by, post, units } = chain.publish;
  return { steps, publish: post && units ? { by, ...asked({ post, units }) } : { by } };
}

/** Ids of the placements at which this person finds a text by its marker. */
export async function foundBy(db: Database, person: string, marker: string): Promise<readonly string[]> {
  const { items } = await findArticles(db, person, { terms: [plain(marker)], page: 1 }, now());
  return items.map(({ placementId }) => placementId);
}
