/** What an article of the county is, and what happens to it. */
import type { Written } from '../server/content/body.ts';
import type { SiteName } from './adoptions.ts';
import type { PersonName, UnitName } from './county.ts';
import type { Made } from './made.ts';

/** `text`: a line is a paragraph, `## ` begins a heading, `- ` a list line. */
export type Text = Pick<Written, 'kind' | 'title'> &
  Partial<Written['facets']> & {
    readonly text: string;
    readonly source?: string;
    readonly author?: string;
    /** Where it was published first: a reprint, with its source. */
    readonly link?: string;
    /** Its last day: so many days after the county is looked at, or before. */
    readonly lastDay?: number;
    /** Pictures after the first paragraph, papers at the end. */
    readonly files?: readonly Made[];
  };

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
  | readonly ['publish' | 'pin', PersonName]
  /** To go out by itself so many days later. */
  | readonly ['schedule', PersonName, days: number]
  | readonly ['confirm' | 'force', PersonName, words: string]
  /** `successor`: the title of what holds instead. */
  | readonly ['mark_invalid', PersonName, reason: 'repealed' | 'lapsed' | 'amended', successor: string, words: string]
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

/** ZJ-13.2: either leader decides. The vice leader has been away for the last twelve working days. */
export const shenAway: Deed = ['approve', 'fang', '沈雁秋同志外出学习，由我审定，同意发布'];

/** ZJ-13.2: important or sensitive, so the office's head stands before the secrecy review, and a leader after it. */
export const reviewedHigh = (head: PersonName, leader: Deed = ['approve', 'shen', '同意']): readonly Deed[] => [
  ['submit'],
  ['approve', head],
  ['approve', 'chen', '已核，同意报局领导审定'],
  ['night'],
  ['approve', 'he'],
  leader,
];

/** 云溪's own rule, article 4. */
export const branchReviewed: readonly Deed[] = [['submit'], ['approve', 'bai']];

/** JY-12a: the office's reviewer, then the main leader. */
export const jyDocument: readonly Deed[] = [
  ['submit'],
  ['approve', 'yao'],
  ['night'],
  ['approve', 'jiang', '同意公开'],
];
/** JY-12b: the leader in charge signs. */
export const jyOther: readonly Deed[] = [['submit'], ['approve', 'hu']];
/** JY-12c: the office reviews, and publishes. */
export const jyNotice: readonly Deed[] = [['submit'], ['approve', 'yao']];
/** JY-13: the responsible editor of the column reviews. */
export const jyNews = (editor: 'yao' | 'shao' | 'ren'): readonly Deed[] => [['submit'], ['approve', editor]];

/** CS-4.2 and CS-2: the section's head; 税政科 has none, so that the leader in charge stands in. */
export const csOwn = (head: 'xiang' | 'tian' | 'lu'): readonly Deed[] => [['submit'], ['approve', head]];
/** CS-4.3: what concerns the bureau goes to the leader in charge as well. */
export const csWide = (head: 'xiang' | 'tian' | 'lu'): readonly Deed[] => [...csOwn(head), ['approve', 'lu', '同意']];
/** CS-4.3, extreme: the director agrees as well. */
export const csExtreme = (head: 'xiang' | 'tian' | 'lu'): readonly Deed[] => [
  ...csWide(head),
  ['night'],
  ['approve', 'kang', '同意发布'],
];

/** QX-8.1: the administrator compiles, the office reviews; what its reviewer wrote goes to the leader of the office. */
export const qxGeneral = (reviewer: 'cen' | 'hao' = 'cen'): readonly Deed[] => [
  ['submit'],
  ['approve', 'wu'],
  ['approve', reviewer],
];
/** QX-8.2: a leader approves in the office's place; nobody is in charge of 气象台, so that the main leader does. */
export const qxMajor = (leader: 'hao' | 'duan'): readonly Deed[] => [
  ['submit'],
  ['approve', 'wu'],
  ['approve', leader, '同意，尽快发布'],
];

/** So many nights pass. */
export const nights = (count: number): readonly Deed[] => Array.from({ length: count }, () => ['night'] as const);

/** Who wrote it for which column of one site, and so many working days ago. */
export const on =
  (site: SiteName) =>
  (by: PersonName, column: string, ago: number): Pick<Story, 'site' | 'by' | 'column' | 'ago'> => ({
    site,
    by,
    column,
    ago,
  });
