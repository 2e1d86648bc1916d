/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { dutyKey, dutyView, type Named, namesIn, worse } from './view.ts';

type Rule = BoardView['rules'][number];

export function boardOf({ lines, world, calendarFor }: Ledger, now: number): Omit<BoardView, 'at'> {
  const names = namesIn(world);
  const rules = grouped(lines, ({ rule }) => rule.adoptionId).map((all) => ruleOf(all, names, calendarFor, now));
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

function ruleOf(all: readonly Line[], names: Named, calendarFor: Ledger['calendarFor'], now: number): Rule {
  const { regulation, binding } = (all[0] as Line).rule;
  const runs = all.filter(({ waits }) => waits === undefined);
  const tables = (['site', 'unit'] as const).map((kind) => {
    const lines = runs.filter(({ thing }) => (thing.site === undefined ? 'unit' : 'site') === kind);
    return { kind, duties: dutiesIn(lines), rows: rowsOf(lines, names, calendarFor, now) };
  });
  return {
    slug: regulation.slug,
    title: regulation.title,
    unit: names.unit(binding.unit),
    tables: tables.filter(({ rows }) => rows.length > 0),
    waiting: dutiesIn(all.filter(({ waits }) => waits !== undefined)),
  };
}

const dutiesIn = (lines: readonly Line[]) => grouped(lines, dutyKey).map((of) => dutyView(of[0] as Line));

const rowsOf = (lines: readonly Line[], names: Named, calendarFor: Ledger['calendarFor'], now: number) =>
  grouped(lines, ({ thing }) => thing.site ?? thing.id).map((of) => {
    const { thing } = of[0] as Line;
    return {
      thing: thing.site === undefined ? names.unit(thing.id) : names.site(thing.site),
      cells: grouped(of, dutyKey).map((mine) => cellOf(mine, calendarFor, now)),
    };
  });

function cellOf(lines: readonly Line[], calendarFor: Ledger['calendarFor'], now: number): BoardCell {
  const [worst] = lines.toSorted(worse) as [Line, ...Line[]];
  const trouble = lines.filter(({ verdict }) => ['breached', 'warned'].includes(verdict.status)).length;
  const [words, measure] = [sayStatus(worst, calendarFor(worst), now), sayMeasure(worst, now)];
  const many = trouble > 1 ? `${trouble} 项，` : '';
  const { status } = worst.verdict;
  const says = trouble > 0 || status === 'provisional' ? `${many}${words}` : ofTime(worst) ? words : measure;
  return { duty: dutyKey(worst), status, lines: lines.length, trouble, says, words, measure };
}
/** Its measure is only its limit, which says nothing of how it stands. */
const ofTime = ({ duty: { does } }: Line): boolean => does.pattern === 'within';
