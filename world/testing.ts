/** A small world for tests: the county founded and its regulations adopted, without any article. */
import { dayMs } from '../core/day.ts';
import type { Database } from '../server/door/knock.ts';
import { now } from '../server/now.ts';
import { foundCounty, type Ids, seeded } from './found.ts';

/** Everybody's password in a small world. */
export const testPassword = 'county of tests 1';

/** Founded at `at`, by default a day ago, so that every post is held now. Ids by name: see county.ts. */
export const smallWorld = (db: Database, at = new Date(now().getTime() - dayMs)): Promise<Ids> =>
  foundCounty(db, { at, chance: seeded(), password: () => testPassword });
