/** The address of a search: what was typed, where, and what it was narrowed to. What makes no sense is left away. */
import { scopes, stateNames } from '../../../server/contract/find.ts';

export type FindScope = (typeof scopes)[number];
export type FindState = (typeof stateNames)[number];
export type FindSearch = {
  q?: string;
  scope?: FindScope;
  state?: FindState;
  site?: string;
  column?: string;
  from?: string;
  to?: string;
  page?: number;
};
type Said = Record<string, unknown>;

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

export function pageOf(s: Said): { page?: number } {
  const page = Number(s.page);
  return Number.isInteger(page) && page > 1 ? { page } : {};
}

export function findSearch(s: Said): FindSearch {
  // A search for 2026 comes out of the address as a number.
  const q = typeof s.q === 'number' ? String(s.q) : s.q;
  const scope = scopes.find((one) => one === s.scope && one !== 'all');
  const state = stateNames.find((one) => one === s.state);
  return {
    ...(typeof q === 'string' && q.trim() && { q: q.slice(0, 100) }),
    ...(scope && { scope }),
    ...(state && { state }),
    ...(isId(s.site) && { site: s.site }),
    ...(isId(s.column) && { column: s.column }),
    ...(isDay(s.from) && { from: s.from }),
    ...(isDay(s.to) && { to: s.to }),
    ...pageOf(s),
  };
}
