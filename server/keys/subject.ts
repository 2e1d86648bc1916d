/**
 * Outside systems (业务系统) and their keys, at the door: registered, given a key, the key revoked. Each act is an event, so
 * that the log says who could write what, and since when. The key's text never comes here: only its hash.
 */
import { unitsOf } from '../../core/access.ts';
import { dayMs } from '../../core/day.ts';
import { keyVerbs } from '../../core/keys.ts';
import { type Outcome, type Refusal, refuse } from '../../core/outcome.ts';
import { actingOf } from '../acting.ts';
import { type Change, type EventDraft, type Knock, recorded, type Subject } from '../door/knock.ts';
import { inForce } from '../in-force.ts';
import { allowList } from './address.ts';
import { endKey, keyOf, keysOf, lockSystem, nameTaken, type SystemRow, saveKey, saveSystem } from './store.ts';

/** `answerable`: a person with a post in that unit; whoever that is counts among the contributors of all it writes. */
export type Registering = {
  readonly unit: string;
  readonly name: string;
  readonly answerable: string;
  readonly contact: string;
};
/** `tokenHash`: SHA-256 in hex. `expiresAt`: an ISO instant. null: not narrowed. */
export type Issuing = {
  readonly keyId: string;
  readonly prefix: string;
  readonly tokenHash: string;
  readonly posts: readonly { readonly post: string; readonly unit: string }[];
  readonly verbs: readonly string[];
  readonly siteIds: readonly string[] | null;
  readonly columnIds: readonly string[] | null;
  readonly addresses: readonly string[] | null;
  readonly perMinute: number;
  readonly expiresAt: string;
};
export type Revoking = { readonly keyId: string };

type Locked = { readonly id: string; readonly row: SystemRow | undefined };
type Decided = Promise<Outcome<{ change: Change; gathered: undefined }>>;

/** Three years: a key that nobody has to renew is one that nobody remembers. */
const longestMs = 3 * 366 * dayMs;

async function lock({ tx, ask }: Knock): Promise<Locked | undefined> {
  const row = await lockSystem(tx, ask.id);
  return row || ask.verb === 'register' ? { id: ask.id, row } : undefined;
}

async function decide(knock: Knock, { row }: Locked): Decided {
  if (knock.ask.verb === 'register') return row ? refuse('system_name_taken') : register(knock);
  if (!row) return refuse('absent');
  return knock.ask.verb === 'issue' ? issue(knock, row) : revoke(knock, row);
}

const done = (knock: Knock, unitId: string, kind: string, after: EventDraft['after']) =>
  recorded({ kind, subjectKind: 'outside_system', subjectId: knock.ask.id, unitId, before: {}, after });

async function register(knock: Knock): Decided {
  const { tx, at, ask } = knock;
  const r = ask.body as unknown as Registering;
  if (await nameTaken(tx, r.name)) return refuse('system_name_taken');
  const held = await actingOf(tx, r.answerable, at);
  if (!held.some(({ unit }) => unit === r.unit)) return refuse('system_not_answerable');
  await saveSystem(tx, ask.id, r, at);
  return done(knock, r.unit, 'outside_system.registered', { unit: r.unit, answerable: r.answerable });
}

async function issue(knock: Knock, system: SystemRow): Decided {
  const { tx, at, ask } = knock;
  const key = ask.body as unknown as Issuing;
  const refused = formRefusal(key, at) ?? (await postsRefusal(knock, key));
  if (refused) return refused;
  await saveKey(tx, system, key, at);
  const { keyId, prefix, posts, verbs, siteIds, columnIds, addresses, perMinute, expiresAt } = key;
  const narrowed = { sites: siteIds, columns: columnIds, addresses };
  const held = posts.map(({ post, unit }) => `${post} ${unit}`);
  const rights = { posts: held, verbs, per_minute: perMinute, expires_at: expiresAt, ...narrowed };
  return done(knock, system.unitId, 'key.issued', { key: keyId, prefix, ...rights });
}

function formRefusal({ posts, verbs, addresses, expiresAt }: Issuing, at: Date): Refusal | undefined {
  if (posts.length === 0 || verbs.length === 0) return refuse('key_without_use');
  const unknown = verbs.filter((verb) => !(keyVerbs as readonly string[]).includes(verb));
  if (unknown.length > 0) return { ...refuse('key_verb_unknown'), reasons: unknown };
  if (addresses && !allowList(addresses)) return refuse('key_address_unreadable');
  return new Date(expiresAt).getTime() - at.getTime() > longestMs ? refuse('key_too_long') : undefined;
}

/** What a key can be for: a post whose only verb is a signature would be of no use to it, and is never lent out. */
const useful = ['write', 'submit', 'publish', 'withdraw'];

/** Each post must be one that the rules in force know in that unit. */
async function postsRefusal({ tx, at }: Knock, { posts }: Issuing): Promise<Refusal | undefined> {
  for (const { post, unit } of posts) {
    const path = await inForce(tx, unit, at);
    const known = path.flatMap((law) =>
      law.regulation.posts.filter((one) => one.id === post && unitsOf(one, law).includes(unit)),
    );
    if (known.length === 0) return { ...refuse('no_such_post'), reasons: [post] };
    if (!known.some(({ may }) => may.some((verb) => useful.includes(verb))))
      return { ...refuse('post_only_signs'), reasons: [post] };
  }
  return undefined;
}

async function revoke(knock: Knock, system: SystemRow): Decided {
  const { tx, at, ask } = knock;
  const { keyId } = ask.body as unknown as Revoking;
  const key = await keyOf(tx, system.id, keyId);
  if (!key || key.revokedAt) return refuse('key_gone');
  await endKey(tx, keyId, at);
  return done(knock, system.unitId, 'key.revoked', { key: keyId, prefix: key.prefix });
}

export const outsideSystem: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ tx, ask: { id } }) => ({ id, keys: (await keysOf(tx, id)).length }),
  view: async () => undefined,
};
