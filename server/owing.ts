/**
 * What people are to be told of: each module tells of its own, and the notices go out together. A module never asks
 * another: main.ts hands these functions over.
 */
import type { Stage } from '../core/notice.ts';
import type { Database } from './door/knock.ts';

export type Owing = {
  /** The same thing at the same stage has the same key: nobody is told of it twice. */
  readonly key: string;
  readonly stage: Stage;
  /** Ids. */
  readonly persons: readonly string[];
  readonly title: string;
  /** The title as mail may have it: nothing of a text that isn't public. */
  readonly outside: string;
  /** How it stands, in words. */
  readonly says: string;
  readonly law?: { readonly clause: string; readonly cite: string };
  /** One verb, and the page of the console where it is done. */
  readonly verb: string;
  readonly link: string;
};
/** `since`: what became late from this instant on, though it is over now, is told too. */
export type Owed = (db: Database, at: Date, since: Date) => Promise<readonly Owing[]>;
/** What can't wait for a digest. */
export type Alarms = (db: Database, at: Date) => Promise<readonly Owing[]>;
