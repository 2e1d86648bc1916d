/** The county of one seed: every text of the library adopted by somebody, sites and columns that come, go and change hands. */
import { readdirSync, readFileSync } from 'node:fs';
import { seedYears } from '../../../core/calendar/years.ts';
import { readRegulation } from '../../../core/regulation/read.ts';
import { suggestedValues } from '../../../core/regulation/suggested.ts';
import type { Binding, Regulation } from '../../../core/regulation/types.ts';
import type { Random } from '../../../world/random.ts';
import { extra } from './extra.ts';
import { type Adoption, type Column, type History, instant, plusDays, type Site, type Unit } from './history.ts';

export type County = Omit<History, 'events' | 'exemptions'>;
const folder = new URL('../../../regulations/', import.meta.url);
const sources = [...readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')), extra];

function readText(source: string): Regulation {
  const { regulation, faults } = readRegulation(source);
  if (!regulation) throw new Error(faults[0]?.message);
  return regulation;
}
const texts = sources.map((source) => ({ source, regulation: readText(source) }));

/** The second version of the text that is replaced in mid-month: other limits, one duty less, one duty more. */
const second = readText(
  extra
    .replace('version: 1', 'version: 2')
    .replace('gap: below 10 working days', 'gap: below 6 working days')
    .replace('at least 1 per month', 'at least 2 per month')
    .replace('within: 2 working days', 'within: 1 working day')
    .replace('duty stocked', 'duty stored'),
);

export function countyOf(draw: Random): County {
  const units: Unit[] = [{ id: 'city' }];
  const sites: Site[] = [];
  const columns: Column[] = [];
  const adoptions: Adoption[] = [];
  for (const { regulation } of texts) {
    const unit = regulation.slug === 'national-2019' ? 'city' : `b-${regulation.slug}`;
    if (unit !== 'city') units.push({ id: unit, parent: 'city' });
    const roles = rolesOf(regulation, unit, units);
    const binding = bindingOf(regulation, unit, roles, draw);
    adoptions.push(
      ...versions({ regulation, binding, from: pick(draw, ['2024-03-01', '2025-11-12', '2026-02-17']) }, draw),
    );
    const below = Object.entries(roles).find(([role]) => regulation.roles[role]?.is === 'units')?.[1][0];
    const own = [
      siteOf(unit, 'main', 'ours'),
      ...(below ? [siteOf(below, 'sub', pick(draw, ['ours', 'self-run']))] : []),
    ];
    sites.push(...own);
    for (const site of own) columns.push(...columnsOf(regulation, site, binding, draw));
  }
  return changed(
    { units, sites, columns, adoptions, holdings: holdingsOf(adoptions, draw), loadings: loadings() },
    draw,
  );
}

export const pick = <T>(draw: Random, all: readonly T[]): T => all[draw.whole(all.length)] as T;

function rolesOf({ roles }: Regulation, unit: string, units: Unit[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(roles).map(([role, { is }]) => {
      const ids = is === 'units' ? [1, 2, 3].map((n) => `${unit}.${role}${n}`) : [`${unit}.${role}`];
      units.push(...ids.map((id) => ({ id, parent: unit })));
      return [role, ids];
    }),
  );
}

function bindingOf(regulation: Regulation, unit: string, roles: Binding['roles'], draw: Random): Binding {
  const open = regulation.columns.filter(({ leadOneOf }) => leadOneOf !== undefined);
  const leads = open.map(({ id, leadOneOf = '' }) => [id, [pick(draw, roles[leadOneOf] ?? [unit])]] as const);
  return { unit, roles, leads: Object.fromEntries(leads), values: suggestedValues(regulation), readings: [] };
}

/** Two texts are replaced in mid-month: our own by another text, QX by the same with another value. */
function versions(first: Adoption, draw: Random): readonly Adoption[] {
  const on = `2026-0${4 + draw.whole(5)}-${11 + draw.whole(9)}`;
  const { slug } = first.regulation;
  if (slug === 'extra')
    return [
      { ...first, until: on },
      { ...first, regulation: second, from: on },
    ];
  if (slug !== 'qx-site') return [first];
  const binding = { ...first.binding, values: { ...first.binding.values, current: pick(draw, ['7 days', '30 days']) } };
  return [
    { ...first, until: on },
    { ...first, binding, from: on },
  ];
}

const siteOf = (owner: string, rank: string, hosting: string): Site => ({
  id: `s-${owner}`,
  owner,
  rank,
  hosting,
  from: '2024-01-01',
});

const plain = [
  { id: 'headlines', nature: 'dynamic', class: 'news' },
  { id: 'notices', nature: 'dynamic', class: 'notices' },
  { id: 'policy', nature: 'static', class: 'policy' },
  { id: 'posts', nature: 'static', class: 'personnel' },
  { id: 'plans', nature: 'data', class: 'plans' },
];

function columnsOf(
  regulation: Regulation,
  site: Site,
  { unit, roles, leads }: Binding,
  draw: Random,
): readonly Column[] {
  const stated = regulation.columns.filter((one) => one.site === 'site' || one.site === site.rank);
  const kinds = [pick(draw, plain), ...(stated.length > 0 ? stated : plain)];
  const seen = new Set<string>();
  return kinds.flatMap((one): Column[] => {
    if (seen.has(one.id)) return [];
    seen.add(one.id);
    const refs = 'lead' in one ? one.lead.flatMap((ref) => (ref === 'self' ? [unit] : (roles[ref] ?? []))) : [];
    const lead = leads[one.id] ?? (refs.length > 0 ? refs : [site.owner]);
    const base = { id: `${site.id}/${one.id}`, site: site.id, key: one.id, nature: one.nature, from: site.from };
    return [
      { ...base, ...(one.class === undefined ? {} : { class: one.class }), led: [{ from: site.from, units: lead }] },
    ];
  });
}

/** Who holds the posts that somebody has to hold: most of the time one person, with gaps, and now and then nobody. */
function holdingsOf(adoptions: readonly Adoption[], draw: Random): County['holdings'] {
  const asked = adoptions.flatMap(({ regulation, binding }) =>
    (regulation.duties ?? []).flatMap(({ does }) =>
      does.pattern === 'keep'
        ? does.standing.flatMap(({ id }) =>
            Object.values(binding.roles)
              .flat()
              .map((unit) => `${id} ${unit}`),
          )
        : [],
    ),
  );
  return [...new Set(asked)].flatMap((one) => {
    const [post = '', unit = ''] = one.split(' ');
    const first = instant(plusDays('2025-10-01', draw.whole(200)), '09:00');
    if (draw.whole(8) === 0) return [];
    if (draw.whole(3) > 0) return [{ post, unit, from: first }];
    const gone = instant(plusDays('2026-05-01', draw.whole(120)), '17:30');
    const next = { post, unit, from: gone + draw.whole(30) * 86_400_000 };
    return draw.whole(2) === 0
      ? [{ post, unit, from: first, to: gone }]
      : [{ post, unit, from: first, to: gone }, next];
  });
}

/** 2026 was loaded late; the city and one bureau have days of their own. */
function loadings(): County['loadings'] {
  const day = (on: string, isOff: boolean) => ({ on, isOff, name: '本地' });
  return [
    ...seedYears.filter(({ year }) => year < 2026).map((year) => ({ at: instant('2020-01-01'), year })),
    ...seedYears.filter(({ year }) => year === 2026).map((year) => ({ at: instant('2026-02-09', '10:00'), year })),
    { at: instant('2026-04-20', '10:00'), unit: 'city', days: [day('2026-06-24', true), day('2026-06-27', false)] },
    { at: instant('2026-05-06', '10:00'), unit: 'b-extra', days: [day('2026-07-08', true), day('2026-06-24', false)] },
  ];
}

/** One site comes in the year and one goes; columns are merged, and move to another unit. */
function changed(county: County, draw: Random): County {
  const subs = county.sites.filter(({ rank }) => rank === 'sub').map(({ id }) => id);
  const [opened, closed] = [pick(draw, subs), pick(draw, subs)];
  const day = () => plusDays('2026-02-01', draw.whole(300));
  const times = new Map([[opened, { from: day() }]]);
  const ends = new Map(closed === opened ? [] : [[closed, { to: day() }]]);
  const timed = <T>(one: T, id: string): T => ({ ...one, ...times.get(id), ...ends.get(id) });
  const sites = county.sites.map((one) => timed(one, one.id));
  const columns = county.columns.map((one) => timed(one, one.site));
  for (let n = 0; n < 12; n++) {
    const i = draw.whole(columns.length);
    const one = columns[i] as Column;
    if (one.to !== undefined || columns.some(({ into }) => into === one.id)) continue;
    const on = day();
    const beside = columns.filter((other) => other.site === one.site && other.id !== one.id && other.to === undefined);
    const hands = [
      { from: one.from, units: one.led[0]?.units ?? [] },
      { from: on, units: [pick(draw, county.units).id] },
    ];
    if (n < 4 && beside.length > 0 && on > one.from) columns[i] = { ...one, to: on, into: pick(draw, beside).id };
    else if (on > one.from) columns[i] = { ...one, led: hands };
  }
  return { ...county, sites, columns };
}
