/** The stored lines: how every kept duty stands, and when to look again. A cache: written by the fold and the tick alone. */
import { sql } from 'kysely';
import type { Line } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import type { Status, Verdict } from '../../../core/duty/verdict.ts';
import type { Database } from '../../door/knock.ts';
import { gravity } from '../view.ts';
import type { Judged } from './judge.ts';

/** A row as it stands in the table; instants in milliseconds since 1970. */
export type LineRow = VerdictRow & {
  readonly nth: number;
  readonly placeId: string;
  readonly lookAt: number | null;
  readonly rank: number;
};

/** What a line is made of again. */
export type VerdictRow = {
  readonly adoptionId: string;
  readonly duty: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly part: number;
  /** `none`: the duty has no line just now. */
  readonly status: Status | 'none';
  readonly fromOn: string;
  readonly toOn: string;
  readonly n: number;
  readonly asked: number;
  readonly overAt: number | null;
  readonly changesAt: number | null;
  readonly doneAt: number | null;
  readonly isSure: boolean;
  readonly horizon: string;
};

/**
 * What of a verdict stays the same while nothing changes: how long a clock ran is read off the clock, and of a gap only
 * whether something had counted when it began.
 */
export function steady(pattern: string, { status, from, to, n, rests }: Verdict): Pick<Verdict, 'to' | 'n'> {
  if (pattern === 'gap') return { to, n: rests.length > 0 ? 1 : 0 };
  if (pattern === 'within') return { to, n: 0 };
  return { to: pattern === 'keep' && status === 'met' ? from : to, n };
}

const never = 90_000_000_000_000;

/** Written out, property by property: a hundred thousand of them are made at once, and a spread costs more than all the rest. */
export function rowsOf({ plan, lines, lookAt }: Judged): readonly LineRow[] {
  const { rule, duty, thing } = plan;
  // An article without a line has no row.
  if (lines.length === 0) return thing.subject === 'article' ? [] : [emptyRow(plan, lookAt)];
  const counts: number[] = [];
  return lines.map(({ part, verdict }) => {
    const nth = counts[part] ?? 0;
    counts[part] = nth + 1;
    const { to, n } = steady(duty.does.pattern, verdict);
    return {
      adoptionId: rule.adoptionId,
      duty: duty.id,
      subject: thing.subject,
      subjectId: thing.id,
      part,
      nth,
      placeId: thing.site ?? thing.id,
      status: verdict.status,
      fromOn: verdict.from,
      toOn: to,
      n,
      asked: verdict.asked,
      overAt: verdict.overAt ?? null,
      changesAt: verdict.changesAt ?? null,
      doneAt: verdict.doneAt ?? null,
      isSure: verdict.isSure,
      horizon: verdict.horizon,
      lookAt: lookAt ?? null,
      rank: gravity.indexOf(verdict.status) * 100_000_000_000_000 + (verdict.overAt ?? never),
    };
  });
}

const none = { part: 0, nth: 0, status: 'none', n: 0, asked: 0, isSure: true, rank: never } as const;
function emptyRow(plan: Planned, lookAt: number | undefined): LineRow {
  const { rule, thing } = plan;
  const days = { fromOn: rule.from, toOn: rule.from, horizon: rule.from };
  const instants = { overAt: null, changesAt: null, doneAt: null, lookAt: lookAt ?? null };
  return { ...keyOf(plan), placeId: thing.site ?? thing.id, ...none, ...days, ...instants };
}

/** The line that a row tells of. Its events are not in it: who wants them has it judged anew. */
export function lineOf(row: VerdictRow, plan: Planned): Line {
  const { overAt, changesAt, doneAt, status } = row;
  const rests = plan.duty.does.pattern === 'gap' && row.n > 0 ? [''] : [];
  const verdict: Verdict = {
    status: status as Status,
    from: row.fromOn,
    to: row.toOn,
    n: row.n,
    asked: row.asked,
    isSure: row.isSure,
    horizon: row.horizon,
    rests,
    ...(overAt === null ? {} : { overAt }),
    ...(changesAt === null ? {} : { changesAt }),
    ...(doneAt === null ? {} : { doneAt }),
  };
  return { ...plan, part: row.part, verdict };
}

const ms = (column: string) =>
  sql`(extract(epoch from l.${sql.ref(column)}) * 1000)::float8 as ${sql.ref(column.replace('_at', 'At'))}`;
export const verdictColumns = sql`l.adoption_id, l.duty, l.subject, l.subject_id, l.part, l.status, l.from_on, l.to_on, l.n, l.asked,
  ${sql.join(['over_at', 'changes_at', 'done_at'].map(ms))}, l.is_sure, l.horizon`;
export const columns = sql`${verdictColumns}, l.nth, l.place_id, ${ms('look_at')}, l.rank`;

/** Which duty over which thing. */
export type Key = Pick<LineRow, 'adoptionId' | 'duty' | 'subject' | 'subjectId'>;
export const keyOf = ({ rule, duty, thing }: Planned): Key => ({
  adoptionId: rule.adoptionId,
  duty: duty.id,
  subject: thing.subject,
  subjectId: thing.id,
});
export const keyName = ({ adoptionId, duty, subject, subjectId }: Key): string =>
  `${adoptionId} ${duty} ${subject} ${subjectId}`;

/** The rows of these duties. */
export async function rowsFor(db: Database, keys: readonly Key[]): Promise<readonly LineRow[]> {
  const of = (key: keyof Key) => keys.map((one) => one[key]);
  const { rows } = await sql<LineRow>`
    select ${columns} from unnest(${of('adoptionId')}::uuid[], ${of('duty')}::text[], ${of('subject')}::text[],
      ${of('subjectId')}::uuid[]) as k(adoption_id, duty, subject, subject_id) join duties.line l using (adoption_id, duty, subject, subject_id)`.execute(
    db,
  );
  return rows;
}

/** The rows of all duties over these articles. */
export async function rowsOfArticles(db: Database, articles: readonly string[]): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select ${columns} from duties.line l where subject = 'article' and subject_id = any (${articles}::uuid[])`.execute(
    db,
  );
  return rows;
}

const nameOf = (row: LineRow): string => `${keyName(row)} ${row.part} ${row.nth}`;
/** All that may change of a row without its being another one. */
const changing = [
  'status',
  'fromOn',
  'toOn',
  'n',
  'asked',
  'overAt',
  'changesAt',
  'doneAt',
  'isSure',
  'horizon',
  'lookAt',
] as const;
const isSame = (a: LineRow, b: LineRow): boolean => changing.every((key) => a[key] === b[key]);

/** Writes what differs, and takes out what is no line any more. Answers how many rows that were. */
export async function write(db: Database, judged: readonly Judged[], before: readonly LineRow[]): Promise<number> {
  const gone = new Map(before.map((row) => [nameOf(row), row]));
  const changed: LineRow[] = [];
  for (const one of judged)
    for (const row of rowsOf(one)) {
      const name = gone.size === 0 ? '' : nameOf(row);
      const old = gone.get(name);
      if (!old || !isSame(old, row)) changed.push(row);
      gone.delete(name);
    }
  for (let i = 0; i < changed.length; i += 5_000) await upsert(db, changed.slice(i, i + 5_000), before.length > 0);
  if (gone.size > 0) await remove(db, [...gone.values()]);
  return changed.length + gone.size;
}

const seconds = (at: number | null): number | null => (at === null ? null : at / 1000);

/** `mayBeThere`: some of them may be; else they are only added, which takes a fifth less. */
async function upsert(db: Database, rows: readonly LineRow[], mayBeThere: boolean): Promise<void> {
  const of = <K extends keyof LineRow>(key: K) => rows.map((row) => row[key]);
  const at = (key: 'overAt' | 'changesAt' | 'doneAt' | 'lookAt') => rows.map((row) => seconds(row[key]));
  await sql`
    insert into duties.line (adoption_id, duty, subject, subject_id, part, nth, place_id, status, from_on, to_on, n,
      asked, over_at, changes_at, done_at, is_sure, horizon, look_at, rank)
    select a, d, s, i, p, nth, pi, st, f, t, n, k, to_timestamp(o), to_timestamp(c), to_timestamp(dn), su, h,
           to_timestamp(lo), r
      from unnest(${of('adoptionId')}::uuid[], ${of('duty')}::text[], ${of('subject')}::text[], ${of('subjectId')}::uuid[],
        ${of('part')}::int[], ${of('nth')}::int[], ${of('placeId')}::uuid[], ${of('status')}::text[],
        ${of('fromOn')}::date[], ${of('toOn')}::date[], ${of('n')}::int[], ${of('asked')}::int[],
        ${at('overAt')}::float8[], ${at('changesAt')}::float8[], ${at('doneAt')}::float8[], ${of('isSure')}::bool[],
        ${of('horizon')}::date[], ${at('lookAt')}::float8[], ${of('rank')}::bigint[])
        as v(a, d, s, i, p, nth, pi, st, f, t, n, k, o, c, dn, su, h, lo, r)
    ${mayBeThere ? instead : sql``}`.execute(db);
}
const instead = sql`on conflict (adoption_id, duty, subject, subject_id, part, nth) do update
      set status = excluded.status, from_on = excluded.from_on, to_on = excluded.to_on, n = excluded.n, asked = excluded.asked,
          over_at = excluded.over_at, changes_at = excluded.changes_at, done_at = excluded.done_at,
          is_sure = excluded.is_sure, horizon = excluded.horizon, look_at = excluded.look_at, rank = excluded.rank,
          place_id = excluded.place_id`;

async function remove(db: Database, rows: readonly LineRow[]): Promise<void> {
  const of = <K extends keyof LineRow>(key: K) => rows.map((row) => row[key]);
  await sql`
    delete from duties.line l using unnest(${of('adoptionId')}::uuid[], ${of('duty')}::text[], ${of('subject')}::text[],
      ${of('subjectId')}::uuid[], ${of('part')}::int[], ${of('nth')}::int[]) as g(a, d, s, i, p, n)
     where (l.adoption_id, l.duty, l.subject, l.subject_id, l.part, l.nth) = (g.a, g.d, g.s, g.i, g.p, g.n)`.execute(
    db,
  );
}
