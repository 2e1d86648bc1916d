/** The lines of the product over a history as it was known at an instant: the same gathering that the server asks. */
import { type Calendar, type CalendarDay, makeCalendar } from '../../../core/calendar.ts';
import type { Thing } from '../../../core/duty/facts.ts';
import { gathering, plansOf, type World } from '../../../core/duty/gather.ts';
import { linesOver } from '../../../core/duty/history.ts';
import { type Line, linesOf } from '../../../core/duty/lines.ts';
import { rulesOf } from '../../../core/duty/rules.ts';
import { type Column, dayOf, type History, type Site, span } from './history.ts';

/** All lines of the year, and those of today. */
export function product(
  history: History,
  now: number,
): { readonly year: readonly Line[]; readonly today: readonly Line[] } {
  const world = worldAt(history, now);
  const adopted = history.adoptions.map((one) => ({
    ...one,
    versionId: `${one.regulation.slug} ${one.regulation.version}`,
    adoptionId: `${one.binding.unit} ${one.regulation.slug} ${one.from}`,
  }));
  const plans = plansOf(
    rulesOf(adopted, (unit) => reach(unit, history)),
    world,
  );
  const groundsOf = gathering(world, () => plans);
  return {
    year: plans.flatMap((plan) => linesOver(plan, groundsOf(plan), span, now)),
    today: plans.flatMap((plan) => linesOf(plan, groundsOf(plan), now)),
  };
}

function reach(unit: string, { units }: History): ReadonlySet<string> {
  const found = new Set([unit]);
  for (const { id, parent } of units) if (parent !== undefined && found.has(parent)) found.add(id);
  return found;
}

function worldAt(history: History, now: number): World {
  const calendars = new Map<string, Calendar>();
  return {
    things: thingsAt(history, now),
    facts: history.events.filter(({ at }) => at <= now),
    filled: (post, units) =>
      history.holdings
        .filter((one) => one.post === post && one.from <= now && (units === 'all' || units.includes(one.unit)))
        .flatMap(({ unit, from, to }) => [
          { seq: `${post} ${unit} ${from}`, at: from, n: 1 },
          ...(to !== undefined && to <= now ? [{ seq: `${post} ${unit} ${from}`, at: to, n: -1 }] : []),
        ])
        .toSorted((a, b) => a.at - b.at),
    calendarOf: (unit) => {
      const made = calendars.get(unit) ?? calendarAt(history, unit, now);
      calendars.set(unit, made);
      return made;
    },
    exemptions: history.exemptions,
  };
}

function calendarAt({ loadings, units }: History, unit: string, now: number): Calendar {
  const known = loadings.filter(({ at }) => at <= now);
  const years = known.flatMap((one) => ('year' in one ? [one.year] : []));
  const extra: CalendarDay[] = [];
  for (let id: string | undefined = unit; id; id = units.find((one) => one.id === id)?.parent)
    extra.unshift(...known.flatMap((one) => ('unit' in one && one.unit === id ? one.days : [])));
  return makeCalendar({ years, extra }, `${unit} ${now}`);
}

function thingsAt({ units, sites, columns }: History, now: number): readonly Thing[] {
  const today = dayOf(now);
  const there = <T extends { readonly from: string }>(all: readonly T[]) => all.filter(({ from }) => from <= today);
  const bySite = new Map(sites.map((site) => [site.id, site]));
  return [
    ...units.flatMap(({ id }): Thing[] => {
      const unit = { id, name: id, facets: {}, life: { bornOn: '2020-01-01' }, owner: id, units: { unit: [id] } };
      return [
        { subject: 'unit', ...unit },
        { subject: 'portal', ...unit },
      ];
    }),
    ...there(sites).map(
      (site): Thing => ({ ...ofSite(site), subject: 'site', id: site.id, life: lifeAt(site, today) }),
    ),
    ...there(columns).map((column): Thing => {
      const site = ofSite(bySite.get(column.site) as Site);
      const { key, nature } = column;
      const led = there(column.led);
      const was = columns.filter(({ into, to = today }) => into === column.id && to <= today);
      const born = [column, ...was].map(({ from }) => from).toSorted()[0] ?? column.from;
      return {
        ...site,
        subject: 'column',
        id: column.id,
        key,
        facets: { ...site.facets, column: key, nature, ...(column.class === undefined ? {} : { class: column.class }) },
        life: { ...lifeAt(column, today), bornOn: born },
        was: was.map((one) => ({ id: one.id, on: one.to ?? today })),
        units: { ...site.units, 'column.lead': led.at(-1)?.units ?? [], 'column.joint': [] },
        led,
      };
    }),
  ];
}

const lifeAt = ({ from, to }: Site | Column, today: string) => ({
  bornOn: from,
  ...(to !== undefined && to <= today ? { endedOn: to } : {}),
});
const ofSite = ({ id, owner, rank, hosting }: Site) => ({
  name: id,
  site: id,
  owner,
  facets: { site: rank, hosting },
  units: { 'site.owner': [owner] },
});
