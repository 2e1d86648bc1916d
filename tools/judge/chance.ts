/** Random material for both sides: days where rules break, instants around midnight, lengths, lives, events, calendars. */
import fc from 'fast-check';
import { seedYears } from '../../core/calendar/years.ts';
import { type Calendar, type CalendarYear, makeCalendar } from '../../core/calendar.ts';
import type { DurationUnit } from '../../core/regulation/measures.ts';
import { days, type Place, placeOf, type Table } from './days.ts';
import type { Raw } from './said.ts';

const [first, last] = [placeOf('2018-01-01'), placeOf('2026-12-31')];
const festivals = seedYears.flatMap((one) => one.days.map(({ on }) => on)).filter((day) => day >= '2018');
const edges = days.filter((day) => day >= '2018' && day < '2027' && /-(01|15|16|28|29|30|31)$/.test(day));
export const anchorDay: fc.Arbitrary<Place> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...festivals).map(placeOf) },
  { weight: 2, arbitrary: fc.constantFrom(...edges).map(placeOf) },
  { weight: 1, arbitrary: fc.constantFrom(placeOf('2026-12-20'), placeOf('2026-12-31'), placeOf('2020-02-29')) },
  { weight: 2, arbitrary: fc.integer({ min: first, max: last }) },
);
export const clockTime: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('00:00', '00:00', '00:01', '09:00', '15:00', '23:59', '23:59'),
  fc.integer({ min: 0, max: 24 * 60 - 1 }).map((m) => new Date(m * 60_000).toISOString().slice(11, 16)),
);
export const near = (anchor: Place, before: number, after: number): fc.Arbitrary<Place> =>
  fc.integer({ min: anchor - before, max: anchor + after });
export const instantNear = (anchor: Place, before: number, after: number): fc.Arbitrary<number> =>
  fc
    .tuple(near(anchor, before, after), clockTime)
    .map(([place, time]) => Date.parse(`${days[place]}T${time}:00+08:00`));
export const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
/** Without the keys that are undefined. */
export const bare = <T extends object>(one: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as never;

export const bound = fc.constantFrom('at least', 'at most', 'above', 'below', 'exactly');
export const dayUnits = ['day', 'working day', 'week', 'month', 'year'] as const;
const most = { minute: 3000, hour: 80, day: 30, 'working day': 15, week: 4, month: 4, year: 1 } as const;
export const length = <U extends DurationUnit>(units: readonly U[]): fc.Arbitrary<{ n: number; unit: U }> =>
  fc.constantFrom(...units).chain((unit) => fc.integer({ min: 0, max: most[unit] }).map((n) => ({ n, unit })));
export const periods = ['day', 'working day', 'week', 'half-month', 'month', 'quarter', 'half-year', 'year'] as const;
export const anyUnit = ['minute', 'hour', ...dayUnits] as const;

/** Old and unbroken, or born, ended and ruled close by. */
export const life = (anchor: Place) =>
  fc
    .record({
      bornOn: fc.oneof(
        fc.constant('2016-01-01'),
        near(anchor, 60, 3).map((place) => days[place] as string),
      ),
      ruledFrom: fc.oneof(
        fc.constant('2016-01-01'),
        near(anchor, 60, 10).map((place) => days[place] as string),
      ),
      endedOn: fc.option(
        near(anchor, 2, 90).map((place) => days[place] as string),
        { nil: undefined, freq: 4 },
      ),
    })
    .map(bare);

const inOrder = (raw: readonly Omit<Raw, 'seq'>[]): readonly Raw[] =>
  raw.toSorted((a, b) => a.at - b.at).map((one, i) => ({ ...one, seq: String(i + 1) }));
/** In log order. `lostAt`: at most 20 days later somebody found that it doesn't count. */
export const counting = (anchor: Place, before: number, after: number, atMost = 8): fc.Arbitrary<readonly Raw[]> =>
  fc
    .array(
      fc
        .record({
          at: instantNear(anchor, before, after),
          lost: fc.option(fc.integer({ min: 0, max: 20 * 24 * 60 }), { nil: undefined, freq: 4 }),
        })
        .map(({ at, lost }) => (lost === undefined ? { at } : { at, lostAt: at + lost * 60_000 })),
      { maxLength: atMost },
    )
    .map(inOrder);
/** `opens`: the kind of one that comes early. */
export const happening = (
  anchor: Place,
  kinds: readonly string[],
  atMost: number,
  opens?: string,
): fc.Arbitrary<readonly Raw[]> =>
  fc
    .tuple(
      fc.array(fc.record({ at: instantNear(anchor, 3, 30), kind: fc.constantFrom(...kinds) }), { maxLength: atMost }),
      instantNear(anchor, 3, 0),
    )
    .map(([rest, at]) => inOrder(opens === undefined ? rest : [{ at, kind: opens }, ...rest]));

export type Days = { readonly table: Table; readonly calendar: Calendar; readonly without: readonly number[] };
const kept = new Map<string, Days>();
/** The State Council's arrangements but for some years, for both sides. */
export const daysWithout = (without: readonly number[]): Days =>
  daysOf(
    seedYears.filter(({ year }) => !without.includes(year)),
    without,
    `without ${without}`,
  );

/** The years that aren't loaded, arranged like some other year: what might still be loaded. */
export function filledLike({ without }: Days, other: number): Days {
  const loaded = seedYears.filter(({ year }) => !without.includes(year));
  const like = seedYears.find(({ year }) => year === other)?.days.filter(({ on }) => on.startsWith(`${other}`)) ?? [];
  const guessed = [...without, 2027, 2028, 2029].map((year) => ({
    year,
    days: like.map((day) => ({ ...day, on: `${year}${day.on.slice(4)}` })).filter(({ on }) => days.includes(on)),
  }));
  return daysOf([...loaded, ...guessed], [], `without ${without}, like ${other}`);
}

function daysOf(years: readonly CalendarYear[], without: readonly number[], key: string): Days {
  // New Year borrows from the December before: the later year's word counts.
  const inOrder = years.toSorted((a, b) => a.year - b.year).flatMap((one) => one.days);
  const said = new Map(inOrder.map(({ on, isOff }) => [on, isOff]));
  const which = (is: boolean) => new Set([...said].filter(([, isOff]) => isOff === is).map(([on]) => on));
  const table = { off: which(true), worked: which(false), years: new Set(years.map(({ year }) => String(year))) };
  const made = kept.get(key) ?? { table, calendar: makeCalendar({ years }, key), without };
  kept.set(key, made);
  return made;
}
export const calendars = (anchor: Place): fc.Arbitrary<Days> => {
  const year = Number((days[anchor] as string).slice(0, 4));
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(daysWithout([])) },
    { weight: 1, arbitrary: fc.constantFrom([year], [year + 1], [year - 1], [year, year + 1]).map(daysWithout) },
  );
};
export const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 2 });
export const nows = (anchor: Place) => fc.array(instantNear(anchor, 5, 45), { minLength: 2, maxLength: 4 });
/** Everything lies around one day. */
export const around = <T>(make: (anchor: Place) => fc.Arbitrary<T>) =>
  anchorDay.chain((anchor) => make(anchor).map((one) => ({ ...one, anchor })));

/** The same cases each time, so that none is seen by chance; `MENHU_SEEDS=20` takes twenty times as many, at random. */
export const some = (few: number): { numRuns: number; seed?: number } => {
  const { MENHU_SEEDS } = process.env;
  return MENHU_SEEDS === undefined ? { numRuns: few, seed: 20_261_126 } : { numRuns: few * Number(MENHU_SEEDS) };
};
