/** Expressions over facets, and the values that an adopter set; language page, section 2. */
import type { FacetExpr } from '../../../core/regulation/types.ts';
import { fits } from '../said.ts';
import type { Adoption } from './history.ts';

export type Facets = Readonly<Record<string, string>>;

/** All of it, any of it, or not. What has no value fits nothing. */
export function isSo(wanted: FacetExpr, facets: Facets): boolean {
  if ('any' in wanted) return wanted.any.some((one) => isSo(one, facets));
  for (const test of wanted.all) {
    if ('not' in test) {
      if (isSo(test.not, facets)) return false;
      continue;
    }
    const value = facets[test.facet];
    if (value === undefined) return false;
    if (test.number ? !fits(test.number.bound, Number(test.number.n), Number(value)) : !test.in.includes(value))
      return false;
  }
  return true;
}

/** The block with the adopter's words in the place of every `$value`; undefined where one isn't set. */
export function withValues<T>(block: T, { regulation, binding }: Adoption): T | undefined {
  let isWhole = true;
  const text = JSON.stringify(block, (_key, part) => {
    if (typeof part !== 'object' || part === null || Object.keys(part).join() !== 'value') return part;
    const said = binding.values[part.value];
    if (typeof said !== 'string') isWhole = false;
    return typeof said === 'string' ? read(regulation.values[part.value]?.is ?? '', said) : null;
  });
  return isWhole ? JSON.parse(text) : undefined;
}

function read(is: string, words: string): unknown {
  if (is === 'number') return Number(words);
  if (is !== 'duration') return words;
  const [n = '', ...unit] = words.split(' ');
  return { n: Number(n), unit: unit.join(' ').replace(/s$/, '') };
}
