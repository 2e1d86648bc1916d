/** The duties over the world as it stands, found by what is counted for them and by what they are over. */
import { sql } from 'kysely';
import type { Calendar } from '../../../core/calendar.ts';
import { overArticles } from '../../../core/duty/articles.ts';
import { eventsOf } from '../../../core/duty/events.ts';
import { type Exemption, exemptionsBy } from '../../../core/duty/exempt.ts';
import type { Fact, Thing } from '../../../core/duty/facts.ts';
import { daysOf } from '../../../core/duty/gather.ts';
import { waiting } from '../../../core/duty/lines.ts';
import { type Planned, planned, type Rule } from '../../../core/duty/plan.ts';
import { type Series, seriesKey, seriesOf, wholeOf } from '../../../core/duty/series.ts';
import { isKept } from '../../../core/duty/stored.ts';
import { groups, put } from '../../../core/groups.ts';
import { calendarsAt } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { exemptionsIn } from '../exemptions.ts';
import { type Rows, rows, rules, things } from '../world.ts';
import type { Again } from './anew.ts';

/** A series, and the working days by which something has to last. */
export type Counted = { readonly key: string; readonly series: Series; readonly calendar: Calendar };

export type Planning = {
  /** The last fact that changed the world. */
  readonly worldSeq: number;
  readonly world: Rows;
  readonly laws: readonly Rule[];
  /** By their ids, and those of what was merged into them. */
  readonly columns: ReadonlyMap<string, Thing>;
  /** With a unit's own days. */
  readonly calendarOf: (unit: string) => Calendar;
  readonly exemptions: readonly Exemption[];
  readonly exemptionsOf: ReturnType<typeof exemptionsBy>;
  /** Every event that some duty asks about. */
  readonly kinds: ReadonlySet<string>;
  /** Those whose lines are kept, by their key; without those over articles. */
  readonly kept: ReadonlyMap<string, Planned>;
  /** The others: waiting for a part of the product, or judged when they are asked for. */
  readonly others: readonly Planned[];
  /** There are such duties over texts too, judged when they are asked for. */
  readonly areTextsBeside: boolean;
  readonly series: ReadonlyMap<string, Counted>;
  /** Plans by `seriesKey id` of their thing. */
  readonly counting: ReadonlyMap<string, readonly Planned[]>;
  /** Clocks by `subject id` of their thing. */
  readonly clocks: ReadonlyMap<string, readonly Planned[]>;
};

export const planKey = ({ rule, duty, thing }: Planned): string =>
  `${rule.adoptionId} ${duty.id} ${thing.subject} ${thing.id}`;

/** What a process knows of an installation: its duties, and the lines that it has yet to judge by them. */
export type Known = { readonly planning: Planning; again?: Again };

/** Reading the world costs a second in a large county: it is kept until a fact changes it. By installation. */
const cache = new Map<string, Known>();
const cacheMax = 4;

/** As in a process that has just started. */
export const forgetPlans = (): void => cache.clear();

type Place = { readonly id: string; readonly at: Date | null };
async function placeOf(db: Database, worldSeq: number): Promise<Place> {
  const { rows: found } = await sql<Place>`
    select id::text, (select at from door.fact where seq = ${worldSeq}) as at from door.installation`.execute(db);
  return found[0] ?? { id: '', at: null };
}

/** Undefined: nothing is known of this world in this process. */
export async function knownAt(db: Database, worldSeq: number): Promise<Known | undefined> {
  const known = cache.get((await placeOf(db, worldSeq)).id);
  return known?.planning.worldSeq === worldSeq ? known : undefined;
}

/** Without `again`: nothing was known of this world in this process; its lines may be those of an older program. */
export async function planningAt(db: Database, worldSeq: number): Promise<Known> {
  const { id, at } = await placeOf(db, worldSeq);
  const known = cache.get(id);
  return known?.planning.worldSeq === worldSeq ? known : keep(id, { planning: await plan(db, worldSeq, at) });
}

/** After a fact that changed the world; `again`: what has to be judged by the new one. */
export async function planningAfter(
  db: Database,
  worldSeq: number,
  again: (planning: Planning) => Again | Promise<Again>,
): Promise<Known> {
  const { id, at } = await placeOf(db, worldSeq);
  const planning = await plan(db, worldSeq, at);
  return keep(id, { planning, again: await again(planning) });
}

function keep(id: string, known: Known): Known {
  if (cache.size >= cacheMax) cache.clear();
  cache.set(id, known);
  return known;
}

async function plan(db: Database, worldSeq: number, at: Date | null): Promise<Planning> {
  const world = await rows(db);
  const laws = worldSeq === 0 ? [] : await rules(db, world);
  const known = things(world);
  const calendarOf = await calendarsAt(db, at ?? new Date(0), world.units);
  const exemptions = await exemptionsIn(db, { seq: worldSeq, at: at ?? new Date(0) });
  const events = laws.flatMap(({ regulation }) => (regulation.duties ?? []).flatMap(eventsOf));
  let made: Duties | undefined;
  const duties = () => {
    made ??= dutiesOver(laws, known, calendarOf);
    return made;
  };
  const read = {
    worldSeq,
    world,
    laws,
    columns: new Map(
      known
        .filter(({ subject }) => subject === 'column')
        .flatMap((one) => [one.id, ...(one.was ?? []).map(({ id }) => id)].map((id) => [id, one] as const)),
    ),
    calendarOf,
    exemptions,
    exemptionsOf: exemptionsBy(exemptions),
    kinds: new Set([...events, 'article.withdrawn']),
    areTextsBeside: laws.some((rule) =>
      overTexts(rule, known).some((one) => !isKept(one) && waiting(one).length === 0),
    ),
  };
  // Planned when first asked for: half a second in a large county, in which PostgreSQL may look something up already.
  return {
    ...read,
    get kept() {
      return duties().kept;
    },
    get others() {
      return duties().others;
    },
    get series() {
      return duties().series;
    },
    get counting() {
      return duties().counting;
    },
    get clocks() {
      return duties().clocks;
    },
  };
}

type Duties = Pick<Planning, 'kept' | 'others' | 'series' | 'counting' | 'clocks'>;

function dutiesOver(laws: readonly Rule[], known: readonly Thing[], calendarOf: Planning['calendarOf']): Duties {
  const all = laws.flatMap((rule) => planned(rule, known));
  // By what they are over, in the order of their ids: what is counted for a thing is then read once for all its duties, and
  // the keys of the tables fill page by page.
  const kept = [...groups(all.filter(isKept), ({ thing }) => thing.id)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) => of);
  return {
    kept: new Map(kept.map((one) => [planKey(one), one])),
    others: all.filter((one) => !isKept(one)),
    ...found(kept, calendarOf),
  };
}

/** The duties over texts, as if each column had one. */
const overTexts = (rule: Rule, known: readonly Thing[]): readonly Planned[] =>
  planned(
    rule,
    known.flatMap((one) => (one.subject === 'column' ? [{ ...one, subject: 'article' as const }] : [])),
  );

/** By what is counted for them, and by what they are over. */
function found(kept: readonly Planned[], calendarOf: Planning['calendarOf']) {
  const series = new Map<string, Counted>();
  const counting = new Map<string, Planned[]>();
  const clocks = new Map<string, Planned[]>();
  for (const one of kept) {
    const counted = countedFor(one, calendarOf);
    if (counted) series.set(counted.key, counted);
    if (counted) put(counting, `${counted.key} ${one.thing.id}`, one);
    if (one.duty.does.pattern === 'within') put(clocks, `${one.thing.subject} ${one.thing.id}`, one);
  }
  return { series: new Map([...series.values()].flatMap(withWhole).map((one) => [one.key, one])), counting, clocks };
}

/** Where something has to last, what counted is kept as a series of its own, and here only what is taken back. */
export function withWhole(counted: Counted): readonly Counted[] {
  if (!counted.series.lasting) return [counted];
  const whole = wholeOf(counted.series);
  return [{ key: seriesKey(whole, counted.calendar), series: whole, calendar: counted.calendar }, counted];
}

/** What is counted for a duty. A settled rule is shared by its things, and so is its key, where no calendar is asked. */
export function countedFor(one: Planned, calendarOf: Planning['calendarOf']): Counted | undefined {
  const known = keys.get(one.duty);
  if (known) return known;
  const series = seriesOf(one);
  if (!series) return undefined;
  const calendar = calendarOf(daysOf(one));
  const made = { key: seriesKey(series, calendar), series, calendar };
  if (series.lasting?.unit !== 'working day') keys.set(one.duty, made);
  return made;
}
const keys = new WeakMap<object, Counted>();

/** The duties over articles, which come and go with their events: `facts` are all of theirs. */
export const overTheir = ({ laws, columns, kinds }: Planning, facts: readonly Fact[]): readonly Planned[] => {
  const asked = facts.filter(({ kind }) => kinds.has(kind));
  // Only the columns that they are in: there may be tens of thousands.
  const there = [...new Set(asked.flatMap(({ column }) => columns.get(column ?? '') ?? []))];
  return laws.flatMap((rule) => overArticles(rule, asked, there)).filter(isKept);
};
