import type { Acting } from '../../core/takers.ts';
import { standardPosts } from '../../core/vocabulary/words.ts';
import type { Answer } from '../act.ts';
import { namesOf } from '../acting.ts';
import type { LeavingView } from '../contract/leaving.ts';
import { type Ask, actorOf, type Database } from '../door/knock.ts';
import type { Endpoints } from '../http/app.ts';
import { problem } from '../http/problem.ts';
import { inChargeOf } from '../in-charge.ts';
import { inForce } from '../in-force.ts';
import { now } from '../now.ts';
import type { PassingOn } from '../passing.ts';
import { leavingOf, type Post, postsOf } from './leaving.ts';

const itemsMax = 300;

export const leavingRoutes = (
  act: (db: Database, ask: Ask) => Promise<Answer>,
  passing: readonly PassingOn[],
): Endpoints['leaving'] => ({
  list: async ({ db, session, input }) => {
    const at = now();
    const held = await postsOf(db, input.id, at);
    const wanted = input.posts?.split(',');
    const posts = held.filter(({ post, unit }) => wanted?.includes(`${post}@${unit}`) ?? true);
    if (posts.length === 0) return problem(404, 'not_held');
    const inCharge = await inChargeOf(db, session.person, at);
    const may = (await Promise.all(posts.map(({ unit }) => inCharge(unit)))).every(Boolean);
    const closes = posts.length === held.length;
    return { status: 200, body: { may, closes, ...(await listed(db, input.id, posts, closes, passing, at)) } };
  },
  leave: async ({ db, session, input, address }) => {
    const { id, key, ...body } = input;
    return act(db, {
      ...{ subject: 'person', verb: 'leave', id, version: 0, key, body },
      actor: actorOf(session, address),
    });
  },
});

/** What the command line shows, too. */
export async function listed(
  db: Database,
  person: string,
  posts: readonly Post[],
  close: boolean,
  passing: readonly PassingOn[],
  at: Date,
): Promise<Pick<LeavingView, 'person' | 'posts' | 'items' | 'more'>> {
  const leaving = await leavingOf(db, person, posts, close, at);
  const all = (await Promise.all(passing.map((told) => told(db, leaving, at)))).flat();
  const names = await namesOf(
    db,
    [person, ...all.flatMap(({ to }) => to)],
    posts.map(({ unit }) => unit),
  );
  const shown = all.slice(0, itemsMax);
  return {
    person: names.person(person),
    posts: await Promise.all(
      posts.map(async ({ post, unit }) => ({ post, name: await nameOf(db, post, unit, at), unit: names.unit(unit) })),
    ),
    items: shown.map(({ to, ...item }) => ({ ...item, to: to.map(names.person) })),
    more: all.length - shown.length,
  };
}

async function nameOf(db: Database, post: Acting['post'], unit: string, at: Date): Promise<string> {
  const named = (await inForce(db, unit, at)).flatMap(({ regulation }) =>
    regulation.posts.filter(({ id }) => id === post),
  );
  return named[0]?.name ?? standardPosts[post] ?? post;
}
