/** Of each line that is shown: how often its bearers were urged in its time, and whether the reader may urge them now. */
import { sql } from 'kysely';
import { localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { urgeFault } from '../../core/duty/urge.ts';
import { groups } from '../../core/groups.ts';
import { actingOf } from '../acting.ts';
import type { LedgerLine } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import type { Ledger } from './ledger.ts';

type Row = { readonly adoptionId: string; readonly duty: string; readonly thingId: string; readonly at: Date };
type Urged = Pick<LedgerLine, 'urged' | 'mayUrge'>;

export async function urgedOf(
  db: Database,
  lines: readonly Line[],
  { calendarFor }: Pick<Ledger, 'calendarFor'>,
  person: string,
  at: Date,
): Promise<readonly Urged[]> {
  const held = await actingOf(db, person, at);
  const of = <T>(take: (line: Line) => T): readonly T[] => lines.map(take);
  const { rows } = await sql<Row>`
    select u.adoption_id, u.duty, u.thing_id, u.at from duties.urge u
     where u.at <= ${at} and (u.adoption_id, u.duty, u.thing_id) in (select * from unnest(
       ${of(({ rule }) => rule.adoptionId)}::uuid[], ${of(({ duty }) => duty.id)}::text[],
       ${of(({ thing }) => thing.id)}::uuid[])) order by u.at`.execute(db);
  const byLine = groups(rows, ({ adoptionId, duty, thingId }) => `${adoptionId} ${duty} ${thingId}`);
  return lines.map((line) => {
    const all = byLine.get(`${line.rule.adoptionId} ${line.duty.id} ${line.thing.id}`) ?? [];
    const mine = all.filter((one) => localDay(one.at) >= line.verdict.from);
    const last = all.at(-1)?.at;
    const fault = urgeFault(line, held, last?.getTime(), calendarFor(line), at.getTime());
    return {
      ...(mine.length > 0 && last ? { urged: { n: mine.length, at: last.toISOString() } } : {}),
      ...(fault === undefined && line.waits === undefined ? { mayUrge: true as const } : {}),
    };
  });
}
