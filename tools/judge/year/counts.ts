/** Lines of other duties, counted; language page, section 3, and decision 0480. */
import type { Count, Duty } from '../../../core/regulation/duty-types.ts';
import { opening, periodOf, placeAt, placeOf } from '../days.ts';
import { rate } from '../rate.ts';
import { fits, type Said } from '../said.ts';
import { count } from '../state.ts';
import { type Asked, holds, type Told } from './asked.ts';
import { type Adoption, dayOf, type History, plusDays } from './history.ts';
import { isUnder } from './over.ts';
import { endOf, type Part, periods } from './patterns.ts';

type Tell = (duty: Duty, adoption: Adoption, history: History, now: number) => readonly Told[];

export function linesOfCount(asked: Asked, tell: Tell): readonly Part[] {
  const { then, life, table, duty } = asked;
  const does = duty.does as Count;
  const per = does.per as string | undefined;
  if (per === undefined) {
    const today = dayOf(then);
    if (!holds(asked, today)) return [];
    const lines = counted(does, asked, tell, then).filter((one) => isToday(one, then));
    const status = count(
      does as never,
      lines.map(({ said }) => said),
    );
    const hits = lines.filter(({ said }) => said.status === does.state);
    const said = { status, from: today, to: plusDays(today, 1), n: hits.length, asked: does.n as number };
    return [{ part: 0, said: { ...said, rests: hits.flatMap((one) => one.said.rests) } }];
  }
  return periods(per, asked).flatMap((day): Part[] => {
    // It is cut and skipped as the period of a rate is.
    const quota = { bound: does.bound, n: does.n as number, of: 'items', per };
    const now = Math.min(then, endOf(per, day));
    const cut = rate(
      { quota, warn: [], ...(duty.holidays ? { holidays: duty.holidays } : {}) },
      life,
      day,
      [],
      table,
      now,
    );
    if (!cut || !holds(asked, cut.from)) return [];
    const [from, to] = [placeOf(cut.from), placeOf(cut.to)];
    const lines = counted(does, asked, tell, now).filter((one) => isInside(one, from, to));
    return [{ part: 0, said: ofPeriod(does, lines, cut, now) }];
  });
}

/** Lines of the counted duties over what belongs to the thing, but for things with a line of a duty that is left out. */
function counted(
  { duties, leaveOut }: Count,
  { adoption, history, about }: Asked,
  tell: Tell,
  now: number,
): readonly Told[] {
  const of = (ids: readonly string[]) =>
    history.adoptions
      .filter(
        ({ binding, regulation }) =>
          binding.unit === adoption.binding.unit && regulation.slug === adoption.regulation.slug,
      )
      .flatMap((one) =>
        (one.regulation.duties ?? [])
          .filter(({ id }) => ids.includes(id))
          .flatMap((duty) => tell(duty, one, history, now)),
      )
      .filter((one) =>
        about.kind === 'portal'
          ? isUnder(one.about.owner, adoption.binding.unit, history)
          : about.kind === 'site'
            ? one.about.site === about.id
            : one.about.id === about.id,
      );
  const elsewhere = new Set(of(leaveOut).map((one) => one.about.id));
  return of(duties).filter((one) => !elsewhere.has(one.about.id));
}

/** The running gap, or the period of today; things that have ended have none. */
function isToday({ said, about, duty }: Told, now: number): boolean {
  if (about.to !== undefined && about.to <= dayOf(now)) return false;
  if (duty.does.pattern === 'rate') return said.from <= dayOf(now) && dayOf(now) < said.to;
  return said.doneAt === undefined;
}

/** A week by its Thursday, a due day by itself, a gap by the day on which it breaks. */
function isInside({ said, duty, part }: Told, from: number, to: number): boolean {
  const { does } = duty;
  let place = placeOf(said.from);
  if (does.pattern === 'rate' && does.quotas[part]?.per === 'week') place = periodOf('week', place).from + 3;
  if (does.pattern === 'due') place = placeOf(said.to) - 1;
  if (does.pattern === 'gap' && said.overAt !== undefined) place = placeAt(said.overAt);
  return place >= from && place < to;
}

/** While it runs more may come; a line that is open or unsure may turn out either way. */
function ofPeriod(does: Count, lines: readonly Told[], cut: Said, now: number): Said {
  const end = opening(placeOf(cut.to));
  const hits = lines.filter(({ said }) => said.status === does.state);
  const open = lines.filter(
    ({ said }) => !hits.some((one) => one.said === said) && ['pending', 'warned'].includes(said.status),
  );
  const unsure = lines.filter(({ said }) => said.status === 'provisional');
  const most = hits.length + open.length + unsure.length + (now < end ? 1000 : 0);
  const ways = new Set<boolean>();
  for (let n = hits.length; n <= most; n++) ways.add(fits(does.bound, cut.asked, n));
  const waits = now < end || open.length > 0 ? 'pending' : 'provisional';
  const status = ways.size === 2 ? waits : ways.has(true) ? 'met' : 'breached';
  const rests = hits.flatMap(({ said }) => said.rests);
  return { status, from: cut.from, to: cut.to, n: hits.length, asked: cut.asked, overAt: end, rests };
}
