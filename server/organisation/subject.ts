/**
 * The installation: its units, people, posts and sites are laid in one act, once, on an empty database. A demo is marked
 * as one for ever: in its row, on every screen, and in the log. A unit that is set up later comes with its people and its
 * site in one act of its own. Single changes of people come with a later part.
 */
import { sql } from 'kysely';
import { type Outcome, refuse } from '../../core/outcome.ts';
import type { SiteAbout } from '../../core/site.ts';
import { type Change, type Knock, recorded, type Subject } from '../door/knock.ts';

export type Founding = Laid & { readonly demo: boolean };
/** \`units\`: at least one, parents before children. */
export type Laid = {
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
    /** Absent: ours. */
    readonly hosting?: 'ours' | 'self-run';
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

type Decided = Promise<Outcome<{ change: Change; gathered: undefined }>>;

async function decide(knock: Knock, { id, empty }: Locked): Decided {
  const { ask, tx, at } = knock;
  if (ask.verb === 'set_up') return setUp(knock, empty);
  if (!empty) return refuse('not_empty');
  const f = ask.body as unknown as Founding;
  await tx.insertInto('door.installation').values({ id, demo: f.demo, createdAt: at }).execute();
  await lay(knock, f);
  return changed({
    kind: 'installation.founded',
    subjectKind: 'installation',
    subjectId: id,
    after: { demo: f.demo, ...countsOf(f) },
  });
}

/** A unit that comes later, under its own id. */
async function setUp(knock: Knock, empty: boolean): Decided {
  if (empty) return refuse('not_founded');
  const body = knock.ask.body as unknown as Laid;
  await lay(knock, body);
  const { id } = knock.ask;
  return changed({ kind: 'unit.created', subjectKind: 'unit', subjectId: id, unitId: id, after: countsOf(body) });
}

const changed = (event: Omit<Change['event'], 'before'>) => recorded({ ...event, before: {} });
const countsOf = ({ units, people, holdings, sites }: Laid) => ({
  units: units.length,
  people: people.length,
  posts: holdings.length,
  sites: sites.map((s) => s.label),
});

async function lay({ tx, at }: Knock, f: Laid): Promise<void> {
  const { rows } = await sql<{ units: number; sites: number }>`
    select (select count(*)::int from people.unit) as units, (select count(*)::int from sites.site) as sites`.execute(
    tx,
  );
  const before = rows[0] ?? { units: 0, sites: 0 };
  const units = f.units.map((u, i) => ({
    id: u.id,
    parentId: u.parent ?? null,
    name: u.name,
    position: before.units + i,
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
  if (f.sites.length === 0) return;
  await tx
    .insertInto('sites.site')
    .values(
      f.sites.map((s, i) => ({
        id: s.id,
        label: s.label,
        name: s.name,
        rank: s.rank,
        hosting: s.hosting ?? 'ours',
        ownerUnitId: s.owner,
        administratorUnitIds: [...s.administrators],
        about: JSON.stringify(s.about),
        position: before.sites + i,
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
