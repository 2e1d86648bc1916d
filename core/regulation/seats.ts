/** Who really sits where: the units that a reference of a text means under its adoption, and the people in them. */
import { unitsOf } from '../access.ts';
import type { Acting } from '../takers.ts';
import type { InForce, PostRef, UnitRef } from './types.ts';

/** One unit with everybody who holds one of these posts there; nobody: the post is empty. Ids. */
export type Seat = { readonly unit: string; readonly people: readonly string[] };

/**
 * Every unit that may be meant: one for a role of one unit; for 作者所在单位 all that may write under this text, for
 * 栏目承办单位 all that lead a column of it. `owners`: whose sites the text governs. Units of letters are not known yet.
 */
export function unitsMeant(of: UnitRef, law: InForce, owners: readonly string[]): readonly string[] {
  const { regulation, binding } = law;
  switch (of) {
    case 'self':
      return [binding.unit];
    case 'author.unit':
      return unique(
        regulation.posts.filter((post) => post.may.includes('submit')).flatMap((post) => unitsOf(post, law)),
      );
    case 'column.lead':
      return unique(
        regulation.columns.flatMap(({ id, lead, leadOneOf }) =>
          leadOneOf === undefined ? lead.flatMap((one) => unitsMeant(one, law, owners)) : (binding.leads[id] ?? []),
        ),
      );
    case 'site.owner':
      return unique(owners);
    default:
      return Object.hasOwn(binding.roles, of) ? (binding.roles[of] ?? []) : [];
  }
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];

/** A seat for each unit, in the order of the units. */
export const seatsOf = (
  ref: PostRef,
  law: InForce,
  owners: readonly string[],
  acting: readonly Acting[],
): readonly Seat[] =>
  unitsMeant(ref.of, law, owners).map((unit) => ({
    unit,
    people: unique(acting.filter((one) => one.unit === unit && ref.post.includes(one.post)).map((one) => one.person)),
  }));
