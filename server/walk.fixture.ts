/** Walking an article through its chain, for the tests of the door. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Answer } from './act.ts';
import { type County, county, text } from './county.fixture.ts';
import { freshDatabase, type TestDatabase } from './db/testing.ts';
import type { Database } from './door/knock.ts';

/** A county on a fresh database, made before the file's tests and dropped after them. */
export function walker(found: (db: Database) => Promise<County> = county) {
  let database: TestDatabase | undefined;
  let made: County | undefined;
  beforeAll(async () => {
    database = await freshDatabase();
    made = await found(database.db);
  });
  afterAll(() => database?.drop());
  const db = () => (database as TestDatabase).db;
  const c = () => made as County;

  /** How a placement stands in the tables. */
  const at = (id: string) =>
    db()
      .selectFrom('content.placement as p')
      .leftJoin('content.run as r', 'r.id', 'p.runId')
      .select([
        'p.version',
        'p.state',
        'p.revisionId',
        'r.step',
        'r.state as runState',
        'r.hash',
        'r.revisionId as inReview',
      ])
      .where('p.id', '=', id)
      .executeTakeFirstOrThrow();
  /** The writer sends a text to a column of the main site. Answers the placement's id. */
  const sent = async (column = 'law', more: Parameters<typeof text>[1] = {}): Promise<string> => {
    const id = randomUUID();
    const answer = await c().act('writer', 'submit', id, 0, {
      columnId: c().column('www', column),
      body: text(`稿件${id.slice(0, 4)}`, more),
    });
    expect(answer).toMatchObject({ status: 200 });
    return id;
  };
  /** A newer text for the same placement. */
  const revised = async (id: string, title: string, name = 'writer'): Promise<Answer> =>
    c().act(name, 'submit', id, (await at(id)).version, { columnId: c().column('www', 'law'), body: text(title) });
  const approve = async (name: string, id: string, more: object = {}): Promise<Answer> => {
    const now = await at(id);
    return c().act(name, 'approve', id, now.version, { step: now.step, hash: now.hash, ...more });
  };
  const publish = async (name: string, id: string): Promise<Answer> => {
    const now = await at(id);
    return c().act(name, 'publish', id, now.version, { hash: now.hash });
  };
  /** A general text, published by its writer. */
  const published = async (): Promise<string> => {
    const id = await sent();
    expect(await approve('head', id)).toMatchObject({ status: 200 });
    expect(await approve('secrecy', id)).toMatchObject({ status: 200, body: { stateName: '已批准，待发布' } });
    expect(await publish('writer', id)).toMatchObject({ status: 200, body: { state: 'published' } });
    return id;
  };
  return {
    c,
    db,
    pool: () => (database as TestDatabase).pool,
    url: () => (database as TestDatabase).url,
    ownerUrl: () => (database as TestDatabase).ownerUrl,
    at,
    sent,
    revised,
    approve,
    publish,
    published,
  };
}
