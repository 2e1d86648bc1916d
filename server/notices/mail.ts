/**
 * Sends the mails that wait. Each is taken under a lease, sent outside of any transaction, and tried again after growing
 * pauses; one that its server refuses for good is set aside and told by doctor. Nobody loses a notice: the console has it.
 */
import { sql } from 'kysely';
import type { Database } from '../door/knock.ts';
import { log } from '../log-line.ts';
import { type Message, messageOf, type Told } from './message.ts';

export type Outgoing = Message & { readonly to: string; readonly messageId: string };
/** Throws Refused when the mail server will never take it, anything else when it may do so later. */
export type Send = (mail: Outgoing) => Promise<void>;
export class Refused extends Error {}

type Mail = { readonly id: string; readonly personId: string; readonly address: string; readonly attempts: number };

/** In one turn; the next one goes on. */
const turnMax = 50;
/** Nobody else takes a mail that is being sent; a worker that died gives it back after this time. */
const leaseMs = 600_000;
/** 1, 2, 4 … minutes, at most an hour: some three days of tries. */
export const pauseMs = (attempts: number): number => Math.min(3_600_000, 60_000 * 2 ** (attempts - 1));
export const attemptsMax = 77;

/** `console`: where its pages begin; `now`: read anew for each mail, since sending takes time. */
export async function sendMails(db: Database, send: Send, console: string, now: () => Date): Promise<void> {
  for (let n = 0; n < turnMax; n++) {
    const mail = await take(db, now());
    if (!mail) return;
    const end = await tried(db, send, mail, console);
    await settle(db, mail, end, now());
  }
}

async function take(db: Database, at: Date): Promise<Mail | undefined> {
  const { rows } = await sql<Mail>`
    update notices.mail set attempts = attempts + 1, next_at = ${new Date(at.getTime() + leaseMs)}
     where id = (select id from notices.mail where state = 'waiting' and next_at <= ${at}
                  order by next_at, id limit 1 for update skip locked)
    returning id, person_id, address, attempts`.execute(db);
  return rows[0];
}

type End = { readonly state: 'sent' | 'failed' | 'waiting'; readonly error?: string };

async function tried(db: Database, send: Send, mail: Mail, console: string): Promise<End> {
  const message = await messageFor(db, mail, console);
  try {
    await send({ ...message, to: mail.address, messageId: mail.id });
    return { state: 'sent' };
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    const isOver = error instanceof Refused || mail.attempts >= attemptsMax;
    log('warn', isOver ? 'mail given up' : 'mail failed', { id: mail.id, attempts: mail.attempts, error: said });
    return { state: isOver ? 'failed' : 'waiting', error: said };
  }
}

async function messageFor(db: Database, { id, personId }: Mail, console: string): Promise<Message> {
  const told = await sql<Told>`
    select stage, outside, says, cite, verb, link from notices.notice where mail_id = ${id} order by at, id`.execute(
    db,
  );
  const { name } = await db
    .selectFrom('people.person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return messageOf(told.rows, name, console);
}

/** Only while it waits: the person may have turned mail off meanwhile. */
async function settle(db: Database, { id, attempts }: Mail, { state, error }: End, at: Date): Promise<void> {
  await db
    .updateTable('notices.mail')
    .set({
      state,
      sentAt: state === 'sent' ? at : null,
      nextAt: new Date(at.getTime() + pauseMs(attempts)),
      error: error ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
