/** What an article of the county is, and what happens to it. */
import type { Written } from '../server/content/body.ts';
import type { PersonName, SiteName, UnitName } from './county.ts';

/** `text`: a line is a paragraph, `## ` begins a heading, `- ` a list line. */
export type Text = Pick<Written, 'kind' | 'title'> &
  Partial<Written['facets']> & { readonly text: string; readonly source?: string; readonly author?: string };

/**
 * One deed, done by the author unless it names somebody. night: the rest happens on the next working day. revise: the
 * text is changed and submitted again. also: the same at the cross-listed column.
 */
type Plain =
  | readonly ['scratch' | 'save' | 'submit' | 'recall' | 'discard' | 'night']
  | readonly ['revise', Partial<Text>]
  | readonly ['approve', PersonName, words?: string]
  | readonly ['raise', PersonName, facets: Partial<Written['facets']>, words: string]
  | readonly ['return', PersonName, words: string]
  | readonly ['publish', PersonName]
  | readonly ['withdraw', PersonName, type: 'error' | 'superseded' | 'expired' | 'unlawful', words: string];
export type Deed = Plain | readonly ['also', Plain];

export type Story = {
  readonly by: PersonName;
  /** For which of the author's units, where there are several; else the first. */
  readonly unit?: UnitName;
  readonly site: SiteName;
  readonly column: string;
  /** A second column of the same site. */
  readonly also?: string;
  /** So many working days before the county is looked at. */
  readonly ago: number;
  readonly text: Text;
  readonly life: readonly Deed[];
};

/** ZJ-13.2 with ZJ-5: the section's head, then the office's secrecy reviewer. */
export const reviewed = (head: PersonName): readonly Deed[] => [['submit'], ['approve', head], ['approve', 'he']];

/** ZJ-13.2: important or sensitive, so the office's head stands before the secrecy review, and a leader after it. */
export const reviewedHigh = (head: PersonName): readonly Deed[] => [
  ['submit'],
  ['approve', head],
  ['approve', 'chen', '已核，同意报局领导审定'],
  ['night'],
  ['approve', 'he'],
  ['approve', 'shen', '同意'],
];

/** 云溪's own rule, article 4. */
export const branchReviewed: readonly Deed[] = [['submit'], ['approve', 'bai']];
