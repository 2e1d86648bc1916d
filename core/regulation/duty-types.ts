/**
 * Duties as the reader gives them: what one line of the ledger is about, who bears it, and one of seven patterns.
 * Quantities may be values that the adopter sets; `core/duty/` judges what has none left open.
 */
import type { Subject } from '../vocabulary/subjects.ts';
import type { Amount, Bound, Clock, Duration, Period, PeriodName } from './measures.ts';
import type { FacetExpr, PostRef } from './types.ts';

/** `each`: units of these roles. `id`: one column, filing or post of the regulation. */
export type Over = { readonly subject: Subject; readonly id?: string } | { readonly each: readonly string[] };
/** A path of the subject or a role that is one unit; one line that any unit of a role meets; holders of a post. */
export type Bearer = string | { readonly anyOf: string } | PostRef;

export const credits = ['author.unit', 'column.lead', 'actor.unit'] as const;
export type Credit = (typeof credits)[number];

/** What counts. `in`: facets of the event as approved. `lasting`: withdrawn sooner as error or unlawful, it doesn't. */
export type Counting = {
  readonly events: readonly string[];
  readonly in: FacetExpr;
  readonly credit?: Credit;
  readonly lasting?: Duration;
};
export type Rest = { readonly from: string; readonly to: string; readonly atMost: Duration };

/** `of: days`: distinct days on which something counts (次); `items`: how much counts (条). */
export type Quota = { readonly bound: Bound; readonly n: Amount; readonly of: 'items' | 'days'; readonly per: Period };
export type Rate = Counting & { readonly pattern: 'rate'; readonly quotas: readonly Quota[] };

export type Gap = Counting & {
  readonly pattern: 'gap';
  /** `below`: the limit itself is too long already. */
  readonly bound: 'at most' | 'below';
  readonly limit: Duration;
  readonly pauses: readonly Rest[];
};
export type Within = {
  readonly pattern: 'within';
  readonly from: readonly string[];
  /** The first of them ends it. */
  readonly to: readonly string[];
  readonly in: FacetExpr;
  readonly limit: Duration;
  /** The line exists only once this happened; counted from `from` all the same. */
  readonly onceThere?: string;
  readonly pauses: readonly Rest[];
  readonly restarts: readonly string[];
  readonly extension?: { readonly by: Duration; readonly event: string };
};

/** `last`: the last day, or working day, of a period. `event`: a filing's day, with a time before or after it. */
export type DueDay =
  | { readonly day: Amount; readonly of: PeriodName }
  | { readonly last: 'day' | 'working day'; readonly of: PeriodName }
  | { readonly month: number; readonly date: number }
  | { readonly time: Duration; readonly side: 'before' | 'after'; readonly event: string };
export const abouts = ['previous month', 'previous quarter', 'previous year', 'this month', 'next period'] as const;
export type About = (typeof abouts)[number];
export type Due = Counting & {
  readonly pattern: 'due';
  readonly days: readonly DueDay[];
  readonly about?: About;
  readonly opens?: Duration;
};

/** Hours of the day that count; `to` is excluded. */
export type Hours = { readonly from: Clock; readonly to: Clock };

/** An event, or things of a kind; `with`: those of them that have this event in the period. */
export type Term =
  | { readonly event: string }
  | { readonly things: Subject; readonly id?: string; readonly with?: string };
export type Share = {
  readonly pattern: 'share';
  readonly part: Term;
  readonly bound: Bound;
  /** 0–100. */
  readonly percent: Amount;
  readonly whole: Term;
  readonly over: { readonly last: Duration } | { readonly per: Period };
  readonly in: FacetExpr;
  /** Of the whole; a smaller one is provisional. */
  readonly samples: readonly { readonly bound: Bound; readonly n: Amount; readonly per: Period }[];
  readonly between?: Hours;
};

export const keepable = ['post', 'filing', 'column', 'article', 'letterbox'] as const;
export type Keepable = (typeof keepable)[number];
export type Standing = { readonly bound: Bound; readonly n: Amount; readonly things: Keepable; readonly id?: string };
export type Keep = {
  readonly pattern: 'keep';
  readonly standing: readonly Standing[];
  readonly in: FacetExpr;
  readonly grace?: Duration;
};

export type Count = {
  readonly pattern: 'count';
  readonly bound: Bound;
  readonly n: Amount;
  readonly duties: readonly string[];
  readonly state: 'breached' | 'met' | 'warned';
  readonly per?: Period;
  /** Duties whose lines are counted elsewhere. */
  readonly leaveOut: readonly string[];
};
export type Pattern = Rate | Gap | Within | Due | Share | Keep | Count;
export type PatternName = Pattern['pattern'];

export type Warn =
  | { readonly after: Duration }
  | { readonly before: Duration }
  | { readonly percentOfTime: number }
  | { readonly at: Clock }
  | { readonly bound: Bound; readonly percent: number };

export const consequences = [
  'remind',
  'bulletin',
  'unlink',
  'rectify',
  'hold-to-account',
  'withdraw',
  'suspend',
] as const;
export type Consequence = (typeof consequences)[number];
/** The program proposes, a person decides; only `remind` happens by itself. */
export type Breach = {
  readonly do: Consequence;
  /** `remind POST`: whom. */
  readonly post?: string;
  readonly to?: string;
  readonly from?: 'main.home';
  readonly by?: string;
  readonly notice?: Duration;
  readonly until?: string;
  readonly within?: Duration;
  readonly else?: Consequence;
};

export type Duty = {
  readonly id: string;
  readonly clause: string;
  readonly name?: string;
  readonly over: Over;
  readonly where: FacetExpr;
  readonly by: Bearer;
  readonly does: Pattern;
  readonly warn: readonly Warn[];
  readonly breach: readonly Breach[];
  /** As written; each pattern has its own default. */
  readonly holidays?: 'count' | 'skip';
  /** A signed reason closes a breach. */
  readonly should?: true;
  readonly reading?: string;
};
