/** What lines rest on, each with the page of the console where it can be seen: events of the log, and who came to a post. */
import { sql } from 'kysely';
import type { Line } from '../../core/duty/lines.ts';
import { eventName } from '../../core/vocabulary/events.ts';
import type { LedgerLine } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';

export type Evidence = LedgerLine['evidence'][number];
const evidenceMax = 50;

/** At most 50 for each line, the last ones. */
export async function evidenceOf(db: Database, lines: readonly Line[]): Promise<(line: Line) => readonly Evidence[]> {
  const mine = (line: Line) => line.verdict.rests.slice(-evidenceMax);
  const all = [...new Set(lines.flatMap(mine))];
  const [events, holdings] = [await eventsOf(db, all), await holdingsOf(db, all)];
  return (line) => mine(line).flatMap((rest) => events.get(rest) ?? holdings.get(rest) ?? []);
}

/** Events by their number. */
async function eventsOf(db: Database, rests: readonly string[]): Promise<ReadonlyMap<string, Evidence>> {
  type Row = { readonly seq: string; readonly at: Date; readonly kind: string; readonly title: string | null };
  const seqs = rests.filter((rest) => /^\d+$/.test(rest));
  const { rows } = await sql<Row>`
    select e.seq::text, e.at, e.kind,
           (select r.fields ->> 'title' from content.revision r where r.article_id = e.article_id order by r.number desc limit 1) as title
      from door.event e where e.seq = any (${seqs}::bigint[]) order by e.seq`.execute(db);
  return new Map(
    rows.map(({ seq, at, kind, title }) => [
      seq,
      {
        seq,
        at: at.toISOString(),
        name: eventName(kind),
        ...(title === null ? {} : { title }),
        link: `/events/${seq}`,
      },
    ]),
  );
}

/** Who holds a post, or held it: \`holding ID\`, as world.ts names them. */
async function holdingsOf(db: Database, rests: readonly string[]): Promise<ReadonlyMap<string, Evidence>> {
  type Row = {
    readonly id: string;
    readonly person: string;
    readonly name: string;
    readonly from: Date;
    readonly until: Date | null;
  };
  const ids = rests.flatMap((rest) => (rest.startsWith('holding ') ? rest.slice('holding '.length) : []));
  const { rows } = await sql<Row>`
    select h.id, h.person_id as person, p.name, h.from_at as from, h.until_at as until
      from people.holding h join people.person p on p.id = h.person_id where h.id = any (${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, person, name, from, until }) => [
      `holding ${id}`,
      {
        seq: `holding ${id}`,
        at: (until ?? from).toISOString(),
        name: eventName(until === null ? 'post.filled' : 'post.vacated'),
        title: name,
        link: `/people?person=${person}`,
      },
    ]),
  );
}
