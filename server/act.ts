/**
 * The one door. Every change — a click, a timer, an import — goes through here: lock, clock, facts, decide, save, jobs,
 * answer, event, commit. No hooks, no subscribers, no network and no file work inside.
 */
import { randomUUID } from 'node:crypto';
import { canonical, NotCanonical, plain } from '../core/canonical.ts';
import { type Outcome, type Refusal, refuse } from '../core/outcome.ts';
import { calendar } from './calendar/subject.ts';
import { article } from './content/subject.ts';
import { type Answer, claim, keep, kept } from './door/answers.ts';
import type { Ask, Change, Database, Knock, Subject, Tx } from './door/knock.ts';
import { append, sha256 } from './door/log.ts';
import { logPublications } from './door/publication.ts';
import { record } from './door/refusals.ts';
import { exemption } from './duties/exempting.ts';
import { urge } from './duties/urging.ts';
import { lawOf } from './in-force.ts';
import { enqueue } from './jobs.ts';
import { outsideSystem } from './keys/subject.ts';
import { now } from './now.ts';
import { installation } from './organisation/subject.ts';
import { absence } from './people/absence.ts';
import { personLeaving } from './people/leaving.ts';
import { adoption } from './regulations/subject.ts';
import { say } from './words/refusals.ts';

export type { Answer } from './door/answers.ts';

const subjects: Readonly<Record<Ask['subject'], Subject<unknown, unknown>>> = {
  article: article as Subject<unknown, unknown>,
  installation: installation as Subject<unknown, unknown>,
  regulation: adoption as Subject<unknown, unknown>,
  outside_system: outsideSystem as Subject<unknown, unknown>,
  calendar: calendar as Subject<unknown, unknown>,
  exemption: exemption as Subject<unknown, unknown>,
  person: personLeaving as Subject<unknown, unknown>,
  absence: absence as Subject<unknown, unknown>,
  urge: urge as Subject<unknown, unknown>,
};

/** A refusal inside the transaction: thrown so that everything rolls back, and answered as a value. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  readonly stale: boolean;
  constructor(refusal: Refusal, stale = false) {
    super(refusal.why);
    this.refusal = refusal;
    this.stale = stale;
  }
}

export async function act(db: Database, ask: Ask): Promise<Answer> {
  const bodyHash = hashOf(ask);
  if (typeof bodyHash !== 'string') return refusedWith(db, ask, bodyHash, false);
  try {
    return await db.transaction().execute((tx) => once(tx, ask, bodyHash));
  } catch (e) {
    if (e instanceof RolledBack) return refusedWith(db, ask, e.refusal, e.stale);
    throw e;
  }
}

/** The hash that tells a retry from another ask under the same key. Text that can't be kept is refused here. */
function hashOf({ subject, verb, id, version, body }: Ask): string | Refusal {
  try {
    return sha256(canonical(plain({ subject, verb, id, version, body }) ?? null));
  } catch (e) {
    if (e instanceof NotCanonical) return refuse('bad_text');
    throw e;
  }
}

async function once(tx: Tx, ask: Ask, bodyHash: string): Promise<Answer> {
  if (!(await claim(tx, ask.actor.person, ask.key, bodyHash, now()))) {
    const first = await kept(tx, ask.actor.person, ask.key);
    if (!first) throw new Error('an answer vanished between claim and read');
    if (first.bodyHash !== bodyHash) throw new RolledBack(refuse('key_reused'));
    return { status: first.status, body: first.body };
  }
  const subject = subjects[ask.subject];
  const knock: Knock = { tx, at: now(), ask, eventId: randomUUID() };
  const locked = await subject.lock(knock);
  if (locked === undefined) throw new RolledBack(refuse('absent'));
  if (subject.version(locked) !== ask.version) throw new RolledBack(refuse('stale'), true);
  const { change, gathered } = allowed(await subject.decide(knock, locked));
  return settle(knock, change, () => subject.moved(knock, gathered));
}

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RolledBack(outcome);
  return outcome;
}

/** What follows is saved: jobs, the answer, the publication log, and the event last. */
async function settle(knock: Knock, change: Change, moved: () => Promise<unknown>): Promise<Answer> {
  const { tx, ask, at, eventId } = knock;
  await enqueue(tx, change.jobs, at);
  if (change.event.words !== undefined)
    await tx
      .insertInto('door.opinion')
      .values({ eventId, words: change.event.words, hash: sha256(change.event.words) })
      .execute();
  const answer = { status: 200, body: await moved() };
  await keep(tx, ask.actor.person, ask.key, answer);
  await logPublications(knock, change.publications);
  await append(knock, change.event);
  return answer;
}

const statusOf = (why: string): number =>
  why === 'absent' ? 404 : why === 'key_reused' || why === 'bad_text' ? 422 : 409;

/** A refusal is recorded in its own small transaction, and isn't kept under the key: the same ask may succeed later. */
async function refusedWith(db: Database, ask: Ask, refusal: Refusal, stale: boolean): Promise<Answer> {
  const at = now();
  const { actor, verb, id, subject } = ask;
  await record(
    db,
    {
      person: actor.person,
      subjectKind: subject,
      subjectId: id,
      verb,
      code: refusal.why,
      clause: refusal.clause,
      address: actor.address,
    },
    at,
  );
  const law = refusal.clause ? await lawOf(db, refusal.clause) : undefined;
  const view = stale ? await subjects[subject].view(db, id, actor.person, at) : undefined;
  return {
    status: statusOf(refusal.why),
    body: {
      code: refusal.why,
      message: say(refusal.why),
      ...(law && { law }),
      ...(refusal.reasons && { reasons: refusal.reasons }),
      ...(view ? { view } : {}),
    },
  };
}
