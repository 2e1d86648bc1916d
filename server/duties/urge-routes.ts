import type { Answer } from '../act.ts';
import type { Ask, Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';

type Act = (db: Database, ask: Ask) => Promise<Answer>;

export const urgeRoutes = (act: Act): Endpoints['urges'] => ({
  give: async ({ db, input: { key, duty, thing }, session: { person, onBehalfOf }, address }) =>
    act(db, {
      ...{ subject: 'urge', verb: 'urge', id: duty.slice(0, 36), version: 0, key },
      body: { duty: duty.slice(37), thing },
      actor: { person, address, ...(onBehalfOf ? { onBehalfOf } : {}) },
    }),
});
