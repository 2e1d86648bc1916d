/** What a text itself lacks, or says of itself, that keeps it from being sent or published. */
import { type Clause, type Refusal, refuse } from './outcome.ts';

/**
 * 【…】 lines left in it, pictures without words, who a reprint is by and from (ZJ-13.1), how it is to be disclosed (JY-12a),
 * until when it holds (DQ-6, HD-1).
 */
export type TextState = {
  readonly missing: number;
  readonly speechless: number;
  readonly reprint: boolean;
  readonly author: string;
  readonly source: string;
  /** The article that asks for author and source, where a regulation does. */
  readonly reprintClause?: Clause;
  /** A value of the facet `disclosure`. */
  readonly disclosure: string;
  /** The article that asks for the way of disclosure, where a regulation does. */
  readonly disclosureClause?: Clause;
  /** The last local day on which it is to be public, where one was stated; and the day on which it goes out, or is sent. */
  readonly expires?: string | undefined;
  readonly day?: string;
  /** The article that asks for that day, where the column's does. */
  readonly expiryClause?: Clause;
};

type TextGuard =
  | 'missing_left'
  | 'speechless_left'
  | 'reprint_unsourced'
  | 'not_disclosed'
  | 'expiry_missing'
  | 'expiry_past';

export const textGuards = (text: TextState | undefined): Record<TextGuard, boolean> => ({
  missing_left: (text?.missing ?? 0) > 0,
  speechless_left: (text?.speechless ?? 0) > 0,
  reprint_unsourced: unsourced(text),
  not_disclosed: text !== undefined && text.disclosure !== 'open',
  expiry_missing: text?.expiryClause !== undefined && text.expires === undefined,
  expiry_past: text?.expires !== undefined && text.day !== undefined && text.expires < text.day,
});

/** A reprint states author and source; signs that nobody can read state nothing (A14). */
const unsourced = (text: TextState | undefined): boolean =>
  text?.reprint === true && !(stated(text.author) && stated(text.source));
const stated = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

/** A refusal for the text's own sake stands under the article that asks it of a text, not under the chain's. */
export function ofText(r: Refusal, text: TextState | undefined): Refusal {
  const asks = {
    reprint_unsourced: text?.reprintClause,
    not_disclosed: text?.disclosureClause,
    expiry_missing: text?.expiryClause,
    expiry_past: text?.expiryClause,
  };
  const clause = asks[r.why as keyof typeof asks];
  return clause === undefined ? r : refuse(r.why, clause);
}
