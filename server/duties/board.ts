/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Calendar } from '../../core/calendar.ts';
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { dutyKey, dutyView, type Named, namesIn, worse } from './view.ts';

type Rule = BoardView['rules'][number];

export function boardOf({ lines, world }: Ledger, calendar: Calendar, now: number): Omit<BoardView, 'at'> {
  const names = namesIn(world);
  const rules = grouped(lines, ({ rule }) => rule.adoptionId).map((all) => ruleOf(all, names, calendar, now));
  const count = (status: (typeof statuses)[number]) => lines.filter(({ verdict }) => verdict.status === status).length;
  const sums = Object.fromEntries(statuses.map((status) => [status, count(status)])) as BoardView['sums'];
  return { rules, sums };
}

/** In the order in which each group was first met. */
function grouped<T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const list = groups.get(key(one));
    if (list) list.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function ruleOf(all: readonly Line[], names: Named, calendar: Calendar, now: number): Rule {
  const first = all[0] as Line;
  const { regulation, binding } = first.rule;
  const duties = grouped(all, dutyKey).map((lines) => dutyView(lines[0] as Line));
  const rows = grouped(all, placeOf).map((lines): Rule['rows'][number] => {
    const { thing } = lines[0] as Line;
    const onSite = thing.site !== undefined;
    return {
      kind: onSite ? 'site' : 'unit',
      thing: onSite ? names.site(thing.site ?? '') : names.unit(thing.id),
      cells: grouped(lines, dutyKey).map((of) => cellOf(of, calendar, now)),
    };
  });
  return { slug: regulation.slug, title: regulation.title, unit: names.unit(binding.unit), duties, rows };
}
const placeOf = ({ thing }: Line): string => thing.site ?? thing.id;

function cellOf(lines: readonly Line[], calendar: Calendar, now: number): BoardCell {
  const [worst] = lines.toSorted(worse) as [Line, ...Line[]];
  const trouble = lines.filter(({ verdict }) => ['breached', 'warned'].includes(verdict.status)).length;
  const [words, measure] = [sayStatus(worst, calendar, now), sayMeasure(worst, now)];
  const many = trouble > 1 ? `${trouble} 项，` : '';
  const { status } = worst.verdict;
  const says = trouble > 0 || status === 'provisional' ? `${many}${words}` : ofTime(worst) ? words : measure;
  return { duty: dutyKey(worst), status, lines: lines.length, trouble, says, words, measure };
}
/** Its measure is only its limit, which says nothing of how it stands. */
const ofTime = ({ duty: { does } }: Line): boolean => does.pattern === 'within';
