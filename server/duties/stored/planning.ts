/** The duties over the world as it stands, found by what is counted for them and by what they are over. */
import { sql } from 'kysely';
import type { Calendar } from '../../../core/calendar.ts';
import type { Fact, Thing } from '../../../core/duty/facts.ts';
import { type Planned, planned, type Rule } from '../../../core/duty/plan.ts';
import { type Series, seriesKey, seriesOf } from '../../../core/duty/series.ts';
import { isKept } from '../../../core/duty/stored.ts';
import { calendarAt } from '../../calendar-of.ts';
import type { Database } from '../../door/knock.ts';
import { kindsIn, overArticles } from '../plans.ts';
import { type Rows, rows, rules, things } from '../world.ts';

export type Planning = {
  /** The last fact that changed the world. */
  readonly worldSeq: number;
  readonly world: Rows;
  readonly laws: readonly Rule[];
  readonly known: readonly Thing[];
  readonly calendar: Calendar;
  /** Every event that some duty asks about. */
  readonly kinds: ReadonlySet<string>;
  /** Those whose lines are kept, by their key; without those over articles. */
  readonly kept: ReadonlyMap<string, Planned>;
  /** The others: waiting for a part of the product, or judged when they are asked for. */
  readonly others: readonly Planned[];
  readonly series: ReadonlyMap<string, Series>;
  /** Plans by `seriesKey sumId`. */
  readonly counting: ReadonlyMap<string, readonly Planned[]>;
  /** Clocks by `subject sumId` of their thing. */
  readonly clocks: ReadonlyMap<string, readonly Planned[]>;
};

export const planKey = ({ rule, duty, thing }: Planned): string =>
  `${rule.adoptionId} ${duty.id} ${thing.subject} ${thing.id}`;

const everything = '00000000-0000-0000-0000-000000000000';
/** Under whose name the sums stand: every portal is met by everything. */
export const sumId = ({ subject, id }: Pick<Thing, 'subject' | 'id'>): string =>
  subject === 'portal' ? everything : id;

/** Reading the world costs a second in a large county: it is kept until a fact changes it. By installation. */
const cache = new Map<string, Planning>();
const cacheMax = 4;

/** `isNew`: nothing was known of this world in this process; its lines may be those of an older program. */
export async function planningAt(
  db: Database,
  worldSeq: number,
): Promise<{ readonly planning: Planning; readonly isNew: boolean }> {
  const { rows: found } = await sql<{ id: string; at: Date | null }>`
    select id::text, (select at from door.fact where seq = ${worldSeq}) as at from door.installation`.execute(db);
  const [{ id, at } = { id: '', at: null }] = found;
  const known = cache.get(id);
  if (known?.worldSeq === worldSeq) return { planning: known, isNew: false };
  const planning = await plan(db, worldSeq, at ?? new Date(0));
  if (cache.size >= cacheMax) cache.clear();
  cache.set(id, planning);
  return { planning, isNew: true };
}

async function plan(db: Database, worldSeq: number, at: Date): Promise<Planning> {
  const world = await rows(db);
  const laws = worldSeq === 0 ? [] : await rules(db, world);
  const known = things(world);
  const all = laws.flatMap((rule) => planned(rule, known));
  const kept = all.filter(isKept);
  const series = new Map<string, Series>();
  const counting = new Map<string, Planned[]>();
  const clocks = new Map<string, Planned[]>();
  for (const one of kept) {
    const counted = keyedSeries(one);
    if (counted) series.set(counted.key, counted.series);
    if (counted) put(counting, `${counted.key} ${sumId(one.thing)}`, one);
    if (one.duty.does.pattern === 'within') put(clocks, `${one.thing.subject} ${sumId(one.thing)}`, one);
  }
  return {
    worldSeq,
    world,
    laws,
    known,
    calendar: await calendarAt(db, at),
    kinds: new Set([...kindsIn(laws), 'article.withdrawn']),
    kept: new Map(kept.map((one) => [planKey(one), one])),
    others: all.filter((one) => !isKept(one)),
    series,
    counting,
    clocks,
  };
}

function put<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

/** A settled duty is shared by its things, and so is its key. */
const keys = new WeakMap<object, { readonly key: string; readonly series: Series }>();
export function keyedSeries(one: Planned): { readonly key: string; readonly series: Series } | undefined {
  const series = seriesOf(one);
  if (!series) return undefined;
  // A duty over units of a role and one over columns never share a settled rule: its subject is always the same.
  const found = keys.get(one.duty);
  if (found) return found;
  const made = { key: seriesKey(series), series };
  keys.set(one.duty, made);
  return made;
}

/** The duties over articles, which come and go with their events: `facts` are all of theirs. */
export const overTheir = ({ laws, known, kinds }: Planning, facts: readonly Fact[]): readonly Planned[] => {
  const asked = facts.filter(({ kind }) => kinds.has(kind));
  return laws.flatMap((rule) => overArticles(rule, asked, known)).filter(isKept);
};
