/**
 * A regulation, read and checked: what the reader gives and everything else uses. Plain data, stored as JSON with its
 * adoption. Each value keeps the clause (article number) under which it stands: a block's law is its article.
 */

import type { Award, Bulletin, Check, Filing, Finding, Letters, Retention, Score, ScoreLine } from './block-types.ts';
import type { Duty } from './duty-types.ts';
import type { Amount, Bound } from './measures.ts';

/** An article of the text: `id` is its number as in `{#13.2}`, `title` the heading without the id. */
export type ClauseText = {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  readonly text: string;
  readonly parent?: string;
};

/** A facet expression. `any` of them, or `all` of them; `{ all: [] }` is everything. Ranges are unfolded into `in`. */
export type FacetTest =
  | {
      readonly facet: string;
      readonly in: readonly string[];
      /** For a number, as the findings of a report; `in` is empty then. */
      readonly number?: { readonly bound: Bound; readonly n: Amount };
    }
  | { readonly not: FacetExpr };
export type FacetExpr = { readonly all: readonly FacetTest[] } | { readonly any: readonly FacetExpr[] };

/** The facets of one thing: kind, reach, weight, sensitive, site, hosting, column, class, nature, and the file's own. */
export type Facets = Readonly<Record<string, string>>;

/** A unit reference: a role of this regulation, or `self author.unit column.lead site.owner letter.holder leg.unit`. */
export type UnitRef = string;
export type PostRef = { readonly post: readonly string[]; readonly of: UnitRef };
export type StepAct = 'approve' | 'countersign' | 'review' | 'decide' | 'edit';

export type FlowStep = PostRef & {
  readonly act: StepAct;
  readonly when?: FacetExpr;
  readonly confirms?: readonly string[];
  readonly else?: PostRef;
  readonly edits?: 'suggest';
  readonly clause: string;
};
export type PublishRule = {
  readonly when?: FacetExpr;
  readonly by: 'author' | 'automatic' | PostRef;
  readonly after?: string;
  readonly clause: string;
};
export type Gate = { readonly event: string; readonly within?: string };

export type Flow = {
  readonly id: string;
  readonly clause: string;
  readonly move: string;
  readonly for: FacetExpr;
  readonly reading?: string;
  readonly steps: readonly FlowStep[];
  readonly publish: readonly PublishRule[];
  readonly requires: readonly Gate[];
  readonly form?: string;
  /** A floor: whose chain it is, and what that chain must have at least. Then `steps` is empty. */
  readonly floor?: { readonly setBy: UnitRef; readonly least: readonly Partial<FlowStep>[] };
};
export type JoinedStep = {
  readonly id: string;
  readonly clause: string;
  readonly move: string;
  readonly for: FacetExpr;
  readonly reading?: string;
  readonly add: FlowStep;
  readonly place: 'first' | 'last' | { readonly after: string };
};

export type Post = {
  readonly id: string;
  readonly name: string;
  readonly of: UnitRef;
  readonly may: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly heldBy?: PostRef;
  readonly clause: string;
};
export type Column = {
  readonly id: string;
  /** `site`: the adopter's own site, whatever its rank. */
  readonly site: 'main' | 'sub' | 'site';
  readonly name: string;
  readonly nature: 'dynamic' | 'static' | 'data' | 'letters' | 'link';
  readonly lead: readonly UnitRef[];
  /** `one of ROLE`: bound to a unit at adoption, column by column. */
  readonly leadOneOf?: string;
  readonly joint: readonly UnitRef[];
  readonly share?: 'any' | 'each';
  readonly per?: string;
  readonly parts?: Readonly<Record<string, UnitRef>>;
  readonly class?: string;
  readonly required?: boolean;
  readonly kinds?: readonly string[];
  readonly review?: string;
  readonly expires?: string;
  readonly template?: string;
  readonly reading?: string;
  readonly clause: string;
};
export type Remit = {
  readonly for: FacetExpr;
  readonly part: readonly string[];
  readonly who: UnitRef;
  readonly clause: string;
};

export type Role = { readonly name: string; readonly is: 'unit' | 'units' | 'body'; readonly within?: string };
export type ValueDef = {
  readonly name: string;
  readonly is: 'duration' | 'period' | 'number' | 'clock';
  readonly per?: 'site' | 'column' | 'unit';
  readonly suggest?: string;
};
/** A block as it stands in the text, for the console's reader and for kinds that nothing carries out yet. */
export type Block = {
  readonly kind: string;
  readonly id: string;
  readonly clause: string;
  readonly line: number;
  readonly says: string;
  readonly reading?: string;
  /** Where a number comes from; one that nobody confirmed against the official text is shown as such. */
  readonly basis?: Basis;
  readonly force?: 'should';
  /** The standard id of core that it adds to. */
  readonly extends?: string;
};
export type Basis = {
  readonly text: string;
  readonly article?: string;
  readonly sure: 'read' | 'copy' | 'memory';
  readonly confirmed_by?: string;
  readonly confirmed_on?: string;
};

export type Regulation = {
  readonly readerVersion: number;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly version: number;
  readonly inForce: { readonly from: string | 'adoption'; readonly until?: string };
  readonly roles: Readonly<Record<string, Role>>;
  readonly values: Readonly<Record<string, ValueDef>>;
  /** For every facet in use, its values in rising order where it has an order. A value the text doesn't know counts as the highest known one below. */
  readonly scale: Readonly<Record<string, readonly string[]>>;
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly clauses: readonly ClauseText[];
  readonly blocks: readonly Block[];
  /** Special ones before general ones: the first that matches a target is the one. */
  readonly flows: readonly Flow[];
  readonly steps: readonly JoinedStep[];
  readonly posts: readonly Post[];
  /** Pairs of posts that one person may not both hold for one article. */
  readonly apart: readonly (readonly string[])[];
  readonly columns: readonly Column[];
  readonly ownColumns?: { readonly reviewedBy?: UnitRef; readonly clause: string };
  readonly remits: readonly Remit[];
  /** Versions that an older reader compiled have none. */
  readonly checks?: readonly Check[];
  readonly duties?: readonly Duty[];
  readonly filings?: readonly Filing[];
  readonly findings?: readonly Finding[];
  readonly retentions?: readonly Retention[];
  readonly letters?: readonly Letters[];
  readonly scores?: readonly Score[];
  readonly lines?: readonly ScoreLine[];
  readonly awards?: readonly Award[];
  readonly bulletins?: readonly Bulletin[];
  readonly facilities: readonly { readonly id: string; readonly clause: string; readonly reading?: string }[];
};

/** Something wrong (or, with `warn`, odd) in a text: 1-based line and column, a sentence in Chinese that a clerk can mend it by. */
export type Fault = { readonly line: number; readonly column: number; readonly message: string; readonly warn?: true };

/** An adoption: a version bound to real units from a day on. `roles` and `leads` hold unit ids; `leads` is for `one of ROLE`, by column id. */
export type Binding = {
  readonly unit: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly leads: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Ids `kind id` of the blocks whose `reading:` the adopter confirmed. */
  readonly readings: readonly string[];
};
/** What governs a unit on a day: the adoptions on the way from it up to the root, nearest first. */
export type InForce = {
  readonly versionId: string;
  readonly adoptionId: string;
  readonly binding: Binding;
  readonly regulation: Regulation;
};
