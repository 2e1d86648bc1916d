/** Random organisations for a regulation: units one below another, posts with nobody or several, one person in many posts. */
import fc from 'fast-check';
import { unitsOf } from '../access.ts';
import type { Acting } from '../takers.ts';
import { inForce, zj } from '../zj.fixture.ts';
import type { Organisation } from './organisation.ts';
import { suggestedValues } from './suggested.ts';
import type { Binding, InForce, Regulation } from './types.ts';

export type Somewhere = {
  readonly law: InForce;
  readonly above: readonly InForce[];
  readonly organisation: Organisation;
};

/** All choices are numbers drawn beforehand, so that fast-check can make a failing case smaller. */
type Draw = (below: number) => number;

const root = 'root';
const sections = ['a', 'b', 'c', 'd'];

/** A house with four units and few people; sometimes it stands under a bureau that has ZJ for the main site. */
export function somewhere(regulation: Regulation): fc.Arbitrary<Somewhere> {
  return fc
    .record({ numbers: fc.array(fc.nat(9_999), { minLength: 160, maxLength: 160 }), under: fc.boolean() })
    .map(({ numbers, under }) => {
      let at = 0;
      const draw: Draw = (below) => (numbers[at++ % numbers.length] ?? 0) % below;
      const binding = bindingOf(regulation, draw);
      const law = inForce(regulation, binding);
      return { law, above: under ? [zj] : [], organisation: organisationOf(law, under, draw) };
    });
}

function bindingOf(regulation: Regulation, draw: Draw): Binding {
  const roles: Record<string, readonly string[]> = {};
  for (const [id, { is, within }] of Object.entries(regulation.roles)) {
    const among = (within === undefined ? undefined : roles[within]) ?? sections;
    const first = among[draw(among.length)] ?? 'a';
    roles[id] = is === 'unit' ? [first] : among.filter((unit) => unit === first || draw(3) > 0);
  }
  const leads = regulation.columns.flatMap((column) => {
    const among = column.leadOneOf === undefined ? [] : (roles[column.leadOneOf] ?? []);
    return column.leadOneOf === undefined ? [] : [[column.id, [among[draw(among.length)] ?? 'a']] as const];
  });
  const readings = regulation.blocks.flatMap(({ kind, id, reading }) => (reading === undefined ? [] : `${kind} ${id}`));
  return { unit: root, roles, leads: Object.fromEntries(leads), values: suggestedValues(regulation), readings };
}

function organisationOf(law: InForce, under: boolean, draw: Draw): Organisation {
  const parentOf = (i: number) => (i > 0 && draw(4) === 0 ? (sections[draw(i)] ?? root) : root);
  const people = Array.from({ length: 3 + draw(8) }, (_, i) => `p${i}`);
  const anybody = () => people[draw(people.length)] ?? 'p0';
  const holdings = law.regulation.posts
    .flatMap((post) => unitsOf(post, law).map((unit) => ({ post: post.id, unit })))
    .flatMap((held) =>
      Array.from({ length: [1, 1, 1, 2, 2, draw(2)][draw(6)] ?? 1 }, () => ({ ...held, person: anybody() })),
    );
  const leaders = holdings.filter((one) => one.post === 'vice-leader' && one.unit === root);
  const inCharge = sections.flatMap((unit) => {
    const leader = leaders[draw(leaders.length + 1)];
    return leader ? [{ person: leader.person, unit }] : [];
  });
  return {
    units: [
      { id: root, name: '本局', ...(under ? { parent: 'bureau' } : {}) },
      ...sections.map((id, i) => ({ id, name: `${id}科`, parent: parentOf(i) })),
      ...(under ? [{ id: 'bureau', name: '市局' }] : []),
    ],
    holdings: once(holdings),
    leading: inCharge,
    ...(under
      ? {
          sites: [
            { owner: root, rank: 'sub' as const },
            { owner: 'bureau', rank: 'main' as const },
          ],
        }
      : {}),
  };
}

const once = (all: readonly Acting[]): readonly Acting[] => [
  ...new Map(all.map((one) => [`${one.person} ${one.post} ${one.unit}`, one])).values(),
];
