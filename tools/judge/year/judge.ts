/** Every line of a year as the independent judge sees it at an instant; language page, sections 3, 5 and 6, and decision 0480. */
import type { Duty } from '../../../core/regulation/duty-types.ts';
import { carriedEvents } from '../../../core/vocabulary/events.ts';
import { opening, placeAt, placeOf, type Table } from '../days.ts';
import type { Said } from '../said.ts';
import { linesOfCount } from './counts.ts';
import { type Adoption, dayOf, type History, instant, plusDays } from './history.ts';
import { once } from './memo.ts';
import { type About, aboutsOf, bearers } from './over.ts';
import { linesOfPattern } from './patterns.ts';
import { withValues } from './words.ts';

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

export function judgedYear(history: History, now: number): readonly Told[] {
  return history.adoptions.flatMap((adoption) =>
    (adoption.regulation.duties ?? []).flatMap((duty) => told(duty, adoption, history, now)),
  );
}

export function told(written: Duty, adoption: Adoption, history: History, now: number): readonly Told[] {
  const { binding, regulation, from } = adoption;
  const key = `told ${binding.unit} ${regulation.slug} ${from} ${written.id} ${now}`;
  return once(history, key, () => tell(written, adoption, history, now));
}

function tell(written: Duty, adoption: Adoption, history: History, now: number): readonly Told[] {
  const duty = withValues(written, adoption);
  if (!duty) return [];
  const waits = awaited(duty, adoption).length > 0;
  return aboutsOf(duty, adoption, history, now).flatMap((about) => {
    const asked = askedOf(duty, adoption, about, history, now);
    if (waits) return asked.then < now ? [] : [unknown(asked)];
    const lines = duty.does.pattern === 'count' ? linesOfCount(asked, told) : linesOfPattern(asked);
    return lines
      .filter(({ said }) => asked.then === now || isDecided(said, asked.then))
      .map((line) => toldOf(line.said, line.part, asked));
  });
}

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

/** What nothing carries out yet: then whoever bears it can't be blamed. */
function awaited({ does }: Duty, { regulation }: Adoption): readonly string[] {
  const missing = (events: readonly string[]) => events.filter((one) => !carriedEvents.includes(one));
  const all = (events: readonly string[]) => (missing(events).length === events.length ? events : []);
  switch (does.pattern) {
    case 'rate':
    case 'gap':
      return all(does.events);
    case 'due':
      return [...all(does.events), ...missing(does.days.flatMap((day) => ('event' in day ? [day.event] : [])))];
    case 'within':
      return [...all(does.from), ...all(does.to)];
    case 'share':
      return missing([does.part, does.whole].flatMap((one) => ('event' in one ? one.event : (one.with ?? []))));
    case 'keep':
      return does.standing.flatMap(({ things }) => (things === 'filing' || things === 'letterbox' ? [things] : []));
    case 'count':
      return (regulation.duties ?? [])
        .filter(({ id }) => does.duties.includes(id))
        .flatMap((one) => awaited(one, { regulation } as Adoption));
  }
}

function unknown({ adoption, duty, about, life, now }: Asked): Told {
  const from = life.ruledFrom > life.bornOn ? life.ruledFrom : life.bornOn;
  const said = { status: 'provisional', from, to: plusDays(dayOf(now), 1), n: 0, asked: 1, rests: [] } as const;
  const by = bearers(duty, adoption, about, { from, to: said.to, last: dayOf(now) });
  return { adoption, duty, about, part: 0, said, by, waits: true };
}

const isDecided = ({ status, overAt }: Said, then: number): boolean =>
  status === 'breached' || (overAt !== undefined && overAt <= then);

function toldOf(said: Said, part: number, asked: Asked): Told {
  const { adoption, duty, about, now } = asked;
  const over = said.overAt === undefined ? plusDays(said.to, -1) : dayOf(said.overAt - 1);
  const last = over < dayOf(now) ? over : dayOf(now);
  const by = bearers(duty, adoption, about, { ...said, last });
  const { exempt } = { exempt: exemption(said, asked) };
  const rests = exempt ? [...said.rests, exempt.seq] : said.rests;
  return { adoption, duty, about, part, said: exempt ? { ...said, status: 'exempt', rests } : said, by, waits: false };
}

/** It was given before the time was over, and the last day lies in it; of what stands now: today does. */
function exemption(said: Said, { adoption, duty, about, history, now }: Asked) {
  const { does } = duty;
  const stands =
    said.doneAt === undefined &&
    (does.pattern === 'gap' ||
      does.pattern === 'keep' ||
      (does.pattern === 'share' && 'last' in does.over) ||
      (does.pattern === 'count' && does.per === undefined));
  const end = said.overAt ?? opening(placeOf(said.to));
  const day = stands ? placeAt(now) : placeAt(end - 1);
  return history.exemptions.find(
    (one) =>
      said.status !== 'met' &&
      one.unit === adoption.binding.unit &&
      one.slug === adoption.regulation.slug &&
      one.duty === duty.id &&
      one.thing === about.id &&
      one.at <= now &&
      (stands || one.at < end) &&
      placeOf(one.from) <= day &&
      day < placeOf(one.to),
  );
}
