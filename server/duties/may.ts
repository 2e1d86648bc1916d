/** What a reader of lines may do about each: let it off, or take that back. The door judges again. */
import { localDay } from '../../core/day.ts';
import type { Line } from '../../core/duty/lines.ts';
import { ownersOf } from '../../core/duty/owners.ts';
import { aboveIn, acting } from '../acting.ts';
import type { LedgerLine } from '../contract/duties.ts';
import type { Database } from '../door/knock.ts';
import { inChargeOf } from '../in-charge.ts';
import type { Rows } from './world.ts';

type May = Pick<LedgerLine, 'may'>;

export async function mayOf(
  db: Database,
  lines: readonly Line[],
  views: readonly LedgerLine[],
  { units }: Rows,
  person: string,
  at: Date,
): Promise<readonly May[]> {
  const [may, everybody] = [await inChargeOf(db, person, at), await acting(db, at)];
  const above = aboveIn(units);
  const isOwn = (line: Line) => ownersOf(line, everybody, above).includes(person);
  return Promise.all(
    lines.map(async (line, i): Promise<May> => {
      const what = offered(line, views[i], at);
      if (what === undefined || !(await may(line.rule.binding.unit))) return {};
      return what === 'exempt' && isOwn(line) ? {} : { may: what };
    }),
  );
}

/** `view`: of that line. Only what is still open can be let off: a gap is met as long as it runs. */
function offered(
  { verdict: { status, overAt }, duty, waits }: Line,
  view: LedgerLine | undefined,
  at: Date,
): May['may'] {
  if (status === 'exempt') return (view?.exemption?.until ?? '') >= localDay(at) ? 'take_back' : undefined;
  const isOpen =
    ['pending', 'warned', 'provisional'].includes(status) || (status === 'met' && duty.does.pattern === 'gap');
  return isOpen && waits === undefined && (overAt === undefined || overAt > at.getTime()) ? 'exempt' : undefined;
}
