/** Acts of the bench: a fact under the head row, as the door writes it; and how long until the ledger knows of it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../server/door/knock.ts';
import { advance, state } from '../../server/duties/stored/advance.ts';
import { repeat } from '../../server/jobs.ts';
import { type Figure, quantile } from '../figure.ts';
import type { Made } from './world.ts';

const alone = Number(process.env.MENHU_BENCH_ACTS ?? 300);
const perSecond = 80;
const seconds = Number(process.env.MENHU_BENCH_SECONDS ?? 15);

/** Publishes an article in this column; answers its number in the log. */
async function published(db: Database, made: Made, column: number, at: Date): Promise<number> {
  const { id, site, unit } = made.column[column % made.column.length] as Made['column'][number];
  const article = randomUUID();
  const { rows } = await sql<{ seq: number }>`
    with head as (update door.head set last = last + 1 returning last)
    insert into door.fact (seq, at, kind, subject_id, article_id, column_id, site_id, home, author_unit_id, lead_unit_ids, actor_unit_id, facets)
    select last, ${at}, 'article.published', ${article}, ${article}, ${id}, ${site}, true, ${unit}, array[${unit}::uuid], ${unit}, '{"kind":"news"}'
      from head returning seq`.execute(db);
  return rows[0]?.seq ?? 0;
}

/** One act at a time, each judged before the next: anywhere, and in the column with the most. */
export async function byAct(db: Database, made: Made, at: Date): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, pick] of [
    ['one event', (i: number) => i * 61 + 7],
    ['one event, in the hottest column', () => 0],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < alone; i++) {
      await published(db, made, pick(i), at);
      const began = performance.now();
      await advance(db, at);
      times.push(performance.now() - began);
    }
    figures.push({ name: `${name}, median`, value: quantile(times, 0.5), unit: 'ms' });
    figures.push({ name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms', note: 'goal 50' });
  }
  return figures;
}

/** Acts at a steady pace while the fold runs as it does in the product: from each commit until its line is judged. */
export async function underLoad(db: Database, made: Made, at: Date): Promise<readonly Figure[]> {
  const waiting = new Map<number, number>();
  const times: number[] = [];
  const run = async () => {
    await advance(db, at, { rests: true });
    const { seq } = await state(db);
    for (const [of, since] of waiting) if (of <= seq && waiting.delete(of)) times.push(performance.now() - since);
  };
  const failures: unknown[] = [];
  const ledger = repeat(db, [{ name: 'ledger', title: '职责台账', everyMs: 1000, run }], (_name, error) =>
    failures.push(error),
  );
  const began = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const wait = began + (i * 1000) / perSecond - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    acts.push(
      published(db, made, i * 97 + 13, at).then((seq) => {
        waiting.set(seq, performance.now());
        ledger.wake();
      }),
    );
  }
  await Promise.all(acts);
  const took = (performance.now() - began) / 1000;
  ledger.wake();
  while (waiting.size > 0) await new Promise((done) => setTimeout(done, 20));
  await ledger.stop();
  if (failures.length > 0) throw failures[0];
  const note = `goal 200; ${Math.round(acts.length / took)} acts/s`;
  return [
    { name: 'commit to judged line, median', value: quantile(times, 0.5), unit: 'ms' },
    { name: 'commit to judged line, p99', value: quantile(times, 0.99), unit: 'ms', note },
  ];
}
