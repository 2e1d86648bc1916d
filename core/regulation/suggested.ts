/** Every open value as the text suggests it, for whoever binds a text without values of his own. */
import type { Binding, Regulation } from './types.ts';

/** A value without a suggestion is left out: adoption then asks for it. */
export const suggestedValues = ({ values }: Regulation): Binding['values'] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, { suggest }]) => (suggest === undefined ? [] : [[id, suggest]])),
  );
