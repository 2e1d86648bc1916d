/** What the blocks of one file have given so far, each thing with the place where it stands. */

import type { Award, Bulletin, Check, Filing, Finding, Letters, Retention, Score, ScoreLine } from './block-types.ts';
import type { PathStep, Position } from './body.ts';
import type { Duty } from './duty-types.ts';
import type { Block, Column, Flow, JoinedStep, Post, Regulation, Remit } from './types.ts';

/** Where a thing was stated: its block, and a finder of positions inside. */
export type Where = {
  readonly clause: string;
  readonly line: number;
  readonly id: string;
  at(...path: readonly PathStep[]): Position;
};
export type Stated<T> = { readonly value: T; readonly where: Where };

export type PostEntry = Partial<Omit<Post, 'clause'>> & { readonly id: string };
/** `lead` as written: plain units, and at most one `one of ROLE`. */
export type ColumnEntry = Partial<Omit<Column, 'clause' | 'site'>> & { readonly id: string };

export type Draft = {
  readonly blocks: Block[];
  readonly flows: Stated<Flow>[];
  readonly steps: Stated<JoinedStep>[];
  readonly posts: Stated<PostEntry>[];
  readonly apart: Stated<readonly string[]>[];
  readonly columns: Stated<ColumnEntry>[];
  readonly ownColumns: Stated<NonNullable<Regulation['ownColumns']>>[];
  readonly remits: Stated<Remit>[];
  readonly checks: Check[];
  readonly duties: Duty[];
  readonly filings: Stated<Filing>[];
  readonly findings: Finding[];
  readonly retentions: Retention[];
  readonly letters: Stated<Letters>[];
  readonly scores: Stated<Score>[];
  readonly lines: Stated<ScoreLine>[];
  readonly awards: Award[];
  readonly bulletins: Bulletin[];
  readonly facilities: Regulation['facilities'][number][];
  readonly notes: Stated<string>[];
};

/** The place of the i-th entry of a block's list. */
export const entryOf = (where: Where, i: number): Where => ({
  ...where,
  at: (...path) => where.at('list', i, ...path),
});

export const emptyDraft = (): Draft => ({
  blocks: [],
  flows: [],
  steps: [],
  posts: [],
  apart: [],
  columns: [],
  ownColumns: [],
  remits: [],
  checks: [],
  duties: [],
  filings: [],
  findings: [],
  retentions: [],
  letters: [],
  scores: [],
  lines: [],
  awards: [],
  bulletins: [],
  facilities: [],
  notes: [],
});
