/** Founding the county through the door: units, people, posts, logins and sites in one act, then each regulation in one; what came later, too. */
import { randomUUID } from 'node:crypto';
import { localDay } from '../core/day.ts';
import { act } from '../server/act.ts';
import type { Ask, Database } from '../server/door/knock.ts';
import { setClock } from '../server/now.ts';
import type { Founding, Laid } from '../server/organisation/subject.ts';
import { hashPassword } from '../server/people/sign-in.ts';
import type { Adopting } from '../server/regulations/subject.ts';
import type { Adoption } from './adoption.ts';
import { adoptions, isSelfRun, type SiteName, sites } from './adoptions.ts';
import { isNewcomer, leading, newcomer, type PersonName, people, postsOf, type UnitName, units } from './county.ts';
import { bindingOf, textOf } from './laws.ts';
import { type Random, random } from './random.ts';

/** For acts that no person of the county does: founding comes before there is one. */
const system = '00000000-0000-0000-0000-000000000001';

export type Ids = {
  readonly units: Readonly<Record<UnitName, string>>;
  readonly people: Readonly<Record<PersonName, string>>;
  readonly sites: Readonly<Record<SiteName, string>>;
  /** By `site key`, as in `main home-news`. */
  readonly columns: Readonly<Record<string, string>>;
};
export type Wanted = {
  /** The instant of founding; acts of the county come after it. */
  readonly at: Date;
  /** Adoption follows this much later; 0 lets a test act from `at` on. */
  readonly adoptAfterMs?: number;
  readonly chance: Random;
  readonly password: (person: PersonName) => string;
  /** The branch that was set up last comes later, by \`setUpNewcomer\`; else it is there from the beginning. */
  readonly without?: 'newcomer';
};

/** Founds and adopts, under a passed clock that is given back. Throws, with the reasons, on a database that is not empty. */
export async function foundCounty(db: Database, wanted: Wanted): Promise<Ids> {
  const { at, chance, without } = wanted;
  const named = namedBy(chance);
  const founding: Founding = { demo: true, ...(await laidOf(named, wanted, (isNew) => !(isNew && without))) };
  try {
    setClock(at);
    await must(db, { subject: 'installation', verb: 'found', id: chance.uuid(), body: founding }, system);
    for (const [i, one] of adoptions.entries()) {
      setClock(new Date(at.getTime() + (wanted.adoptAfterMs ?? 0) + i * 1000));
      await adoptAs(db, one, named, at);
    }
  } finally {
    setClock(undefined);
  }
  return { ...named, columns: await columnsOf(db) };
}

/** Under the clock as it stands. */
export async function setUpNewcomer(
  db: Database,
  ids: Ids,
  wanted: Pick<Wanted, 'chance' | 'password'>,
): Promise<void> {
  const body = await laidOf(ids, wanted, (isNew) => isNew);
  await must(db, { subject: 'installation', verb: 'set_up', id: ids.units[newcomer.unit], body }, system);
}

export const seeded = (seed = 20_261_101): Random => random(seed);

type Named = Omit<Ids, 'columns'>;

/** What was added to the county last draws from a row of its own, so that everything else stays as it was. */
function namedBy(chance: Random): Named {
  const added = seeded(20_261_126);
  const idsFor = <N extends string>(all: Readonly<Record<N, unknown>>, isAdded: (name: N) => boolean) =>
    Object.fromEntries(
      (Object.keys(all) as N[]).map((name) => [name, (isAdded(name) ? added : chance).uuid()]),
    ) as Record<N, string>;
  return {
    units: idsFor(units, isNew.unit),
    people: idsFor(people, isNew.person),
    sites: idsFor(sites, (name) => isNew.site(name) || isSelfRun(name)),
  };
}

const isNew = {
  unit: (name: UnitName) => name === newcomer.unit,
  person: isNewcomer,
  site: (name: SiteName) => sites[name].owner === newcomer.unit,
};

async function laidOf(
  ids: Named,
  { chance, password }: Pick<Wanted, 'chance' | 'password'>,
  isWanted: (isNew: boolean) => boolean,
): Promise<Laid> {
  const hashes = new Map<string, Promise<string>>();
  const hashOf = (word: string): Promise<string> => {
    const known = hashes.get(word) ?? hashPassword(word);
    hashes.set(word, known);
    return known;
  };
  const everybody = entries(people).filter(([name]) => isWanted(isNew.person(name)));
  const logins = everybody.map(async ([name, { login }]) => ({
    id: chance.uuid(),
    person: ids.people[name],
    name: login,
    passwordHash: await hashOf(password(name)),
  }));
  return {
    units: entries(units)
      .filter(([name]) => isWanted(isNew.unit(name)))
      .map(([name, unit]) => ({
        id: ids.units[name],
        name: unit.name,
        ...('parent' in unit ? { parent: ids.units[unit.parent] } : {}),
      })),
    people: everybody.map(([name, person]) => ({ id: ids.people[name], name: person.name })),
    holdings: everybody.flatMap(([name]) =>
      postsOf(name).map(([post, unit]) => ({
        id: chance.uuid(),
        person: ids.people[name],
        post,
        unit: ids.units[unit],
      })),
    ),
    leading: entries(leading)
      .filter(([person]) => isWanted(isNew.person(person)))
      .flatMap(([person, led]) =>
        led.map((unit) => ({ id: chance.uuid(), person: ids.people[person], unit: ids.units[unit] })),
      ),
    logins: await Promise.all(logins),
    sites: entries(sites)
      .filter(([name]) => isWanted(isNew.site(name)))
      .map(([name, site]) => ({
        ...site,
        id: ids.sites[name],
        owner: ids.units[site.owner],
        administrators: site.administrators.map((unit) => ids.units[unit]),
      })),
  };
}

const entries = <N extends string, V>(all: Readonly<Record<N, V>>) => Object.entries(all) as [N, V][];

/** `at`: an instant of the first day on which it holds. */
export async function adoptAs(db: Database, one: Adoption, ids: Named, at: Date): Promise<void> {
  const body = adoptingOf(one, ids, at);
  const ask = { subject: 'regulation', verb: 'adopt_for', id: ids.units[one.unit], body } as const;
  await must(db, ask, ids.people[one.by]);
}

function adoptingOf(one: Adoption, ids: Named, at: Date): Adopting {
  const binding = bindingOf(one, (unit) => ids.units[unit]);
  const home = Object.fromEntries(one.home.map((column, i) => [column, i + 1]));
  const { source } = textOf(one.file);
  return { source, fromOn: localDay(at), binding, home, descriptions: one.descriptions };
}

type Wish = Pick<Ask, 'subject' | 'verb' | 'id'> & { readonly body: object };

async function must(db: Database, wish: Wish, person: string): Promise<void> {
  const ask: Ask = {
    ...wish,
    version: 0,
    key: randomUUID(),
    actor: { person, address: 'world' },
    body: wish.body as Ask['body'],
  };
  const { status, body } = await act(db, ask);
  if (status === 200) return;
  const { message, reasons = [] } = body as { message: string; reasons?: readonly string[] };
  throw new Error([`${wish.subject} ${wish.verb}: ${message}`, ...reasons].join('\n  '));
}

/** By site and key, as they are open now. */
export async function columnsOf(db: Database): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .selectFrom('sites.column as c')
    .innerJoin('sites.site as s', 's.id', 'c.siteId')
    .select(['c.id', 'c.key', 's.label'])
    .execute();
  return Object.fromEntries(rows.map((row) => [`${row.label} ${row.key}`, row.id]));
}
