import type { Answer } from '../act.ts';
import type { Row } from '../contract/row.ts';
import type { Ask, Database } from '../door/knock.ts';
import type { Call, Endpoint, Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { compose, dropScratch, previews, saveScratch, scratch } from './compose.ts';
import { mine, queue, today } from './lists.ts';
import { placementView } from './view.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;
type Move = { id: string; version: number; key: string };

/** A move: the contract's input minus id, version and key is what the verb needs. */
const move = <R extends Row>(act: Act, verb: string): Endpoint<R> =>
  (async ({ db, input, session, address }: Call<R>) => {
    const { id, version, key, ...body } = input as Move & Record<string, unknown>;
    return act(db, { subject: 'article', verb, id, version, key, actor: { person: session.person, address }, body });
  }) as Endpoint<R>;

export const contentRoutes = (act: Act): Endpoints['content'] => ({
  today: async ({ db, session }) => ({ status: 200, body: await today(db, session.person, now()) }),
  mine: async ({ db, session, input }) => ({
    status: 200,
    body: await mine(db, session.person, input.tab, input.page, now()),
  }),
  queue: async ({ db, session }) => ({ status: 200, body: await queue(db, session.person, now()) }),
  compose: async ({ db, session }) => ({ status: 200, body: await compose(db, session.person, now()) }),
  preview: async ({ db, session, input }) => ({ status: 200, body: await previews(db, session.person, input, now()) }),
  scratch: async ({ db, session, input }) => ({
    status: 200,
    body: (await scratch(db, session.person, input.id)) as never,
  }),
  saveScratch: async ({ db, session, input }) => ({
    status: 200,
    body: await saveScratch(db, session.person, input.id, { body: input.body, columnIds: input.columnIds }, now()),
  }),
  dropScratch: async ({ db, session, input }) => ({
    status: 200,
    body: await dropScratch(db, session.person, input.id),
  }),
  placement: async ({ db, session, input }) => {
    const view = await placementView(db, input.id, session.person, now());
    return view ? { status: 200, body: view } : problem(404, 'absent');
  },
  save: move(act, 'save'),
  submit: move(act, 'submit'),
  recall: move(act, 'recall'),
  return: move(act, 'return'),
  approve: move(act, 'approve'),
  discard: move(act, 'discard'),
  publish: move(act, 'publish'),
  withdraw: move(act, 'withdraw'),
});
