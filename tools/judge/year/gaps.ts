/** Gaps over the versions of a text: each belongs to the version of the day on which it breaks; language page, section 5. */
import type { Gap } from '../../../core/regulation/duty-types.ts';
import type { Rest } from '../clock.ts';
import { opening, placeAt, placeOf } from '../days.ts';
import { gap } from '../gap.ts';
import { countsAt, type Said } from '../said.ts';
import { type Asked, askedOf, rawOf } from './asked.ts';
import { type Adoption, dayOf, span } from './history.ts';
import { meeting } from './meets.ts';
import { aboutsOf } from './over.ts';
import { asLookedAt } from './own-sites.ts';
import { withValues } from './words.ts';

/** Each event ends the gap before it; one that was too long by then is an episode. The one that runs stands last. */
export function gaps(asked: Asked, does: Gap): readonly Said[] {
  const { then, adoption, life } = asked;
  const versions = versionsOf(asked);
  const ends = countsAt(rawOf(asked, does), then)
    .map(({ at, since = at }) => Math.max(at, since))
    .toSorted((a, b) => a - b);
  const said = [...ends.map((end) => ({ at: end - 1, end })), { at: then, end: undefined }].flatMap(({ at, end }) => {
    const own = ownAt(versions, at);
    if (own?.adoption !== adoption) return [];
    if (end === undefined) return [own.said];
    return own.said.status === 'breached' && dayOf(end) >= life.ruledFrom ? [{ ...own.said, doneAt: end }] : [];
  });
  return said.filter(({ doneAt }) => doneAt === undefined || dayOf(doneAt) >= span.from);
}

type Version = { readonly adoption: Adoption; readonly at: (now: number) => Said };

/** Every version of the text that has this gap over this thing, the oldest first. */
function versionsOf({ adoption, duty, about, history, now }: Asked): readonly Version[] {
  const { binding, regulation } = adoption;
  return history.adoptions
    .filter((one) => one.binding.unit === binding.unit && one.regulation.slug === regulation.slug)
    .flatMap((one): Version[] => {
      const written = one.regulation.duties?.find(({ id }) => id === duty.id);
      const said = written && withValues(written, one);
      const own = said && asLookedAt(said, about);
      const { does } = own ?? {};
      if (!own || does?.pattern !== 'gap' || !aboutsOf(own, one, history, now).some(({ id }) => id === about.id))
        return [];
      const asked = askedOf(own, one, about, history, now);
      const raw = rawOf(asked, does);
      const rule = { ...does, warn: own.warn } as never;
      return [
        { adoption: one, at: (then) => gap(rule, asked.life, raw, restsOf(asked, does, then), asked.table, then) },
      ];
    });
}

/** The first version under which the gap broke while it was in force; else the one that is in force on that day. */
function ownAt(
  versions: readonly Version[],
  at: number,
): { readonly adoption: Adoption; readonly said: Said } | undefined {
  const today = placeAt(at);
  for (const { adoption, at: judge } of versions) {
    const [from, until] = [
      placeOf(adoption.from),
      adoption.until === undefined ? Number.POSITIVE_INFINITY : placeOf(adoption.until),
    ];
    const said = judge(at);
    const over = said.overAt ?? Number.POSITIVE_INFINITY;
    // Too long under these words already when they came: it breaks as they come.
    const broke = over <= at ? Math.max(placeAt(over), from) : undefined;
    if (broke !== undefined && broke <= today && broke < until && opening(from) <= at) return { adoption, said };
  }
  const now = versions.find(
    ({ adoption: { from, until } }) => placeOf(from) <= today && (until === undefined || today < placeOf(until)),
  );
  return now && { adoption: now.adoption, said: now.at(at) };
}

/** From each first event of a pause to the next of its second. */
function restsOf({ about, adoption, history }: Asked, { pauses }: Gap, then: number): readonly Rest[] {
  if (pauses.length === 0) return [];
  const events = meeting({ ...about, since: [] }, adoption, history, then).map(({ event }) => event);
  return pauses.flatMap(({ from, to, atMost }, kind) => {
    const rests: { from: number; to?: number; kind: number; atMost: never }[] = [];
    for (const event of events) {
      const last = rests.at(-1);
      const isResting = last !== undefined && last.to === undefined;
      if (!isResting && event.kind === from) rests.push({ from: event.at, kind, atMost: atMost as never });
      else if (isResting && event.kind === to) last.to = event.at;
    }
    return rests;
  });
}
