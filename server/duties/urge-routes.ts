import type { Answer } from '../act.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { adoptionIn, dutyIn } from './view.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;

export const urgeRoutes = (act: Act): Endpoints['urges'] => ({
  give: async ({ db, input: { key, duty, thing }, session, address }) =>
    act(db, {
      ...{ subject: 'urge', verb: 'urge', id: adoptionIn(duty), version: 0, key },
      body: { duty: dutyIn(duty), thing },
      actor: actorOf(session, address),
    }),
});
