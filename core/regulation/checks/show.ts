/** A combination of facets in the words of office people, as the example of a fault. */
import { facetNames, valueNames } from '../../vocabulary/facets.ts';
import type { Facets } from '../types.ts';

export function sayFacets(facets: Facets, columns: ReadonlyMap<string, string> = new Map()): string {
  const said = Object.entries(facets).map(([facet, value]) => {
    const shown = facet === 'column' ? (columns.get(value) ?? value) : (valueNames[`${facet} ${value}`] ?? value);
    return `${facetNames[facet] ?? facet}=${shown}`;
  });
  return said.length === 0 ? '任何情形' : said.join('，');
}
