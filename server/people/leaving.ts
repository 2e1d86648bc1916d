/**
 * Leaving posts, at the door: rights end at once; who has none left has no account any more, and his drafts pass to whoever
 * is nearest. JY-15, CS-6; H6, H10; decision 0536.
 */
import { sql } from 'kysely';
import { ownersOf } from '../../core/duty/owners.ts';
import { type Outcome, type Refusal, refuse } from '../../core/outcome.ts';
import type { Acting } from '../../core/takers.ts';
import { acting, unitsAbove } from '../acting.ts';
import { type Change, type Database, type Knock, recorded, type Subject } from '../door/knock.ts';
import { inChargeOf } from '../in-charge.ts';
import type { Leaving } from '../passing.ts';

export type Post = { readonly post: string; readonly unit: string };
/** `close`: the account too, also where posts are left. ask.id is the person. */
export type Leave = { readonly posts: readonly Post[]; readonly close: boolean; readonly words: string };
type Locked = { readonly id: string };

const isOneOf = ({ post, unit }: Post, posts: readonly Post[]): boolean =>
  posts.some((one) => one.post === post && one.unit === unit);

/** The posts that somebody holds; what he acts as only by leading a unit is none. */
export async function postsOf(db: Database, person: string, at: Date): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`
    select distinct post, unit_id as unit from people.holding
     where person_id = ${person} and from_at <= ${at} and (until_at is null or until_at > ${at}) order by post, unit`.execute(
    db,
  );
  return rows;
}

/** Who acts as what when these posts are left; leading a unit ends with the last post of a vice leader. */
export async function leavingOf(
  db: Database,
  person: string,
  posts: readonly Post[],
  close: boolean,
  at: Date,
): Promise<Leaving> {
  const [before, above, held] = [await acting(db, at), await unitsAbove(db), await postsOf(db, person, at)];
  const kept = close ? [] : held.filter((one) => !isOneOf(one, posts));
  const leads = kept.some(({ post }) => post === 'vice-leader');
  const stays = (one: Acting) =>
    one.person !== person || isOneOf(one, kept) || (one.post === 'vice-leader' && leads && !isOneOf(one, posts));
  const after = before.filter(stays);
  const heir = posts.flatMap(({ post, unit }) => ownersOf({ by: [unit], post: [post] }, after, above))[0];
  return { person, before, after, above, ...(kept.length > 0 || heir === undefined ? {} : { heir }) };
}

async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  return tx.selectFrom('people.person').select('id').where('id', '=', ask.id).forNoKeyUpdate().executeTakeFirst();
}

async function decide(knock: Knock, { id }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  const { tx, ask, at } = knock;
  const { posts, close, words } = ask.body as unknown as Leave;
  const held = await postsOf(tx, id, at);
  if (posts.length === 0 || !posts.every((one) => isOneOf(one, held))) return refuse('not_held');
  const ends = close ? held : posts;
  const refused = await refusedTo(knock, ends);
  if (refused) return refused;
  const leaving = await leavingOf(tx, id, posts, close, at);
  if (ends.some(({ post, unit }) => ownersOf({ by: [unit], post: [post] }, leaving.after, leaving.above).length === 0))
    return refuse('nobody_left');
  const closes = close || ends.length === held.length;
  const drafts = await save(knock, ends, closes, leaving);
  const event = {
    ...({ kind: 'post.vacated', subjectKind: 'person', subjectId: id, words } as const),
    unitId: ends[0]?.unit ?? '',
    before: { posts: held.map(written) },
    after: { left: ends.map(written), account: closes ? 'closed' : 'kept', drafts, heir: leaving.heir ?? null },
  };
  return recorded(event);
}

const written = ({ post, unit }: Post): string => `${post} ${unit}`;

/** `leave` is of a person in the console, `leave_for` of the operator at the machine. */
async function refusedTo({ tx, ask, at }: Knock, posts: readonly Post[]): Promise<Refusal | undefined> {
  if (ask.verb === 'leave_for') return undefined;
  const inCharge = await inChargeOf(tx, ask.actor.person, at);
  for (const { unit } of posts) if (!(await inCharge(unit))) return refuse('not_in_charge');
  return undefined;
}

/** Answers how many drafts passed on. */
async function save({ tx, at }: Knock, ends: readonly Post[], closes: boolean, { person, after, heir }: Leaving) {
  for (const { post, unit } of ends)
    await sql`update people.holding set until_at = ${at} where person_id = ${person} and post = ${post} and unit_id = ${unit}
                and from_at <= ${at} and (until_at is null or until_at > ${at})`.execute(tx);
  if (!after.some((one) => one.person === person && one.post === 'vice-leader'))
    await sql`update people.leading set until_at = ${at} where person_id = ${person} and (until_at is null or until_at > ${at})`.execute(
      tx,
    );
  if (!closes) return 0;
  await sql`update people.login set disabled_at = ${at} where person_id = ${person} and disabled_at is null`.execute(
    tx,
  );
  await sql`update people.session set ended_at = ${at} where ended_at is null
              and login_id in (select id from people.login where person_id = ${person})`.execute(tx);
  if (heir === undefined) return 0;
  const { rows } = await sql<{ n: number }>`select content.pass_drafts(${person}, ${heir}) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

export const personLeaving: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask: { id } }) => ({ id }),
  view: async () => undefined,
};
