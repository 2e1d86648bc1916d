/** The endpoints of searching, of what was written before, and of the bin. */
import type { finding } from '../contract/find.ts';
import type { Endpoint } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { now } from '../now.ts';
import { bin, recoverScratch } from './bin.ts';
import { copyOf } from './copy.ts';
import { find } from './find/find.ts';
import { mine } from './mine.ts';
import { titlesUsed } from './titles.ts';

type Finding = { readonly [N in keyof typeof finding]: Endpoint<(typeof finding)[N]> };

export const findingRoutes: Finding = {
  find: async ({ db, session, input }) => ({ status: 200, body: await find(db, session.person, input, now()) }),
  mine: async ({ db, session, input }) => ({ status: 200, body: await mine(db, session.person, input, now()) }),
  titles: async ({ db, session, input }) => ({ status: 200, body: await titlesUsed(db, session.person, input, now()) }),
  copy: async ({ db, session, input }) => {
    const copy = await copyOf(db, session.person, input.id, now());
    return copy ? { status: 200, body: copy } : problem(404, 'absent');
  },
  bin: async ({ db, session, input }) => ({ status: 200, body: await bin(db, session.person, input.page, now()) }),
  recoverScratch: async ({ db, session, input }) => ({
    status: 200,
    body: await recoverScratch(db, session.person, input.id, now()),
  }),
};
