/** The lines that one duty gives over one thing in the year; language page, section 3. */
import type { Due, Keep, Rate, Share, Within } from '../../../core/regulation/duty-types.ts';
import { dayAt, opening, periodOf, placeAt, placeOf } from '../days.ts';
import * as dueJudge from '../due.ts';
import { rate } from '../rate.ts';
import type { Raw, Said } from '../said.ts';
import * as stateJudge from '../state.ts';
import { within } from '../within.ts';
import { type Asked, holds, later, rawOf, settled } from './asked.ts';
import { gaps } from './gaps.ts';
import { dayOf, span } from './history.ts';
import { meeting } from './meets.ts';
import { allOf, isUnder } from './over.ts';
import { isUnsaid, lookedFor, runsItself } from './own-sites.ts';
import { steps } from './standing.ts';
import { isSo } from './words.ts';

export type Part = { readonly part: number; readonly said: Said };
const first = (lines: readonly Said[]): readonly Part[] => lines.map((said) => ({ part: 0, said }));

export function linesOfPattern(asked: Asked): readonly Part[] {
  const { does } = asked.duty;
  switch (does.pattern) {
    case 'rate':
      return rates(asked, does);
    case 'gap':
      return first(gaps(asked, does));
    case 'within':
      return first(clocks(asked, does));
    case 'due':
      return first(dues(asked, does));
    case 'share':
      return first(shares(asked, does));
    case 'keep':
      return keeps(asked, does);
    case 'count':
      return [];
  }
}

/** The first day that is judged of each period which begins in the year or is cut by the rule, up to `then`. */
export function periods(per: string, { life, then }: Asked): readonly string[] {
  const found: string[] = [];
  const begin = placeOf(later(life.ruledFrom, span.from));
  for (let place = begin; place < placeOf(span.to) && place <= placeAt(then); place = periodOf(per, place).to)
    found.push(dayAt(place));
  return found;
}
export const endOf = (per: string, day: string): number => opening(periodOf(per, placeOf(day)).to);

function rates(asked: Asked, does: Rate): readonly Part[] {
  const { duty, life, table, then } = asked;
  const raw = rawOf(asked, does);
  return does.quotas.flatMap((quota, part) => {
    const rule = { quota, warn: duty.warn, ...(duty.holidays ? { holidays: duty.holidays } : {}) };
    const per = settled<string>(quota.per);
    return periods(per, asked).flatMap((day): Part[] => {
      const said = rate(settled(rule), life, day, raw, table, Math.min(then, endOf(per, day)));
      return said && holds(asked, said.from) ? [{ part, said }] : [];
    });
  });
}

function clocks(asked: Asked, does: Within): readonly Said[] {
  const { about, adoption, history, table, then, duty } = asked;
  const met = meeting({ ...about, since: [] }, adoption, history, then)
    .map(({ event }) => event)
    .filter(({ kind, facets }) => !does.from.includes(kind) || isSo(does.in, facets));
  const lines = within(settled({ ...does, warn: duty.warn }), met, table, then);
  return lines.filter(({ from }) => holds(asked, from) && from >= span.from && from < span.to);
}

function dues(asked: Asked, does: Due): readonly Said[] {
  const { about, adoption, history, table, then, duty, life } = asked;
  const rule = settled<dueJudge.Due>({ ...does, warn: duty.warn });
  const named = does.days.flatMap((day) => ('event' in day ? [day.event] : []));
  const happened = meeting({ ...about, since: [] }, adoption, history, then).map(({ event }) => event);
  const anchors = [...new Set(happened.filter(({ kind }) => named.includes(kind)).map(({ at }) => dayOf(at)))];
  const to = Math.min(placeOf(span.to), placeAt(then) + 1);
  const lines = dueJudge.lines(rule, life, anchors, placeOf(span.from), to, table);
  const raw = rawOf(asked, does);
  return lines.filter(({ due }) => holds(asked, dayAt(due))).map((line) => dueJudge.due(rule, line, raw, table, then));
}

function shares(asked: Asked, does: Share): readonly Said[] {
  const { table, then, life, duty } = asked;
  const rule = settled<stateJudge.Share>({ ...does, warn: duty.warn });
  const over = rule.over.per;
  const at = (days: { from: number; to: number }, now: number) => {
    const [part, whole] = [does.part, does.whole].map((term) => termOf(term, asked, days, does, now));
    return stateJudge.share(rule, life, part ?? [], whole ?? [], days, now);
  };
  if (over === undefined) return holds(asked, dayOf(then)) ? [at(stateJudge.shareDays(rule, then, table), then)] : [];
  return periods(over, asked).flatMap((day) => {
    const said = at(periodOf(over, placeOf(day)), Math.min(then, endOf(over, day)));
    return holds(asked, later(said.from, life.ruledFrom)) ? [said] : [];
  });
}

/** Events, or the things that are there on the last day that is looked at, one each. */
function termOf(
  term: Share['part'],
  asked: Asked,
  days: { from: number; to: number },
  does: Share,
  now: number,
): readonly Raw[] {
  const { between } = does;
  if ('event' in term) return rawOf(asked, { events: [term.event], in: does.in, ...(between ? { between } : {}) });
  const { history, adoption, about } = asked;
  const last = dayAt(Math.min(placeAt(now), days.to - 1));
  const withs = [does.part, does.whole].flatMap((one) => ('event' in one ? [] : (one.with ?? [])));
  const there = allOf(term.things, history, asked.now).filter(
    (one) =>
      (about.kind === 'portal' ? isUnder(one.owner, adoption.binding.unit, history) : one.site === about.id) &&
      (term.id === undefined || one.column?.key === term.id) &&
      one.from <= last &&
      (one.to === undefined || last < one.to) &&
      !withs.some((event) => isUnsaid(one, event, days, asked)),
  );
  return there.flatMap((one): readonly Raw[] => {
    if (term.with === undefined) return [{ seq: one.id, at: opening(days.from) }];
    const met = rawOf(
      { ...asked, about: one },
      {
        events: [runsItself(one) ? lookedFor(term.with) : term.with],
        in: does.in,
      },
    );
    return met.filter(({ at }) => at >= opening(days.from) && at < opening(days.to)).slice(0, 1);
  });
}

function keeps(asked: Asked, does: Keep): readonly Part[] {
  const { then, life, table } = asked;
  if (!holds(asked, dayOf(then))) return [];
  return does.standing.map((standing, part) => {
    const rule = settled<stateJudge.Keep>({ ...standing, ...(does.grace ? { grace: does.grace } : {}) });
    return { part, said: stateJudge.keep(rule, life, steps(asked, does, standing), table, then) };
  });
}
