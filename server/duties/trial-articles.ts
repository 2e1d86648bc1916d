/** Which texts would have gone another way under a draft: the way that each took, against the one that the draft gives. */
import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'kysely';
import { localDay } from '../../core/day.ts';
import { type Chain, chainFor } from '../../core/flow.ts';
import { pathWith, sameWay } from '../../core/other-way.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Facets, InForce } from '../../core/regulation/types.ts';
import { aboveIn, wayUp } from '../acting.ts';
import type { Database } from '../door/knock.ts';
import { type Adoption, everyAdoption } from '../in-force.ts';
import type { Rows } from './world.ts';

type Sent = {
  readonly placementId: string;
  readonly title: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly column: string;
  readonly at: Date;
  readonly facets: Facets;
  readonly chain: Chain;
  readonly owner: string;
  readonly author: string;
  readonly leads: readonly string[];
};
/** `took`: the chain as it was compiled. `would`: what the draft answers. `path`: with the draft in it. */
export type Other = {
  readonly sent: Sent;
  readonly took: Chain;
  readonly would: Outcome<{ chain: Chain }>;
  readonly path: readonly InForce[];
};
export type OtherWays = { readonly sent: number; readonly isAll: boolean; readonly others: readonly Other[] };

/** The newest ones are looked at. */
const sentMax = 5000;

/** `reach`: the unit of the draft and all below it. */
export async function otherWays(
  db: Database,
  draft: InForce,
  reach: ReadonlySet<string>,
  since: string,
  { units }: Pick<Rows, 'units'>,
): Promise<OtherWays> {
  const rows = await sentSince(db, since, [...reach]);
  const adoptions = await everyAdoption(db);
  const above = aboveIn(units);
  const others: Other[] = [];
  for (const [i, sent] of rows.slice(0, sentMax).entries()) {
    if (i % 200 === 199) await breathe();
    const up = wayUp(sent.owner, above);
    const was = pathOn(adoptions, up, localDay(sent.at));
    const path = pathWith(draft, was, up);
    if (!path) continue;
    const target = { facets: sent.facets, authorUnit: sent.author, siteOwner: sent.owner, columnLead: sent.leads };
    const before = chainFor('article.publish', { path: was, ...target });
    const would = chainFor('article.publish', { path, ...target });
    // A chain that was raised on its way has the steps of both: it is compared by what its facets gave in the end.
    const took = before.ok ? before.chain : sent.chain;
    if (!would.ok || !sameWay(took, would.chain)) others.push({ sent, took: sent.chain, would, path });
  }
  return { sent: Math.min(rows.length, sentMax), isAll: rows.length <= sentMax, others };
}

async function sentSince(db: Database, since: string, owners: readonly string[]): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    select p.id as placement_id, r.fields ->> 'title' as title, s.id as site_id, s.name as site_name, c.name as column,
           run.opened_at as at, run.facets, run.chain, s.owner_unit_id as owner, a.unit_id as author, c.lead_unit_ids as leads
      from content.run run
      join content.placement p on p.id = run.placement_id
      join content.article a on a.id = p.article_id
      join content.revision r on r.id = run.revision_id
      join sites.site s on s.id = p.site_id
      join sites.column c on c.id = p.column_id
     where run.opened_at >= (${since}::date)::timestamp at time zone 'Asia/Shanghai'
       and s.owner_unit_id = any (${[...owners]}::uuid[])
     order by run.opened_at desc, run.id limit ${sentMax + 1}`.execute(db);
  return rows;
}

/** What governed a unit on a day, nearest first, as `inForce` reads it. */
const pathOn = (all: readonly Adoption[], up: readonly string[], day: string): readonly InForce[] =>
  all
    .filter(({ binding, from, until }) => up.includes(binding.unit) && from <= day && (until === null || until > day))
    .toSorted(
      (a, b) =>
        up.indexOf(a.binding.unit) - up.indexOf(b.binding.unit) ||
        (a.from < b.from ? 1 : a.from > b.from ? -1 : a.adoptionId < b.adoptionId ? -1 : 1),
    );
