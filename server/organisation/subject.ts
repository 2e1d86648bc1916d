/**
 * The installation: its units, people, posts and sites are laid in one act, once, on an empty database. A demo is marked
 * as one for ever: in its row, on every screen, and in the log. Single changes of people come with a later part.
 */
import { sql } from 'kysely';
import { type Outcome, refuse } from '../../core/outcome.ts';
import type { SiteAbout } from '../../core/site.ts';
import type { Change, Knock, Subject } from '../door/knock.ts';

export type Founding = {
  readonly demo: boolean;
  /** Parents before children. */
  readonly units: readonly { readonly id: string; readonly parent?: string; readonly name: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly holdings: readonly {
    readonly id: string;
    readonly person: string;
    readonly post: string;
    readonly unit: string;
  }[];
  readonly leading: readonly { readonly id: string; readonly person: string; readonly unit: string }[];
  /** Login names in lower case; passwords as argon2id hashes. */
  readonly logins: readonly {
    readonly id: string;
    readonly person: string;
    readonly name: string;
    readonly passwordHash: string;
  }[];
  readonly sites: readonly {
    readonly id: string;
    readonly label: string;
    readonly name: string;
    readonly rank: 'main' | 'sub';
    readonly owner: string;
    readonly administrators: readonly string[];
    readonly about: SiteAbout;
  }[];
};
type Locked = { readonly id: string; readonly empty: boolean };

/** The head row stands for the installation until there is one: two foundings at once wait for each other. */
async function lock({ tx, ask }: Knock): Promise<Locked> {
  await sql`select last from door.head for update`.execute(tx);
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from door.installation) and not exists (select from people.unit) as empty`.execute(tx);
  return { id: ask.id, empty: rows[0]?.empty ?? false };
}

async function decide(knock: Knock, { id, empty }: Locked): Promise<Outcome<{ change: Change; gathered: undefined }>> {
  if (!empty) return refuse('not_empty');
  const f = knock.ask.body as unknown as Founding;
  await lay(knock, f, id);
  const after = {
    demo: f.demo,
    units: f.units.length,
    people: f.people.length,
    posts: f.holdings.length,
    sites: f.sites.map((s) => s.label),
  };
  const event = {
    kind: 'installation.founded',
    subjectKind: 'installation',
    subjectId: id,
    before: {},
    after,
  } as const;
  return { ok: true, change: { event, publications: [], jobs: [] }, gathered: undefined };
}

async function lay({ tx, at }: Knock, f: Founding, id: string): Promise<void> {
  await tx.insertInto('door.installation').values({ id, demo: f.demo, createdAt: at }).execute();
  const units = f.units.map((u, position) => ({
    id: u.id,
    parentId: u.parent ?? null,
    name: u.name,
    position,
    createdAt: at,
    closedAt: null,
  }));
  await tx.insertInto('people.unit').values(units).execute();
  await tx
    .insertInto('people.person')
    .values(f.people.map((p) => ({ ...p, createdAt: at })))
    .execute();
  const from = { fromAt: at, untilAt: null };
  await tx
    .insertInto('people.holding')
    .values(f.holdings.map((h) => ({ id: h.id, personId: h.person, post: h.post, unitId: h.unit, ...from })))
    .execute();
  if (f.leading.length > 0)
    await tx
      .insertInto('people.leading')
      .values(f.leading.map((l) => ({ id: l.id, personId: l.person, unitId: l.unit, ...from })))
      .execute();
  await tx
    .insertInto('people.login')
    .values(
      f.logins.map((l) => ({
        id: l.id,
        personId: l.person,
        name: l.name,
        passwordHash: l.passwordHash,
        disabledAt: null,
        passwordChangedAt: at,
        createdAt: at,
      })),
    )
    .execute();
  await tx
    .insertInto('sites.site')
    .values(
      f.sites.map((s, position) => ({
        id: s.id,
        label: s.label,
        name: s.name,
        rank: s.rank,
        hosting: 'ours' as const,
        ownerUnitId: s.owner,
        administratorUnitIds: [...s.administrators],
        about: JSON.stringify(s.about),
        position,
        version: 0,
        createdAt: at,
      })),
    )
    .execute();
}

export const installation: Subject<Locked> = {
  lock,
  version: () => 0,
  decide,
  moved: async ({ ask }) => ({ id: ask.id }),
  view: async () => undefined,
};
