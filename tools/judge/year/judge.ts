/** Every line of a year as the independent judge sees it at an instant; language page, sections 3, 5 and 6, and decision 0480. */
import type { Exemption } from '../../../core/duty/exempt.ts';
import type { Duty } from '../../../core/regulation/duty-types.ts';
import { opening, placeAt, placeOf } from '../days.ts';
import type { Said } from '../said.ts';
import { type Asked, askedOf, type Told } from './asked.ts';
import { linesOfCount } from './counts.ts';
import { type Adoption, dayOf, type History, plusDays } from './history.ts';
import { once } from './memo.ts';
import { type About, aboutsOf, bearers } from './over.ts';
import { asLookedAt, isHeard, isUnlooked, runsItself } from './own-sites.ts';
import { linesOfPattern } from './patterns.ts';
import { withValues } from './words.ts';

export function judgedYear(history: History, now: number): readonly Told[] {
  return history.adoptions.flatMap((adoption) =>
    (adoption.regulation.duties ?? []).flatMap((duty) => told(duty, adoption, history, now)),
  );
}

export function told(written: Duty, adoption: Adoption, history: History, now: number): readonly Told[] {
  const { binding, regulation, from } = adoption;
  const key = `told ${binding.unit} ${regulation.slug} ${from} ${written.id} ${now}`;
  return once(history, key, () => tell(written, adoption, history, now));
}

function tell(written: Duty, adoption: Adoption, history: History, now: number): readonly Told[] {
  const duty = withValues(written, adoption);
  if (!duty) return [];
  return aboutsOf(duty, adoption, history, now).flatMap((about) => {
    const asked = askedOf(asLookedAt(duty, about), adoption, about, history, now);
    if (awaited(asked.duty, adoption, about).length > 0) return asked.then < now ? [] : [unknown(asked)];
    const lines = duty.does.pattern === 'count' ? linesOfCount(asked, told) : linesOfPattern(asked);
    return lines
      .filter(({ said }) => asked.then === now || isDecided(said, asked.then))
      .map((line) => toldOf(line.said, line.part, asked));
  });
}

/** What nothing carries out yet: then whoever bears it can't be blamed. */
function awaited({ does }: Duty, { regulation }: Adoption, about: About): readonly string[] {
  const missing = (events: readonly string[]) => events.filter((one) => !isHeard(one, about));
  const all = (events: readonly string[]) => (missing(events).length === events.length ? events : []);
  switch (does.pattern) {
    case 'rate':
    case 'gap':
      return all(does.events);
    case 'due':
      return [...all(does.events), ...missing(does.days.flatMap((day) => ('event' in day ? [day.event] : [])))];
    case 'within':
      return [...all(does.from), ...all(does.to)];
    case 'share':
      return missing([does.part, does.whole].flatMap((one) => ('event' in one ? one.event : (one.with ?? []))));
    case 'keep':
      return does.standing.flatMap(({ things }) =>
        things === 'filing' || things === 'letterbox' || (things !== 'post' && runsItself(about)) ? [things] : [],
      );
    case 'count':
      return (regulation.duties ?? [])
        .filter(({ id }) => does.duties.includes(id))
        .flatMap((one) => awaited(asLookedAt(one, about), { regulation } as Adoption, about));
  }
}

function unknown({ adoption, duty, about, life, now }: Asked): Told {
  const from = life.ruledFrom > life.bornOn ? life.ruledFrom : life.bornOn;
  const said = { status: 'provisional', from, to: plusDays(dayOf(now), 1), n: 0, asked: 1, rests: [] } as const;
  const by = bearers(duty, adoption, about, { from, to: said.to, last: dayOf(now) });
  return { adoption, duty, about, part: 0, said, by, waits: true };
}

const isDecided = ({ status, overAt }: Said, then: number): boolean =>
  status === 'breached' || (overAt !== undefined && overAt <= then);

function toldOf(said: Said, part: number, asked: Asked): Told {
  const { adoption, duty, about, now } = asked;
  const over = said.overAt === undefined ? plusDays(said.to, -1) : dayOf(said.overAt - 1);
  const last = over < dayOf(now) ? over : dayOf(now);
  const known: Said = isUnlooked(said, asked) ? { ...said, status: 'provisional' } : said;
  const by = bearers(duty, adoption, about, { ...said, last });
  const seqs = exemption(known, asked);
  const exempt = { ...said, status: 'exempt' as const, rests: [...said.rests, ...seqs] };
  return { adoption, duty, about, part, said: seqs.length > 0 ? exempt : known, by, waits: false };
}

/**
 * It was given before the time was over, and not taken back before then, and the last day lies in it. Of what stands: all
 * days from that on which it broke to today, or to the one on which it ended; what follows without a break, and was given
 * before the one before it was over, goes on with it.
 */
function exemption(said: Said, { adoption, duty, about, history, now }: Asked): readonly string[] {
  if (said.status === 'met') return [];
  const { does } = duty;
  const stands =
    does.pattern === 'gap' ||
    does.pattern === 'keep' ||
    (does.pattern === 'share' && 'last' in does.over) ||
    (does.pattern === 'count' && does.per === undefined);
  const mine = history.exemptions
    .filter(
      (one) =>
        one.unit === adoption.binding.unit &&
        one.slug === adoption.regulation.slug &&
        one.duty === duty.id &&
        one.thing === about.id &&
        one.at <= now,
    )
    .map(({ seq, at, from, to, backAt = now + 1 }) => {
      const end = opening(placeOf(to));
      return { seq, at, opens: opening(placeOf(from)), closes: backAt <= now && backAt < end ? backAt : end };
    });
  const holding = (instant: number) =>
    mine.find(({ at, opens, closes }) => at <= instant && opens <= instant && instant < closes);
  if (!stands) {
    const one = holding((said.overAt ?? opening(placeOf(said.to))) - 1);
    return one ? [one.seq] : [];
  }
  const until = said.doneAt ?? now + 1;
  const first = holding(Math.min(said.overAt ?? until, until) - 1);
  return followed(first, holding, until);
}

type Held = { readonly seq: string; readonly closes: number };
/** One and those after it, up to an instant; none where something is missing on the way. */
function followed(
  one: Held | undefined,
  holding: (instant: number) => Held | undefined,
  until: number,
): readonly string[] {
  if (!one) return [];
  if (one.closes >= until) return [one.seq];
  const rest = followed(holding(one.closes), holding, until);
  return rest.length === 0 ? [] : [one.seq, ...rest];
}
