/**
 * Which of two duties asks more of a thing that both are over. DQ-5, ZJ-3: a unit's own rule may be stricter than what it
 * stands under, never laxer. Only duties of one pattern, subject and event are compared; over which things they are, and
 * who bears them, is another question, since duties add up.
 */
import { byFlag, type Demand, partsOf, type Scales, type Strictness } from './strictness-parts.ts';

/**
 * Of the first beside the second. `scales` of the texts, where facets have values of their own there. `laxer` and `both`
 * have to be reported; `not comparable` is said as such. Values that the adopter sets are settled first, else they are
 * comparable only with themselves.
 */
export function strictness(one: Demand, other: Demand, scales: Scales = { scale: {}, facets: {} }): Strictness {
  if (subjectOf(one) !== subjectOf(other)) return 'not comparable';
  const parts = partsOf(one, other, scales);
  return parts ? together([byFlag(one.should === undefined, other.should === undefined), ...parts]) : 'not comparable';
}

const subjectOf = ({ over }: Demand): string => ('each' in over ? 'unit' : over.subject);

/** In one respect laxer is laxer, whatever can't be compared beside it; stricter is said only where all can be. */
function together(parts: readonly Strictness[]): Strictness {
  const has = (one: Strictness) => parts.includes(one);
  if (has('both') || (has('laxer') && has('stricter'))) return 'both';
  if (has('laxer')) return 'laxer';
  return has('not comparable') ? 'not comparable' : has('stricter') ? 'stricter' : 'same';
}
