/** A text's own duties that ask less than one it stands under. DQ-5, ZJ-3: stricter may be, laxer has to be reported. */
import { cite } from './cite.ts';
import type { Duty } from './duty-types.ts';
import { scalesOf } from './scales.ts';
import { settle } from './settle.ts';
import { strictness } from './strictness.ts';
import type { InForce } from './types.ts';

/** `own` asks less than `above` of the same things, in one respect at least. `clause`s are `slug#article`. */
export type Laxer = { readonly own: string; readonly above: string; readonly says: string };

/**
 * The two are over the same things where neither names another one. Nothing is laxer where another duty of the text asks
 * as much; what can't be compared is no fault. `above`: what the text stands under, nearest first.
 */
export function laxerDuties(text: InForce, above: readonly InForce[]): readonly Laxer[] {
  const own = settled(text);
  return above.flatMap((law) =>
    settled(law).flatMap((demand): readonly Laxer[] => {
      const scales = scalesOf(law.regulation, text.regulation);
      const beside = own
        .filter((one) => isOverSame(one, demand))
        .map((one) => ({ one, how: strictness(one, demand, scales) }));
      if (beside.some(({ how }) => how === 'same' || how === 'stricter')) return [];
      return beside
        .filter(({ how }) => how === 'laxer' || how === 'both')
        .map(({ one, how }) => laxer(text, one, law, demand, how === 'both'));
    }),
  );
}

function laxer(text: InForce, one: Duty, law: InForce, demand: Duty, isPartly: boolean): Laxer {
  const [mine, theirs] = [cite(text.regulation.title, one.clause), cite(law.regulation.title, demand.clause)];
  return {
    own: `${text.regulation.slug}#${one.clause}`,
    above: `${law.regulation.slug}#${demand.clause}`,
    says: `${mine}的要求${isPartly ? '有一项' : ''}比上级${theirs}宽；上级的要求照样执行，两项都要办`,
  };
}

/** With the values that the adopter set; what differs from column to column is compared only with itself. */
const settled = ({ regulation, binding }: InForce): readonly Duty[] =>
  (regulation.duties ?? []).map((duty) => (settle(duty, regulation.values, binding, []) as Duty | undefined) ?? duty);

function isOverSame({ over: a }: Duty, { over: b }: Duty): boolean {
  const [mine, theirs] = ['id' in a ? a.id : undefined, 'id' in b ? b.id : undefined];
  return mine === undefined || theirs === undefined || mine === theirs;
}
