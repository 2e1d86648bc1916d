/** Loading the demo county: founded, its regulations adopted, and its articles lived through until `at`. */
import type { Database } from '../server/door/knock.ts';
import { later } from './adoptions.ts';
import { stories as all } from './articles.ts';
import { bringFiles } from './bring.ts';
import { newcomer, type PersonName } from './county.ts';
import { adoptAs, foundCounty, type Ids, seeded, setUpNewcomer } from './found.ts';
import { atMinute, workday } from './hours.ts';
import { type Aside, live } from './live.ts';
import type { Story } from './story.ts';

export type Loaded = { readonly ids: Ids; readonly placements: readonly string[] };

type Wished = {
  readonly at: Date;
  /** The installation's folder: files go into the store there. */
  readonly data: string;
  readonly seed?: number;
  readonly password: (person: PersonName) => string;
  readonly stories?: readonly Story[];
};

/** The county is founded so many working days before it is looked at, and adopts its regulations an hour later. */
const foundedAgo = 245;
const hourMs = 3_600_000;

/**
 * `at`: the instant at which the county is looked at. Throws on a database that is not empty. The same seed gives the same
 * county; with the first so many `stories` only, a test gets these as they are in the whole.
 */
export async function loadWorld(db: Database, { at, data, seed, password, stories = all }: Wished): Promise<Loaded> {
  await refuseUnlessEmpty(db);
  const chance = seeded(seed);
  const founded = atMinute(workday(at, foundedAgo), 9 * 60);
  const wanted = { at: founded, adoptAfterMs: hourMs, chance, password, without: 'newcomer' } as const;
  const ids = await foundCounty(db, wanted);
  const kept = await bringFiles(db, ids, stories, { data, at });
  const asides = asidesOf(ids, { at, password });
  const placements = await live(db, ids, stories, { at, chance, kept, asides });
  return { ids, placements };
}

/** What happens to the county beside its articles. */
function asidesOf(ids: Ids, { at, password }: Pick<Wished, 'at' | 'password'>): readonly Aside[] {
  const afternoon = (ago: number) => atMinute(workday(at, ago), 16 * 60);
  return [
    {
      at: afternoon(newcomer.ago),
      happen: (db: Database) => setUpNewcomer(db, ids, { chance: seeded(newcomer.ago), password }),
    },
    // A text is adopted on the working day before it holds.
    ...later.map((one) => ({
      at: afternoon(one.ago + 1),
      happen: (db: Database) => adoptAs(db, one, ids, workday(at, one.ago)),
    })),
  ];
}

/** Said before any work; the door says it again under its lock. */
export class NotEmpty extends Error {
  constructor() {
    super('这个数据库已经有单位和人员：演示数据只能载入空的数据库 (the demo county loads into an empty database only)');
  }
}

async function refuseUnlessEmpty(db: Database): Promise<void> {
  const taken = await db.selectFrom('people.unit').select('id').limit(1).executeTakeFirst();
  if (taken) throw new NotEmpty();
}
