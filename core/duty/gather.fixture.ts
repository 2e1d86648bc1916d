/** A small bureau for tests of duties: two sites with columns, units, and a rule made of a few lines of text. */
import { seed } from '../calendar.fixture.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { at } from './duty.fixture.ts';
import type { Fact, Thing } from './facts.ts';
import { gathering, plansOf, type World } from './gather.ts';
import { linesOver } from './history.ts';
import { type Line, linesOf } from './lines.ts';
import type { Rule } from './plan.ts';
import { type Adopted, rulesOf } from './rules.ts';

const thing = (more: Partial<Thing> & Pick<Thing, 'subject' | 'id'>): Thing => ({
  name: more.id,
  facets: {},
  life: { bornOn: '2020-01-01' },
  owner: 'bureau',
  units: {},
  ...more,
});
export const site = (id: string, more: Partial<Thing> = {}): Thing =>
  thing({ subject: 'site', id, site: id, facets: { site: 'main' }, units: { 'site.owner': ['bureau'] }, ...more });
export const column = (id: string, more: Partial<Thing> = {}): Thing =>
  thing({ subject: 'column', id, key: id, site: 's1', units: { 'column.lead': ['office'] }, ...more });
export const unit = (id: string): Thing => thing({ subject: 'unit', id, owner: id, units: { unit: [id] } });
export const portal = thing({ subject: 'portal', id: 'bureau' });

let last = 0;
/** Of an article in a column of the site s1. */
export const fact = (kind: string, when: string, article: string, more: Partial<Fact> = {}): Fact => ({
  seq: String(++last),
  at: at(when),
  kind: `article.${kind}`,
  article,
  column: 'news',
  site: 's1',
  home: true,
  author: 'quality',
  facets: {},
  ...more,
});

/** A version of one text with these duties, adopted from a day. */
export const adopted = (from: string, duties: readonly (readonly string[])[], until?: string): Adopted => ({
  ...inForce(
    soundly(sampleWith(duties.map(([id = '', ...lines]) => fence(`duty ${id}`, ...lines)).join('\n\n'))),
    bound('bureau', { office: ['office'], section: ['quality', 'law'] }),
  ),
  adoptionId: from,
  from,
  ...(until === undefined ? {} : { until }),
});
const reach = () => new Set(['bureau', 'office', 'quality', 'law']);
export const ruled = (...all: readonly Adopted[]): readonly Rule[] => rulesOf(all, reach);

export const world = (more: Partial<World>): World => ({
  things: [],
  facts: [],
  filled: () => [],
  calendarOf: () => seed,
  exemptions: [],
  ...more,
});

export function linesAt(rules: readonly Rule[], known: World, now: string): readonly Line[] {
  const plans = plansOf(rules, known);
  const groundsOf = gathering(known, () => plans);
  return plans.flatMap((plan) => linesOf(plan, groundsOf(plan), at(now)));
}
export function linesIn(rules: readonly Rule[], known: World, from: string, now: string): readonly Line[] {
  const plans = plansOf(rules, known);
  const groundsOf = gathering(known, () => plans);
  return plans.flatMap((plan) => linesOver(plan, groundsOf(plan), { from, to: `${now.slice(0, 10)}x` }, at(now)));
}
/** `news breached 0/1`, of one duty. */
export const shown = (lines: readonly Line[], id = 'one'): readonly string[] =>
  lines
    .filter(({ duty }) => duty.id === id)
    .map(({ thing: { id: of }, verdict: { status, n, asked } }) => `${of} ${status} ${n}/${asked}`);
