/** One duty over one thing, with what every pattern asks for: its life, its calendar, what counts. */
import type { Duty } from '../../../core/regulation/duty-types.ts';
import type { Table } from '../days.ts';
import type { Raw, Said } from '../said.ts';
import { type Adoption, dayOf, type History, instant, plusDays } from './history.ts';
import { type Counted, counted, meeting } from './meets.ts';
import { once } from './memo.ts';
import { type About, bearers } from './over.ts';

/** `part`: which of its quotas or standing facts. */
export type Told = {
  readonly adoption: Adoption;
  readonly duty: Duty;
  readonly about: About;
  readonly part: number;
  readonly said: Omit<Said, 'status'> & { readonly status: Said['status'] | 'exempt' };
  readonly by: readonly string[];
  readonly waits: boolean;
};
/** One duty over one thing under one version. `then`: what happened later isn't looked at: it ended, or it is now. */
export type Asked = {
  readonly history: History;
  readonly adoption: Adoption;
  readonly duty: Duty;
  readonly about: About;
  readonly table: Table;
  readonly now: number;
  readonly then: number;
  readonly life: { readonly bornOn: string; readonly endedOn?: string; readonly ruledFrom: string };
};

export function askedOf(duty: Duty, adoption: Adoption, about: About, history: History, now: number): Asked {
  const { from, to } = about;
  const ended = to === undefined ? {} : { endedOn: to };
  const life = { bornOn: from, ruledFrom: ruledFrom(duty.id, adoption, history), ...ended };
  const then = to !== undefined && instant(to) <= now ? instant(to) - 1 : now;
  const bearing = bearers(duty, adoption, about, { from: dayOf(now), to: plusDays(dayOf(now), 1), last: dayOf(now) });
  const table = tableOf(bearing.length === 1 ? (bearing[0] ?? '') : about.owner, history, now);
  return { history, adoption, duty, about, table, now, then, life };
}

/** From the first of the versions that follow each other with this duty. */
function ruledFrom(id: string, { binding, regulation, from }: Adoption, { adoptions }: History): string {
  const before = adoptions.find(
    (one) => one.binding.unit === binding.unit && one.regulation.slug === regulation.slug && one.until === from,
  );
  return before?.regulation.duties?.some((one) => one.id === id)
    ? ruledFrom(id, before, { adoptions } as History)
    : from;
}

const tableOf = (unit: string, history: History, now: number): Table =>
  once(history, `table ${unit} ${now}`, () => findTable(unit, history, now));

/** The state's days that were loaded by then, and those of the unit and of all above it, the nearest last. */
function findTable(unit: string, { loadings, units }: History, now: number): Table {
  const path: string[] = [];
  for (let id: string | undefined = unit; id; id = units.find((one) => one.id === id)?.parent) path.unshift(id);
  const known = loadings.filter(({ at }) => at <= now);
  const years = known.flatMap((one) => ('year' in one ? [one.year] : []));
  const own = path.flatMap((id) => known.flatMap((one) => ('unit' in one && one.unit === id ? one.days : [])));
  const said = new Map([...years.flatMap(({ days }) => days), ...own].map(({ on, isOff }) => [on, isOff]));
  const which = (is: boolean) => new Set([...said].filter(([, isOff]) => isOff === is).map(([on]) => on));
  return { off: which(true), worked: which(false), years: new Set(years.map(({ year }) => String(year))) };
}

/** The words of the blocks, now that no value is open. */
export const settled = <T>(one: unknown): T => one as T;

export const holds = ({ adoption: { from, until } }: Asked, day: string): boolean =>
  from <= day && (until === undefined || day < until);
export const later = (a: string, b: string): string => (a > b ? a : b);

export const rawOf = (asked: Asked, rule: unknown): readonly Raw[] => {
  const { about, adoption, history, now, table, duty } = asked;
  const credit = 'credit' in duty.does ? duty.does.credit : undefined;
  return counted(settled<Counted>(rule), meeting(about, adoption, history, now, credit), table);
};
