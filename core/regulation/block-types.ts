/**
 * What the blocks of the kinds filing, check, finding, retention, letters, score, line, award and bulletin give: plain
 * data, stored with the regulation. Units are roles of the text, `self`, or found at the target. `name` as people call it.
 */
import type { Outcome } from '../vocabulary/detectors.ts';
import type { Field } from '../vocabulary/filings.ts';
import type { Breach } from './duty-types.ts';
import type { Amount, Duration, Period } from './measures.ts';
import type { FacetExpr, UnitRef } from './types.ts';

type Stood = { readonly id: string; readonly clause: string; readonly name?: string };

/** 备案登记. `fields` hold those of the standard filing that it extends, too. */
export type Filing = Stood & {
  /** The standard filing that it is. */
  readonly extends?: string;
  readonly is: 'report' | 'register';
  /** Empty where the program fills it in: `madeFrom`. */
  readonly filedBy: readonly UnitRef[];
  readonly madeFrom: readonly string[];
  /** All of them review it. */
  readonly reviewedBy: readonly UnitRef[];
  readonly fields: Readonly<Record<string, Field>>;
  readonly about?: string;
  readonly follows?: string;
  readonly fulfilledBy?: 'article';
  readonly serial?: { readonly field: string; readonly per: string };
  readonly forEach?: string;
  readonly unique: readonly string[];
  readonly public: readonly string[];
  /** Late when filed after this time from that field. */
  readonly filed?: { readonly within: Duration; readonly of: string };
  readonly countsFor?: string;
  readonly keepFor: Duration | 'permanent';
  readonly print?: string;
};

/** 内容检查. `lists`: the word lists or elements that the detector is told. */
export type Look = {
  readonly find: string;
  readonly lists: readonly string[];
  readonly at: readonly string[];
  readonly then: Outcome;
};
export type Check = Stood & {
  readonly over: 'article' | 'page' | 'site' | 'column' | 'guide';
  readonly run?: 'nightly' | 'weekly';
  readonly look: readonly Look[];
  readonly declare?: { readonly of: string; readonly lines: readonly string[]; readonly else: Outcome };
};

/** 问题认定. `grades` from slight to grave. */
export type Finding = Stood & {
  readonly about: string;
  readonly foundBy: readonly string[];
  readonly confirmedBy: UnitRef;
  readonly grades: readonly string[];
  readonly appeal?: Duration;
  /** Taken down with this type as soon as it is confirmed. */
  readonly withdraw?: string;
  readonly breach: readonly Breach[];
};

/** 保存期限: the longest in force holds. */
export type Retention = Stood & { readonly keep: Duration };

/** 来信办理, for these columns. */
export type Letters = Stood & {
  readonly extends?: string;
  readonly columns: readonly string[];
  readonly type?: string;
  readonly first: readonly UnitRef[];
  readonly handle: { readonly by: readonly UnitRef[]; readonly transfers?: number; readonly may: readonly string[] };
  readonly unless?: { readonly complainsOf: string; readonly instead: UnitRef };
  readonly seenBy: readonly string[];
  readonly chain: string;
  readonly toldBy?: string;
  readonly publish?: 'sender agreed' | 'always' | 'never';
};

/** 考核表. */
export type Score = Stood & {
  /** `each of` roles, or things of one sort. */
  readonly over: { readonly each: readonly string[] } | 'person' | 'column' | 'site' | 'unit';
  readonly per: string;
  readonly assess: {
    readonly by: readonly UnitRef[];
    readonly never?: 'own';
    readonly else?: UnitRef;
    readonly combine?: string;
  };
  readonly year?: { readonly combine: string; readonly atLeast?: Duration };
  readonly start: number;
  readonly veto: readonly string[];
  readonly groups: readonly ScoreGroup[];
  readonly bonus?: { readonly above: number; readonly most: number };
};
export type ScoreGroup = {
  readonly id: string;
  readonly name?: string;
  readonly points: number;
  /** Subjects without this part: its points are spread over the others. */
  readonly without?: FacetExpr;
};

/** How a line comes to its points: exactly one. */
export type Points =
  | { readonly is: 'tiers'; readonly events: readonly string[]; readonly tiers: readonly Tier[] }
  | {
      readonly is: 'each';
      readonly events: readonly string[];
      readonly points: number;
      /** The most that it gives; absent where it has no end. */
      readonly cap?: number;
    }
  | {
      readonly is: 'judged';
      readonly how: 'yes-no' | 'grade' | { readonly from: number; readonly to: number };
      readonly points?: number;
      readonly evidence: boolean;
    }
  | { readonly is: 'rests'; readonly duty: string; readonly points: number }
  | {
      readonly is: 'from';
      readonly kind: 'duty' | 'check' | 'finding';
      readonly id: string;
      readonly deduct: number;
      readonly each: boolean;
      readonly lateBy?: Duration;
    };
/** Something in each period, or in each stretch of that length. */
export type Tier = { readonly points: number } & ({ readonly period: Period } | { readonly time: Duration });

/** 考核项目. */
export type ScoreLine = Stood & {
  readonly of: string;
  readonly group?: string;
  readonly in?: FacetExpr;
  readonly credit?: string;
  readonly lasting?: Duration;
  readonly points: Points;
};

/** 评奖. */
export type Award = Stood & {
  readonly of: string;
  readonly per: string;
  readonly prizes: readonly { readonly name: string; readonly count: number; readonly gives?: string }[];
  readonly only: 'passed' | 'all';
  readonly pass?: Amount;
  readonly ties: 'all' | 'decided';
  readonly below: readonly Breach[];
  readonly to?: string;
};

/** 通报: to the public in a column, or to each unit of some roles. */
export type Bulletin = Stood & {
  readonly every: Period | 'as needed';
  readonly shows: readonly string[];
  readonly of?: string;
  readonly to: { readonly column: string } | { readonly each: readonly string[] };
};
