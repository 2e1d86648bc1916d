/** The organisation as a regulation meets it: units in their tree, and who holds which post now. */
import type { Acting } from '../takers.ts';

export type Organisation = {
  readonly units: readonly { readonly id: string; readonly name: string; readonly parent?: string }[];
  readonly holdings: readonly Acting[];
  /** Who is in charge of which unit (分管). */
  readonly leading: readonly { readonly person: string; readonly unit: string }[];
};
