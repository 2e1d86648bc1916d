/** The lines that people are to be told of: what comes near its end, and what became late since they were told last. */
import type { Calendar } from '../../core/calendar.ts';
import type { Line } from '../../core/duty/lines.ts';
import { nearOf } from '../../core/duty/near.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import { sayUntil } from '../../core/duty/until.ts';
import { groups } from '../../core/groups.ts';
import { noticeKey } from '../../core/notice.ts';
import { type Acting, toldOf } from '../../core/takers.ts';
import { aboveIn, acting } from '../acting.ts';
import type { Database } from '../door/knock.ts';
import type { Owing } from '../owing.ts';
import { writing } from '../writing.ts';
import { owedSince } from './stored/owed.ts';
import { actOn } from './verb.ts';
import { dutyKey, dutyView, lineKey, lineName } from './view.ts';

/** Texts with their limits are told by the module of texts: nobody is told of one thing twice. */
export async function owedLines(db: Database, at: Date, since: Date): Promise<readonly Owing[]> {
  const now = at.getTime();
  const { lines, world, calendarFor } = await owedSince(db, at, since);
  const above = aboveIn(world.units);
  const everybody = await acting(db, at);
  const writers = groups(await writing(db, everybody, at), ({ person }) => person);
  return once(lines).flatMap((line) => {
    // Who is away is told when he is back, as long as somebody else is told now.
    const persons = toldOf(ownersOf(line, everybody, above), everybody);
    return told(line, persons, calendarFor(line), now, (person) => writers.get(person) ?? []);
  });
}

const once = (lines: readonly Line[]): readonly Line[] => [
  ...new Map(lines.map((line) => [lineKey(line), line])).values(),
];

/** Who may write is told to write; who answers for it and may not, to look at it. */
function told(
  line: Line,
  persons: readonly string[],
  calendar: Calendar,
  now: number,
  writersOf: (person: string) => readonly Acting[],
): readonly Owing[] {
  const stage = nearOf(line, calendar, now);
  if (stage === undefined) return [];
  const { thing, verdict } = line;
  const { law } = dutyView(line);
  const title = `${thing.name} · ${lineName(line)}`;
  const says = [
    sayMeasure(line, now),
    sayStatus(line, calendar, now),
    ...(verdict.overAt === undefined ? [] : [sayUntil(verdict.overAt)]),
  ];
  return persons.map((person) => {
    const { name: verb, link } = actOn(line, dutyKey(line), writersOf(person));
    return {
      key: noticeKey(lineKey(line), stage),
      ...{ stage, persons: [person], title, outside: title, says: [...new Set(says)].join('，') },
      law: { clause: law.clause, cite: law.cite },
      ...{ verb, link },
    };
  });
}
