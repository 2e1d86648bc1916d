/** Every refusal is a value: a code that the dictionary turns into words, and where there is one the article that says so. */

/** `reasons`: sentences, where one code stands for several things that are to be mended. */
export type Refusal = {
  readonly ok: false;
  readonly why: string;
  readonly clause?: Clause;
  readonly reasons?: readonly string[];
};
export type Outcome<T> = ({ readonly ok: true } & T) | Refusal;

/** Where a rule stands: `slug#article`, as in `zj-portal#13.2`. */
export type Clause = string;

export const refuse = (why: string, clause?: Clause): Refusal =>
  clause === undefined ? { ok: false, why } : { ok: false, why, clause };
