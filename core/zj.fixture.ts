/** ZJ and a branch's own rule as they stand in regulations/, bound to an invented bureau. */
import { readFileSync } from 'node:fs';
import type { Target } from './flow.ts';
import { readRegulation } from './regulation/read.ts';
import type { Binding, Facets, InForce, Regulation } from './regulation/types.ts';

export function regulationFile(name: string): string {
  return readFileSync(new URL(`../regulations/${name}`, import.meta.url), 'utf8');
}

export function soundly(source: string): Regulation {
  const { regulation, faults } = readRegulation(source);
  if (!regulation) throw new Error(faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`).join('\n'));
  return regulation;
}

/** A binding with these units; what is not said is empty. */
export const bound = (unit: string, roles: Readonly<Record<string, readonly string[]>>): Binding => ({
  unit,
  roles,
  leads: {},
  values: {},
  readings: [],
});

export const inForce = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: `${regulation.slug}-1`,
  adoptionId: `${regulation.slug} by ${binding.unit}`,
  binding,
  regulation,
});

export const zjBinding = bound('bureau', {
  centre: ['centre'],
  office: ['office'],
  section: ['office', 'centre', 'food', 'legal', 'quality', 'inspection', 'discipline', 'party'],
  business: ['food', 'quality'],
  branch: ['branch'],
  legal: ['legal'],
  quality: ['quality'],
  inspection: ['inspection'],
  discipline: ['discipline'],
  party: ['party'],
});
export const zj = inForce(soundly(regulationFile('zj-portal.md')), zjBinding);
export const substation = inForce(
  soundly(regulationFile('substation-portal.md')),
  bound('branch', { section: ['branch-office', 'branch-quality'], office: ['branch-office'] }),
);

/** A text of the food department for the main site's news. */
export const mainTarget = (facets: Facets, more: Partial<Target> = {}): Target => ({
  path: [zj],
  facets: {
    kind: 'news',
    weight: 'general',
    reach: 'section',
    sensitive: 'no',
    site: 'main',
    hosting: 'ours',
    ...facets,
  },
  authorUnit: 'food',
  siteOwner: 'bureau',
  columnLead: ['office'],
  ...more,
});
/** A text of a branch's department for the branch's own site. */
export const subTarget = (facets: Facets, more: Partial<Target> = {}): Target =>
  mainTarget(
    { site: 'sub', ...facets },
    {
      path: [substation, zj],
      authorUnit: 'branch-quality',
      siteOwner: 'branch',
      columnLead: ['branch-office'],
      ...more,
    },
  );
