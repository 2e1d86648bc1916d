/** A rule that a unit of the county adopted, bound to its own units. */
import type { PersonName, UnitName } from './county.ts';

export type Adoption = {
  /** Of regulations/, or a path from the root: a text of the county's own. */
  readonly file: string;
  readonly unit: UnitName;
  readonly by: PersonName;
  readonly roles: Readonly<Record<string, readonly UnitName[]>>;
  readonly leads: Readonly<Record<string, readonly UnitName[]>>;
  /** Which columns the home page shows, in order, and what each is for. */
  readonly home: readonly string[];
  readonly descriptions: Readonly<Record<string, string>>;
};
