/** Vitest's global setup: one PostgreSQL for the run, started by the first test file that asks for a database. */
import { openCluster } from '../server/db/testing.ts';

export const setup = openCluster;
