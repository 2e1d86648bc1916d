/** A year of facts for the bench's world, copied into the table as the door would have written them one by one. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../server/door/knock.ts';
import { random } from '../../world/random.ts';
import type { Made } from './world.ts';

const dayMs = 86_400_000;
/** Publications of a column in a year, by what it is; the first column of all has 9,000. */
const perYear = [220, 55, 13, 2.6, 0.5, 1] as const;
const hottest = 9_000;

export type Happened = {
  readonly at: number;
  readonly kind: string;
  readonly article: string;
  readonly column: number;
  readonly withdrawal?: string;
};

/** A name that is the same each time. */
const uuid = (n: number): string => {
  const h = createHash('md5').update(`article ${n}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
};

/** So many events of the year before `until`, in order of time: each article handed in, approved, published, made public. */
export function yearOf(made: Made, many: number, until: number): readonly Happened[] {
  const chance = random(7);
  const part = (below: number) => (chance.whole(1_000_000) / 1_000_000) * below;
  const mean = made.column.reduce((sum, { kind }) => sum + (perYear[kind] ?? 1), hottest);
  const scale = many / (mean * 4.2);
  const facts: Happened[] = [];
  let article = 0;
  made.column.forEach(({ kind }, column) => {
    const times = Math.floor((column === 0 ? hottest : (perYear[kind] ?? 1)) * scale + part(1));
    for (let i = 0; i < times; i++) {
      const name = uuid(article++);
      const at = until - 365 * dayMs + Math.floor(part(364 * dayMs));
      const put = (kind: string, later: number, more = {}) => {
        if (at + later < until) facts.push({ at: at + Math.floor(later), kind, article: name, column, ...more });
      };
      put('article.submitted', -part(2 * dayMs) - 3_600_000);
      put('article.approved', -part(3_600_000));
      put('article.published', 0);
      put('article.served', 100 + part(3000));
      if (part(100) < 1) put('article.withdrawn', part(6 * dayMs), { withdrawal: 'error' });
      if (part(100) < 6) put('article.updated', part(60 * dayMs));
      if (part(100) < 10) put('article.confirmed', part(60 * dayMs));
    }
  });
  return facts.toSorted((a, b) => a.at - b.at);
}

/** `founded`: the instant of the first fact, which says that there is a world. Answers the number of the last one. */
export async function copyIn(db: Database, made: Made, facts: readonly Happened[], founded: Date): Promise<number> {
  await sql`insert into door.fact (seq, at, kind, subject_id, facets) values (1, ${founded}, 'installation.founded', ${made.root}, '{}')`.execute(
    db,
  );
  for (let i = 0; i < facts.length; i += 20_000) {
    const some = facts.slice(i, i + 20_000);
    const columns = some.map(({ column }) => made.column[column] as Made['column'][number]);
    await sql`
      insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id, lead_unit_ids,
        actor_unit_id, facets, withdrawal)
      select ${i + 1}::bigint + n, to_timestamp(at), kind, a, a, c, s, true, u, array[u], u, '{"kind":"news"}', w
        from unnest(${some.map(({ at }) => at / 1000)}::float8[], ${some.map(({ kind }) => kind)}::text[],
          ${some.map(({ article }) => article)}::uuid[], ${columns.map(({ id }) => id)}::uuid[],
          ${columns.map(({ site }) => site)}::uuid[], ${columns.map(({ unit }) => unit)}::uuid[],
          ${some.map(({ withdrawal }) => withdrawal ?? null)}::text[]) with ordinality f(at, kind, a, c, s, u, w, n)`.execute(
      db,
    );
  }
  await sql`update door.head set last = ${facts.length + 1}`.execute(db);
  await sql`analyze`.execute(db).catch(() => undefined); // the program's role may not: the server does it by itself later
  return facts.length + 1;
}
