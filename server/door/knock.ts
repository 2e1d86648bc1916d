/** What comes to the door and what a subject's module answers it with. */
import type { Kysely, Transaction } from 'kysely';
import type { Outcome } from '../../core/outcome.ts';
import type { Db } from '../db/schema.ts';

export type Tx = Transaction<Db>;
export type Database = Kysely<Db>;

/** Who knocks. `post` is the post it is made under; filled in when the person has only one that fits. */
export type Actor = {
  readonly person: string;
  readonly address: string;
  readonly post?: { readonly post: string; readonly unit: string };
  readonly onBehalfOf?: string;
};
/** Whoever is signed in, as he knocks from an address. */
export const actorOf = ({ person, onBehalfOf }: Pick<Actor, 'person' | 'onBehalfOf'>, address: string): Actor => ({
  person,
  address,
  ...(onBehalfOf ? { onBehalfOf } : {}),
});
/** `key` is the client's: one effect and one answer under it. `body` is what the verb needs, already parsed at the border. */
export type Ask = {
  readonly subject:
    | 'article'
    | 'installation'
    | 'regulation'
    | 'outside_system'
    | 'calendar'
    | 'exemption'
    | 'person'
    | 'absence'
    | 'urge';
  readonly verb: string;
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly actor: Actor;
  readonly body: Readonly<Record<string, unknown>>;
};
export type Knock = { readonly tx: Tx; readonly at: Date; readonly ask: Ask; readonly eventId: string };

/** The one event of an act. before and after: state, run, step, version, revision; never a person's text. */
export type EventDraft = {
  readonly kind: string;
  readonly subjectKind: 'placement' | 'article' | 'installation' | 'unit' | 'outside_system' | 'person';
  readonly subjectId: string;
  readonly articleId?: string;
  readonly siteId?: string;
  readonly unitId?: string;
  readonly post?: string;
  readonly facets?: Readonly<Record<string, string>>;
  readonly versionId?: string;
  readonly clause?: string;
  readonly runId?: string;
  readonly step?: number;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** The opinion or reason; the event keeps its hash. */
  readonly words?: string;
};
export type Publication = {
  readonly siteId: string;
  /** 0 withdraw, 1 publish, 2 rebuild. */
  readonly class: 0 | 1 | 2;
  /**
   * move: only the home placement changed, which a cross-listing on this site links to. mark: only what stands around the
   * text (its place on top, that it or what it cites no longer holds).
   */
  readonly op: 'publish' | 'update' | 'withdraw' | 'move' | 'mark';
  readonly placementId: string;
  readonly revisionId?: string;
  readonly columnIds: readonly string[];
};
/** `key`: at most one waiting job has it; a later one with the same key takes its place. */
export type JobDraft = {
  readonly key: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt?: Date;
};
export type Change = {
  readonly event: EventDraft;
  readonly publications: readonly Publication[];
  readonly jobs: readonly JobDraft[];
};

/** What is decided of an act that is written down and sends nothing out. */
export const recorded = (event: EventDraft) => ({
  ok: true as const,
  change: { event, publications: [], jobs: [] } satisfies Change,
  gathered: undefined,
});

/** `Gathered` is what deciding had to read anyway, and what the answer needs again. */
export type Subject<Locked, Gathered = undefined> = {
  /** The subject, locked until the transaction ends; undefined when it is absent or out of this actor's reach. */
  lock(knock: Knock): Promise<Locked | undefined>;
  version(locked: Locked): number;
  /** Gathers facts, asks the rule book, saves what follows. */
  decide(knock: Knock, locked: Locked): Promise<Outcome<{ change: Change; gathered: Gathered }>>;
  /** How the thing stands now for this person: the answer to a move. */
  moved(knock: Knock, gathered: Gathered): Promise<unknown>;
  /** The whole thing, for one who came with an old version. */
  view(tx: Database, id: string, person: string, at: Date): Promise<unknown>;
};
