/** Standing facts as they came and went: holders of a post, articles before the public, columns; language page, section 3. */
import type { Keep, Standing } from '../../../core/regulation/duty-types.ts';
import type { Step } from '../state.ts';
import type { Asked } from './asked.ts';
import { type History, instant } from './history.ts';
import { meeting } from './meets.ts';
import { allOf, publicTimes } from './over.ts';
import { isSo } from './words.ts';

export function steps(asked: Asked, { in: which }: Keep, { things, id }: Standing): readonly Step[] {
  const { about, history, now, adoption } = asked;
  if (things === 'post') return postSteps(history, id ?? '', about.kind === 'portal' ? undefined : about.owner, now);
  if (things === 'article')
    return articleSteps(
      meeting({ ...about, since: [] }, adoption, history, now).map(({ event }) => event),
      (one) => isSo(which, one.facets),
    );
  return allOf('column', history, now)
    .filter((one) => one.site === about.id && (id === undefined || one.column?.key === id))
    .flatMap((one): readonly Step[] => {
      const events = meeting({ ...one, since: [] }, adoption, history, now).map(({ event }) => event);
      const stock = articleSteps(events, () => true);
      const edges = [one.from, ...(one.to === undefined ? [] : [one.to])].map((day) => ({
        seq: `column ${one.id}`,
        at: instant(day),
        n: 0,
      }));
      const last = one.to === undefined ? Number.POSITIVE_INFINITY : instant(one.to);
      let [n, was] = [0, false];
      return [...stock, ...edges]
        .toSorted((a, b) => a.at - b.at)
        .flatMap((step) => {
          n += step.n;
          const is =
            step.at < last && step.at >= instant(one.from) && isSo(which, { ...one.facets, articles: String(n) });
          const turned = is !== was;
          was = is;
          return turned ? [{ ...step, n: is ? 1 : -1 }] : [];
        });
    });
}

function postSteps({ holdings }: History, post: string, unit: string | undefined, now: number): readonly Step[] {
  return holdings
    .filter((one) => one.post === post && (unit === undefined || one.unit === unit) && one.from <= now)
    .flatMap((one) => {
      const seq = `${post} ${one.unit} ${one.from}`;
      const came = { seq, at: one.from, n: 1 };
      return one.to !== undefined && one.to <= now ? [came, { seq, at: one.to, n: -1 }] : [came];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Each article while it is public at any place; its facets are those that it was made public with. */
function articleSteps(events: History['events'], fits: (event: History['events'][number]) => boolean): readonly Step[] {
  const own = new Map<string, History['events'][number][]>();
  for (const event of events) own.set(event.article ?? '', [...(own.get(event.article ?? '') ?? []), event]);
  return [...own.values()]
    .flatMap((mine): readonly Step[] =>
      publicTimes(mine).flatMap(({ from, to }) => {
        if (!fits(from)) return [];
        return [{ seq: from.seq, at: from.at, n: 1 }, ...(to ? [{ seq: to.seq, at: to.at, n: -1 }] : [])];
      }),
    )
    .toSorted((a, b) => a.at - b.at);
}
