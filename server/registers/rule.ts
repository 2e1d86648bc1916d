/** The reader: one regulation as it was adopted, each article beside what it makes happen, with real units and people. */
import { addDays, localDay } from '../../core/day.ts';
import { standingNames } from '../../core/regulation/coverage.ts';
import { sayValue } from '../../core/regulation/items.ts';
import { others } from '../../core/regulation/measures.ts';
import { type ReadArticle, type ReadBlock, type ReadChapter, readerOf } from '../../core/regulation/reader.ts';
import { type Seat, seatsOf, unitsMeant } from '../../core/regulation/seats.ts';
import type { Line } from '../../core/regulation/told.ts';
import type { Binding, InForce, ValueDef } from '../../core/regulation/types.ts';
import type { Acting } from '../../core/takers.ts';
import { aboveIn, acting, type Names, namesOf, wayUp } from '../acting.ts';
import { asOf } from '../as-of.ts';
import type { RuleArticle, RuleBlock, RuleSaid, RuleView } from '../contract/registers.ts';
import type { Database } from '../door/knock.ts';
import { adoptions } from '../in-force.ts';
import { type Adopted, adopted, holdsOn, type Place, placeOf, ruleLine, sitesUnder } from './adopted.ts';

export type Asked = {
  readonly slug: string;
  readonly unit?: string | undefined;
  readonly adoption?: string | undefined;
  readonly on?: string | undefined;
};
type ColumnRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly siteId: string;
  readonly leadUnitIds: readonly string[];
};
/** Everything that a line is filled in from. `owners`: whose sites the text governs. */
type Known = {
  readonly law: InForce;
  readonly owners: readonly string[];
  readonly everybody: readonly Acting[];
  readonly columns: readonly ColumnRow[];
  readonly place: Place;
  readonly names: Names;
};

/** A stored version never changes, so that what was made of it once stays. */
const opened = new Map<string, readonly ReadChapter[]>();

async function chaptersOf(db: Database, { versionId, regulation }: InForce): Promise<readonly ReadChapter[]> {
  const known = opened.get(versionId);
  if (known) return known;
  const { source } = await db
    .selectFrom('regulations.version')
    .select('source')
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow();
  const chapters = readerOf(regulation, source);
  opened.set(versionId, chapters);
  return chapters;
}

/** Undefined: it was never adopted (by this unit), or not in force on that day. Without a day, and no longer in force, as it was last. */
export async function rule(db: Database, asked: Asked, at: Date): Promise<RuleView | undefined> {
  const all = await adopted(db);
  const one = askedFor(all, asked, localDay(at));
  const [law] = one ? await adoptions(db, [one.adoptionId]) : [];
  if (!one || !law) return undefined;
  const on = asked.on ?? dayFor(one, localDay(at));
  const known = await knownOf(db, one, law, asOf(on, at));
  const chapters = await chaptersOf(db, law);
  return {
    ...ruleLine(one, known.place),
    ...headOf(one, all, on, known),
    chapters: chapters.map(({ title, articles }) => ({
      title,
      articles: articles.map((article) => articleView(article, known)),
    })),
  };
}

/** The adoption that is meant: in force on the day, or, where no day is asked for, the last one. */
export function askedFor(all: readonly Adopted[], asked: Asked, today: string): Adopted | undefined {
  const { slug, unit, adoption, on } = asked;
  const mine = all.filter((one) => one.slug === slug && (!unit || one.unitId === unit));
  if (adoption) return mine.find((one) => one.adoptionId === adoption);
  return mine.find((each) => holdsOn(each, on ?? today)) ?? (on ? undefined : mine.at(-1));
}

/** Today where it holds, else the nearest day on which it did or will. */
const dayFor = ({ from, until }: Adopted, today: string): string =>
  from > today ? from : until !== null && until <= today ? addDays(until, -1) : today;

function headOf(one: Adopted, all: readonly Adopted[], on: string, { law, names, place }: Known) {
  const versions = all.filter((each) => each.slug === one.slug && each.unitId === one.unitId);
  const up = wayUp(one.unitId, aboveIn(place.units)).slice(1);
  const above = all.filter((each) => up.includes(each.unitId) && holdsOn(each, on));
  return {
    on,
    adoption: one.adoptionId,
    sha256: one.sha256,
    adoptedBy: names.person(one.byPerson),
    adoptedAt: one.at.toISOString(),
    versions: versions.map((each) => ({
      version: each.version,
      from: each.from,
      ...(each.until ? { until: each.until } : {}),
      shown: each === one,
    })),
    above: above.map(({ slug, title, unitId }) => ({ slug, title, unit: names.unit(unitId) })),
    values: Object.entries(law.regulation.values).map(([id, { name, is }]) => ({
      name,
      says: saidValue(law.binding.values[id], is),
    })),
    roles: Object.entries(law.regulation.roles).map(([id, { name }]) => ({
      name,
      units: (law.binding.roles[id] ?? []).map((unit) => names.unit(unit)),
    })),
  };
}

async function knownOf(db: Database, one: Adopted, law: InForce, at: Date): Promise<Known> {
  const place = await placeOf(db);
  const everybody = await acting(db, at);
  const sites = place.sites.filter((site) => site.ownerUnitId === one.unitId).map((site) => site.id);
  const columns = await db
    .selectFrom('sites.column')
    .select(['id', 'key', 'name', 'siteId', 'leadUnitIds'])
    .where('siteId', 'in', [...sites, one.unitId])
    .where('createdAt', '<=', at)
    .orderBy('position')
    .limit(500)
    .execute();
  const names = await namesOf(
    db,
    [...everybody.map((each) => each.person), one.byPerson],
    place.units.map((unit) => unit.id),
  );
  const owners = sitesUnder(one.unitId, place);
  return { law, owners: owners.map((site) => site.ownerUnitId), everybody, columns, place, names };
}

function articleView(article: ReadArticle, known: Known): RuleArticle {
  const { standing, blocks, ...rest } = article;
  return {
    ...rest,
    ...(standing ? { standing, standingName: standingNames[standing] } : {}),
    blocks: blocks.map((block) => blockView(block, known)),
  };
}

function blockView(block: ReadBlock, known: Known): RuleBlock {
  const { kind, kindName, id, about, text, reading } = block;
  return {
    kind,
    kindName,
    id,
    about: withName(about, known),
    ordered: block.ordered ?? false,
    lines: block.lines.map((line) => lineView(line, known)),
    publish: (block.publish ?? []).map((line) => lineView(line, known)),
    more: [...(block.more ?? [])].map((says) => withName(says, known)),
    chains: block.chains.map(({ when, writers, steps, publish }) => ({
      when: [...when],
      writers: [...writers],
      steps: steps.map((step) => withName(step, known)),
      publish: publish.map((each) => withName(each, known)),
    })),
    refused: [...block.refused],
    ...(reading === undefined ? {} : { reading }),
    confirmed: known.law.binding.readings.includes(`${kind} ${id}`),
    text,
  };
}

/** A value that differs from subject to subject is said with how many it was set for. */
function saidValue(set: Binding['values'][string] | undefined, is: ValueDef['is']): string {
  if (set === undefined) return '还没有定';
  if (typeof set === 'string') return sayValue(is, set);
  const { [others]: rest, ...own } = set;
  const values = [...new Set(Object.values(own).map((one) => sayValue(is, one)))].join('、');
  const many = Object.keys(own).length;
  return rest === undefined ? `${values}（分 ${many} 处定）` : `${sayValue(is, rest)}，另有 ${many} 处定为${values}`;
}

/** The text says 采用单位; the reader wants to know which. */
const withName = (says: string, { law, names }: Known): string =>
  says.replaceAll('采用单位', names.unit(law.binding.unit).name);

function lineView(line: Line, known: Known): RuleSaid {
  const { law, owners, everybody, names } = known;
  const seats = (ref: Line['post']) => ref && seatsOf(ref, law, owners, everybody).map((seat) => seatView(seat, known));
  const [own, stand] = [seats(line.post), seats(line.stand)];
  const units = line.unit && unitsMeant(line.unit, law, owners).map((unit) => names.unit(unit));
  const columns = line.column && columnsOf(line.column, known);
  return {
    says: withName(line.says, known),
    ...(own ? { seats: own } : {}),
    ...(stand ? { stand } : {}),
    ...(units ? { units } : {}),
    ...(columns ? { columns } : {}),
  };
}

const seatView = ({ unit, people }: Seat, { names }: Known) => ({
  unit: names.unit(unit),
  people: people.map((person) => names.person(person)),
});

const columnsOf = (key: string, { columns, place, names }: Known) =>
  columns
    .filter((column) => column.key === key)
    .map(({ id, siteId, name, leadUnitIds }) => ({
      id,
      name,
      site: { id: siteId, name: place.sites.find((site) => site.id === siteId)?.name ?? '' },
      leads: leadUnitIds.map((unit) => names.unit(unit)),
    }));
