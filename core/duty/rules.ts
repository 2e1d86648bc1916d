/** Adoptions as duties see them: which versions follow each other, and since when each duty is owed. */
import type { Day } from '../day.ts';
import type { InForce } from '../regulation/types.ts';
import type { Rule } from './plan.ts';

/** An adoption with its days, half-open. */
export type Adopted = InForce & { readonly from: Day; readonly until?: Day };

/** One rule for each adoption, in the order given, which is that of time. `reach`: ids of a unit and of all below it. */
export function rulesOf(adopted: readonly Adopted[], reach: (unit: string) => ReadonlySet<string>): readonly Rule[] {
  const last = new Map<string, Rule>();
  return adopted.map((one) => {
    const key = `${one.binding.unit} ${one.regulation.slug}`;
    const before = last.get(key);
    const own = (one.regulation.duties ?? []).map(({ id }) => [id, before?.dutiesFrom?.get(id) ?? one.from] as const);
    const rule: Rule = {
      ...one,
      ruledFrom: before?.ruledFrom ?? one.from,
      reach: reach(one.binding.unit),
      dutiesFrom: new Map(own),
      ...(before ? { before } : {}),
    };
    last.set(key, rule);
    return rule;
  });
}
