/** Closed periods: how each ended, with a hash of what it rests on. Only added to; judging one again gives the same. */
import { sql } from 'kysely';
import type { Calendar } from '../../../core/calendar.ts';
import { startOf } from '../../../core/day.ts';
import { type Grounds, groundsIn } from '../../../core/duty/applied.ts';
import { eventsOf } from '../../../core/duty/events.ts';
import { exemptionsBy } from '../../../core/duty/exempt.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import { linesOver } from '../../../core/duty/history.ts';
import type { Line } from '../../../core/duty/lines.ts';
import type { Planned } from '../../../core/duty/plan.ts';
import { summed } from '../../../core/duty/sums.ts';
import { inside, known } from '../../../core/duty/tallies.ts';
import type { Tally } from '../../../core/duty/verdict.ts';
import { calendarAt } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { sha256 } from '../../door/log.ts';
import { exemptionsIn } from '../exemptions.ts';
import { factsOf } from '../facts.ts';
import { steady } from './lines.ts';

/** `at`: the instant at which it was judged; `hash`: of what it rests on. */
export type Closed = { readonly line: Line; readonly at: number; readonly hash: string };

/** `grounds`: what was known when it ended; `now`: when that was, where no event ended it. */
export function closing(line: Line, grounds: Grounds, now: number): Closed {
  const { does } = line.duty;
  const { verdict } = line;
  const at = verdict.doneAt ?? (does.pattern === 'rate' || does.pattern === 'due' ? startOf(verdict.to) : now);
  // Of a gap only when it began and ended counts, and a clock rests on events.
  const tallies = does.pattern === 'rate' || does.pattern === 'due' ? grounds.tallies(does, line.thing) : [];
  return { line, at, hash: sha256(hashed(line, tallies, at, grounds.calendar.hash)) };
}

/**
 * Over the rule, the working days, and the sums of the days or the events that the verdict rests on; an exemption is one. All
 * of it is text and named in order, so that this is its canonical form: at New Year a large county closes 70,000.
 */
export function hashed(
  { rule, duty, thing, part, verdict }: Line,
  tallies: readonly Tally[],
  at: number,
  days: string,
) {
  const { status, from, to, rests, doneAt } = verdict;
  const events = duty.does.pattern === 'within' ? rests : status === 'exempt' ? rests.slice(-1) : [];
  const counted = summed(inside(known(tallies, at - 1), { from, to }));
  return JSON.stringify({
    adoption: rule.adoptionId,
    born: thing.life.bornOn,
    calendar: days,
    counted: counted.map(({ on, knownOn, n }) => [on, knownOn, String(n)]),
    done: doneAt === undefined ? null : String(doneAt),
    duty: duty.id,
    events,
    from,
    id: thing.id,
    part: String(part),
    status,
    subject: thing.subject,
    to,
    version: rule.versionId,
  });
}

const seconds = (at: number | undefined): number | null => (at === undefined ? null : at / 1000);

export async function close(db: Database, all: readonly Closed[], upto: number): Promise<void> {
  for (let i = 0; i < all.length; i += 5_000) {
    const some = all.slice(i, i + 5_000);
    const of = <T>(take: (line: Line) => T): readonly T[] => some.map(({ line }) => take(line));
    const verdicts = some.map(({ line: { verdict, duty } }) => ({ ...verdict, ...steady(duty.does.pattern, verdict) }));
    await sql`
      insert into duties.closed (adoption_id, duty, subject, subject_id, part, from_on, to_on, status, n, asked, over_at,
        done_at, closed_at, upto_seq, inputs_hash)
      select a, d, s, i, p, f, t, st, n, k, to_timestamp(o), to_timestamp(dn), to_timestamp(c), ${upto}, h
        from unnest(${of(({ rule }) => rule.adoptionId)}::uuid[], ${of(({ duty }) => duty.id)}::text[],
          ${of(({ thing }) => thing.subject)}::text[], ${of(({ thing }) => thing.id)}::uuid[],
          ${of(({ part }) => part)}::int[], ${verdicts.map(({ from }) => from)}::date[],
          ${verdicts.map(({ to }) => to)}::date[], ${verdicts.map(({ status }) => status)}::text[],
          ${verdicts.map(({ n }) => n)}::int[], ${verdicts.map(({ asked }) => asked)}::int[],
          ${verdicts.map(({ overAt }) => seconds(overAt))}::float8[],
          ${verdicts.map(({ doneAt }) => seconds(doneAt))}::float8[], ${some.map(({ at }) => at / 1000)}::float8[],
          ${some.map(({ hash }) => hash)}::text[]) with ordinality
          as v(a, d, s, i, p, f, t, st, n, k, o, dn, c, h, place)
       order by place`.execute(db);
  }
}

export type ClosedRow = {
  readonly seq: number;
  readonly adoptionId: string;
  readonly duty: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly part: number;
  readonly fromOn: string;
  readonly toOn: string;
  readonly status: string;
  readonly n: number;
  readonly closedAt: Date;
  readonly doneAt: Date | null;
  readonly uptoSeq: number;
  readonly inputsHash: string;
};

/**
 * The same period judged again, under the rule that it was judged by and from the events that were known then. `plan`: that
 * duty. `calendar`: by these working days; those that were known then, unless others are given.
 */
export async function judgeAgain(
  db: Database,
  plan: Planned,
  row: ClosedRow,
  calendar?: Calendar,
): Promise<Closed | undefined> {
  const facts = await factsOf(db, plan.thing, eventsOf(plan.duty), row.uptoSeq);
  const grounds = {
    ...groundsIn(facts, () => [], calendar ?? (await calendarAt(db, row.closedAt, daysOf(plan)))),
    exemptions: exemptionsBy(await exemptionsIn(db))(plan),
  };
  const [at, span] = [row.closedAt.getTime(), { from: row.fromOn, to: row.toOn }];
  const again = linesOver(plan, grounds, span, at)
    .filter(({ part, verdict }) => part === row.part && verdict.from === row.fromOn)
    .map((line) => closing(line, grounds, at));
  // Several clocks may have begun on one day.
  return again.find(({ hash }) => hash === row.inputsHash) ?? again[0];
}
