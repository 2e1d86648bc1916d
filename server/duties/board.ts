/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import type { Status } from '../../core/duty/verdict.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { dutyKey, dutyView, type Named, namesIn, worse } from './view.ts';

type Rule = BoardView['rules'][number];

type Tell = (lines: readonly Line[]) => BoardCell;

/** `isSpan`: the lines are all of a week or a month, and a cell says how many of them were kept. */
export function boardOf({ lines, world, calendarFor }: Ledger, now: number, isSpan: boolean): Omit<BoardView, 'at'> {
  const names = namesIn(world);
  const tell: Tell = (of) => (isSpan ? summed(cellOf(of, calendarFor, now), of) : cellOf(of, calendarFor, now));
  const rules = grouped(lines, ({ rule }) => rule.adoptionId).map((all) => ruleOf(all, names, tell));
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

function ruleOf(all: readonly Line[], names: Named, tell: Tell): Rule {
  const { regulation, binding } = (all[0] as Line).rule;
  const runs = all.filter(({ waits }) => waits === undefined);
  const tables = (['site', 'unit'] as const).map((kind) => {
    const lines = runs.filter(({ thing }) => (thing.site === undefined ? 'unit' : 'site') === kind);
    return { kind, duties: dutiesIn(lines), rows: rowsOf(lines, names, tell) };
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

const rowsOf = (lines: readonly Line[], names: Named, tell: Tell) =>
  grouped(lines, ({ thing }) => thing.site ?? thing.id).map((of) => {
    const { thing } = of[0] as Line;
    return {
      thing: thing.site === undefined ? names.unit(thing.id) : names.site(thing.site),
      cells: grouped(of, dutyKey).map(tell),
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

/** Of how many, how many were broken or are near it; the worst of them stays what the cell is coloured by. */
function summed(cell: BoardCell, lines: readonly Line[]): BoardCell {
  const of = (status: Status) => lines.filter(({ verdict }) => verdict.status === status).length;
  const counts = told.flatMap(([status, word]) => (of(status) > 0 ? [`${word} ${of(status)}`] : []));
  const words = `${lines.length} 期：${counts.join('，')}`;
  return { ...cell, says: lines.length > 1 ? (counts[0] ?? '') : cell.says, words, measure: cell.words };
}
const told: ReadonlyArray<readonly [Status, string]> = [
  ['breached', '违反'],
  ['warned', '将到期'],
  ['pending', '未到期'],
  ['provisional', '暂定'],
  ['exempt', '豁免'],
  ['met', '合规'],
];
/** Its measure is only its limit, which says nothing of how it stands. */
const ofTime = ({ duty: { does } }: Line): boolean => does.pattern === 'within';
