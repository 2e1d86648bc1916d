/** A year of a county as it was lived: what both judges are given. Days are local, instants in milliseconds since 1970. */
import type { CalendarDay, CalendarYear } from '../../../core/calendar.ts';
import type { Exemption } from '../../../core/duty/exempt.ts';
import type { Fact } from '../../../core/duty/facts.ts';
import type { Binding, Regulation } from '../../../core/regulation/types.ts';

export type Unit = { readonly id: string; readonly parent?: string };
/** `to`: the first day on which it isn't there any more. */
export type Site = {
  readonly id: string;
  readonly owner: string;
  readonly rank: string;
  readonly hosting: string;
  readonly from: string;
  readonly to?: string;
};
/** `into`: the column that it was merged into when it ended. `led`: who led it since when, oldest first. */
export type Column = {
  readonly id: string;
  readonly site: string;
  readonly key: string;
  readonly nature: string;
  readonly class?: string;
  readonly from: string;
  readonly to?: string;
  readonly into?: string;
  readonly led: readonly { readonly from: string; readonly units: readonly string[] }[];
};
/** One version, half-open; a unit's versions of one text in order of time. */
export type Adoption = {
  readonly regulation: Regulation;
  readonly binding: Binding;
  readonly from: string;
  readonly until?: string;
};
export type Holding = { readonly post: string; readonly unit: string; readonly from: number; readonly to?: number };
/** What was loaded when: a year for everybody, or a unit's own days. */
export type Loading =
  | { readonly at: number; readonly year: CalendarYear }
  | { readonly at: number; readonly unit: string; readonly days: readonly CalendarDay[] };

export type History = {
  readonly units: readonly Unit[];
  readonly sites: readonly Site[];
  readonly columns: readonly Column[];
  readonly adoptions: readonly Adoption[];
  readonly holdings: readonly Holding[];
  readonly loadings: readonly Loading[];
  readonly exemptions: readonly Exemption[];
  /** In log order. */
  readonly events: readonly Fact[];
};

export const span = { from: '2026-01-01', to: '2027-01-01' } as const;
export const instant = (day: string, clock = '00:00'): number => Date.parse(`${day}T${clock}:00+08:00`);
export const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
export const plusDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
