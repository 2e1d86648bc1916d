/** JY, CS and QX as they stand in regulations/, each bound to an invented bureau with the people that it needs. */
import type { Target } from './flow.ts';
import { actingIn, type Organisation } from './regulation/organisation.ts';
import { suggestedValues } from './regulation/suggested.ts';
import type { Binding, Facets, InForce } from './regulation/types.ts';
import type { Acting } from './takers.ts';
import { bound, inForce, regulationFile, soundly } from './zj.fixture.ts';

/** `who post unit`, one a line. */
const holdings = (list: string): readonly Acting[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [person = '', post = '', unit = ''] = line.trim().split(' ');
      return { person, post, unit };
    });
const organisation = (root: string, units: readonly string[], list: string, leading: Organisation['leading']) => ({
  units: [{ id: root, name: root }, ...units.map((id) => ({ id, name: id, parent: root }))],
  holdings: holdings(list),
  leading,
});

/** Every reading confirmed, and all columns that are still open led by one unit. */
const lawOf = (file: string, binding: Binding, lead?: string): InForce => {
  const regulation = soundly(regulationFile(file));
  const open = regulation.columns.filter((column) => column.leadOneOf !== undefined);
  const leads = Object.fromEntries(open.map((column) => [column.id, lead === undefined ? [] : [lead]]));
  const readings = regulation.blocks.flatMap(({ kind, id, reading }) => (reading === undefined ? [] : `${kind} ${id}`));
  return inForce(regulation, { ...binding, leads, readings, values: suggestedValues(regulation) });
};

const facets: Facets = { kind: 'information', weight: 'general', reach: 'section', sensitive: 'no', site: 'main' };
const more: Facets = { hosting: 'ours', visibility: 'public', disclosure: 'open' };
const targetIn =
  (law: InForce, authorUnit: string, columnLead: string) =>
  (stated: Facets = {}, change: Partial<Target> = {}): Target => ({
    path: [law],
    facets: { ...facets, ...more, ...stated },
    authorUnit,
    siteOwner: law.binding.unit,
    columnLead: [columnLead],
    ...change,
  });

const jyRoles = { office: ['office'], technical: ['arts', 'centre'], centre: ['centre'] };
export const jy = lawOf(
  'jy-education-site.md',
  bound('edu', { ...jyRoles, group: ['edu'], section: ['office', 'primary', 'staff'] }),
  'staff',
);
/** A text of the section for primary schools, for a column of the section for teachers. */
export const jyTarget = targetIn(jy, 'primary', 'staff');
export const jyPeople: Organisation = organisation(
  'edu',
  ['office', 'arts', 'centre', 'primary', 'staff'],
  `xia column-editor primary
   dong column-editor staff
   bao column-editor office
   kong responsible-editor staff
   qin responsible-editor office
   shi reviewer office
   tao head office
   yue publisher office
   ruan vice-leader edu
   lei main-leader edu`,
  ['office', 'primary', 'staff'].map((unit) => ({ person: 'ruan', unit })),
);

const csRoles = { group: ['finance'], office: ['office'], centre: ['centre'], supervision: ['watch'] };
export const cs = lawOf(
  'cs-portal.md',
  bound('finance', {
    ...csRoles,
    section: ['office', 'centre', 'watch', 'budget', 'tax'],
    business: ['budget', 'tax'],
  }),
);
/** A text of the budget section. */
export const csTarget = targetIn(cs, 'budget', 'office');
export const csPeople: Organisation = organisation(
  'finance',
  ['office', 'centre', 'watch', 'budget', 'tax'],
  `gan information-officer budget
   bi head budget
   jin information-officer office
   pan head office
   yu publisher office
   an administrator office
   dai data-keeper centre
   hua head centre
   lou vice-leader finance
   mo main-leader finance`,
  ['office', 'centre', 'budget', 'tax'].map((unit) => ({ person: 'lou', unit })),
);

export const qx = lawOf(
  'qx-site.md',
  bound('weather', { network: ['network'], office: ['office'], section: ['office', 'network', 'forecast'] }),
);
/** What the forecasters hand in. */
export const qxTarget = targetIn(qx, 'forecast', 'office');
export const qxPeople: Organisation = organisation(
  'weather',
  ['network', 'office', 'forecast'],
  `feng information-officer forecast
   lan information-officer office
   wu administrator network
   cen reviewer office
   hao vice-leader weather
   duan main-leader weather`,
  ['network', 'office', 'forecast'].map((unit) => ({ person: 'hao', unit })),
);

export const acting = (organisation: Organisation, without: readonly string[] = []): readonly Acting[] =>
  actingIn({ ...organisation, holdings: organisation.holdings.filter((one) => !without.includes(one.person)) });

/** Of a branch with a site of its own, below a bureau that has the main one: ZJ-5 asks for a secrecy reviewer there only. */
export const onSubSite = (organisation: Organisation, owner: string): Organisation => ({
  ...organisation,
  sites: [
    { owner, rank: 'sub' },
    { owner: 'bureau', rank: 'main' },
  ],
});
