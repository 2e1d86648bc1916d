/**
 * What passes on when somebody leaves posts: each module tells of its own, and main.ts hands these functions over. A module
 * never asks another.
 */
import type { Acting } from '../core/takers.ts';
import type { Above } from './acting.ts';
import type { Database } from './door/knock.ts';

/** `before`, `after`: who acts as what now, and then. */
export type Leaving = {
  readonly person: string;
  readonly before: readonly Acting[];
  readonly after: readonly Acting[];
  readonly above: Above;
  /** Who gets what only the leaver can see, where no post is left to him. */
  readonly heir?: string;
};
/** `to`: persons; none: nobody. */
export type Passing = {
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  readonly to: readonly string[];
};
export type PassingOn = (db: Database, leaving: Leaving, at: Date) => Promise<readonly Passing[]>;
