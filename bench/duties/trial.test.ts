/** A draft over a random year: articles that are judged lot by lot, against the same ones judged with everything at hand. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { readRegulation } from '../../core/regulation/read.ts';
import { freshDatabase, type TestDatabase } from '../../server/db/testing.ts';
import { areApart, tryDuties } from '../../server/duties/trial.ts';
import type { Standing, Sum } from '../../server/duties/trial-sums.ts';
import { random } from '../../world/random.ts';
import { text } from './text.ts';
import { bindingOf, type Made, makeWorld } from './world.ts';

const since = '2026-01-01';
const founded = Date.parse('2025-12-01T09:00:00+08:00');
const now = new Date('2026-12-16T15:30:00+08:00');
let fresh: TestDatabase;
let made: Made;
const db = () => fresh.db;

beforeAll(async () => {
  fresh = await freshDatabase();
  made = await makeWorld(db(), { sites: 2, columns: 20, units: 6 }, new Date(founded));
  await sql`update sites.column set on_home = 1 where position % 3 = 0`.execute(db());
  await happen();
}, 60_000);
afterAll(() => fresh.drop());

/** Articles with several columns, authors and facets, so that what happened to one is several rows, and ends between lots. */
async function happen(): Promise<void> {
  const chance = random(11);
  const one = <T>(...of: readonly T[]): T => of[chance.whole(of.length)] as T;
  const kinds = ['submitted', 'approved', 'published', 'published', 'updated', 'confirmed', 'withdrawn', 'expired'];
  const rows = Array.from({ length: 800 }, () => {
    const [article, columns] = [chance.uuid(), [one(...made.column), one(...made.column)]];
    const begun = founded + chance.whole(370) * dayMs;
    return Array.from({ length: 2 + chance.whole(6) }, () => {
      const [column, kind] = [one(null, ...columns, ...columns), `article.${one(...kinds)}`];
      return {
        ...{ at: new Date(begun + chance.whole(12 * dayMs)), kind, article, column: column?.id ?? null },
        ...{ site: column?.site ?? null, home: column && column === columns[0], author: one(null, ...made.unit) },
        facets: one(null, { kind: 'news' }, { kind: 'notice' }),
        whole: chance.whole(3) === 0,
        withdrawal: kind === 'article.withdrawn' ? one('error', 'unlawful', 'outdated') : null,
      };
    });
  }).flat();
  for (const [i, row] of rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).entries())
    await sql`insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id,
        lead_unit_ids, actor_unit_id, facets, withdrawal)
      values (${i + 1}, ${row.at}, ${row.kind}, ${row.whole ? row.article : (row.column ?? made.root)}, ${row.article}, ${row.column},
        ${row.site}, ${row.home}, ${row.author}, ${row.author ? [row.author] : null}::uuid[], ${row.author},
        ${row.facets && JSON.stringify(row.facets)}::jsonb, ${row.withdrawal})`.execute(db());
}

const block = (id: string, ...lines: readonly string[]) => [`\`\`\`duty ${id}`, ...lines, '```'].join('\n');
const article = ['over: article', 'by: author.unit'];
const own = [
  block('fresh', ...article, 'event: article.updated', 'gap: at most 3 months'),
  block('kept', ...article, 'event: article.published', 'lasting: 5 working days', 'rate: at least 2 per quarter'),
  block(
    'again',
    ...article,
    'where: { kind: news }',
    'from: [article.submitted, article.updated]',
    'to: article.confirmed',
    'within: 5 working days',
    'warn: [1 day before]',
  ),
];
const counted = block('few', 'over: site', 'by: site.owner', 'count: below 1 of [out] breached');

const tried = async (...blocks: readonly string[]) => {
  const { regulation, faults } = readRegulation([text, ...blocks].join('\n\n'));
  if (!regulation) throw new Error(faults.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const { duties } = await tryDuties(db(), regulation, bindingOf(made.root, made.unit), since, now);
  return { isApart: areApart(regulation.duties ?? []), duties };
};

const lineTold = ({ thing: { life, name, units, ...thing }, by, part, clause, verdict }: Line) => [
  thing,
  life,
  by,
  part,
  clause,
  verdict,
];
const sumTold = ({ worst, ...counts }: Sum) => [counts, worst.map(lineTold)];
const told = (duties: ReadonlyMap<string, Standing>) =>
  Object.fromEntries(
    [...duties]
      .filter(([id]) => id !== 'few')
      .map(([id, { all, waits, bearers }]) => [
        id,
        [waits, sumTold(all), Object.fromEntries([...bearers].map(([unit, sum]) => [unit, sumTold(sum)]))],
      ]),
  );

test.for([
  ['more duties over articles', own, ['out', 'out-fast', 'again', 'fresh', 'kept']],
  ['two clocks, beside duties that ask for other events', [], ['out', 'out-fast']],
] as const)(
  'R1 what a draft would have been is the same whether articles are judged lot by lot or all together: %s',
  async ([, blocks, ids]) => {
    const [apart, together] = [await tried(...blocks), await tried(...blocks, counted)];
    expect([apart.isApart, together.isApart]).toEqual([true, false]);
    expect(told(apart.duties)).toEqual(told(together.duties));
    // It isn't the same because there is nothing.
    for (const id of ids) expect([id, apart.duties.get(id)?.all.breached]).not.toEqual([id, 0]);
  },
);

test('R1 a duty that counts lines over articles counts all of them', async () => {
  const { duties } = await tried(...own, counted);
  expect(duties.get('few')?.all).toMatchObject({ lines: 2, breached: 2 });
});
