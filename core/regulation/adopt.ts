/** Whether a text can be adopted so: everything it names is bound, and its chains can be walked by the people there. */
import type { Organisation } from './organisation.ts';
import type { Binding, InForce, Regulation } from './types.ts';

/** `code` for tests, `message` for the adopter, `clause` is the article's number. */
export type Reason = { readonly code: string; readonly message: string; readonly clause?: string };

export function adoptable(regulation: Regulation, binding: Binding, organisation: Organisation, _above: readonly InForce[]): readonly Reason[] {
  const known = new Set(organisation.units.map((u) => u.id));
  return Object.entries(regulation.roles)
    .filter(([id]) => !(binding.roles[id]?.length && binding.roles[id].every((u) => known.has(u))))
    .map(([, role]) => ({ code: 'unbound_role', message: `“${role.name}”还没有对应的单位` }));
}
