/** A draft regulation over what really happened: how each of its duties would have stood. Nothing is changed. */
import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, type Day, localDay } from '../../core/day.ts';
import type { Grounds } from '../../core/duty/applied.ts';
import { articlesUnder, isOverArticles } from '../../core/duty/articles.ts';
import { eventsOf } from '../../core/duty/events.ts';
import { byThing, gathering, plansOf, type World } from '../../core/duty/gather.ts';
import { linesOver } from '../../core/duty/history.ts';
import type { Line } from '../../core/duty/lines.ts';
import { factsBy } from '../../core/duty/meeting.ts';
import { type Planned, planned, type Rule } from '../../core/duty/plan.ts';
import type { Duty } from '../../core/regulation/duty-types.ts';
import type { Binding, InForce, Regulation } from '../../core/regulation/types.ts';
import type { Database } from '../door/knock.ts';
import { withArticles } from './article-facts.ts';
import { later } from './later.ts';
import { calendarsIn, knownUntil, type Ledger } from './ledger.ts';
import { type Standing, standings } from './trial-sums.ts';
import { below, rows } from './world.ts';

/** `duties`: by id, how their lines would have stood. */
export type Trial = Pick<Ledger, 'world' | 'calendarFor'> & { readonly duties: ReadonlyMap<string, Standing> };

/** As if the unit had adopted it on `since`. */
export async function tryDuties(
  db: Database,
  regulation: Regulation,
  binding: Binding,
  since: Day,
  at: Date,
): Promise<Trial> {
  const all = regulation.duties ?? [];
  const others = all.filter((one) => !isOverArticles(one));
  const isApart = areApart(all) && others.length < all.length;
  const reading = later(rows(db));
  const known = await knownUntil(db, isApart ? others : all, at, reading);
  const world = await reading;
  const draft = draftOf(regulation, binding);
  const rule: Rule = { ...draft, from: since, ruledFrom: since, reach: below(binding.unit, world.units) };
  const { duties, add } = standings();
  const judge = judging(since, at, add);
  await (isApart ? articlesApart(db, { rule, at, known, judge }) : allTogether({ rule, known, judge }));
  return { duties, world, calendarFor: calendarsIn(known) };
}

type Judge = (all: Iterable<readonly Planned[]>, groundsOf: (plan: Planned) => Grounds) => Promise<void>;
type Asked = { readonly rule: Rule; readonly at: Date; readonly known: World; readonly judge: Judge };

function judging(since: Day, at: Date, add: (line: Line) => void): Judge {
  const span = { from: since, to: addDays(localDay(at), 1) };
  let lines = 0;
  return async (all, groundsOf) => {
    for (const plans of all) {
      for (const plan of plans) {
        const own = linesOver(plan, groundsOf(plan), span, at.getTime());
        own.forEach(add);
        lines += own.length + 1;
      }
      // A year over a county takes seconds: others are served in between.
      if (lines > linesAtOnce) {
        await breathe();
        lines = 0;
      }
    }
  };
}
/** Some milliseconds' worth. */
const linesAtOnce = 5_000;

/** Lines over articles are nobody's but their own: no duty counts them among others. */
export function areApart(duties: readonly Duty[]): boolean {
  const counted = duties.flatMap(({ does }) => (does.pattern === 'count' ? [...does.duties, ...does.leaveOut] : []));
  return duties.every((one) => !isOverArticles(one) || (one.does.pattern !== 'count' && !counted.includes(one.id)));
}

/** Everything that happened is there at once. */
async function allTogether({ rule, known, judge }: Omit<Asked, 'at'>): Promise<void> {
  const groundsOf = gathering(known, () => plansOf([rule], known));
  await judge(byThing(rule, known), groundsOf);
  await judge(articlesUnder(rule, known.things)(factsBy(known.facts, 'article')), groundsOf);
}

/**
 * The same where articles are apart: of a million facts three quarters happened to articles alone, and none of these
 * outlives the lot in which it is judged. PostgreSQL sorts them while the others are judged.
 */
async function articlesApart(db: Database, { rule, at, known, judge }: Asked): Promise<void> {
  // What happened last says where an article stands, whichever duty asks for it.
  const kinds = (rule.regulation.duties ?? []).flatMap(eventsOf);
  await withArticles(db, kinds, at, async (lots) => {
    const groundsOf = gathering(known, () => planned(rule, known.things));
    await judge(byThing(rule, known), groundsOf);
    const plansIn = articlesUnder(rule, known.things);
    for await (const articles of lots) {
      const groundsIn = gathering({ ...known, articles }, () => []);
      await judge(plansIn(articles), groundsIn);
    }
  });
}

/** A text that nobody has adopted, as if somebody had. */
export const draftOf = (regulation: Regulation, binding: Binding): InForce => ({
  versionId: '',
  adoptionId: 'draft',
  binding,
  regulation,
});
