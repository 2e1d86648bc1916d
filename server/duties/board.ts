/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import type { Status } from '../../core/duty/verdict.ts';
import { grouped } from '../../core/groups.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { dutyKey, dutyView, type Named, namesIn, worse } from './view.ts';
import type { Rows } from './world.ts';

type Rule = BoardView['rules'][number];

/** One duty over one site or unit. `lines`: how many it stands for; `trouble`: how many of them are late or nearly. */
export type Cell = {
  readonly worst: Line;
  readonly lines: number;
  readonly trouble: number;
  /** How many stand how; said of a week or a month. */
  readonly counts?: Readonly<Partial<Record<Status, number>>>;
};
export type Cells = Pick<Ledger, 'world' | 'calendarFor'> & {
  readonly cells: readonly Cell[];
  /** Of duties that wait for a part of the product. */
  readonly waiting: readonly Line[];
  readonly sums: BoardView['sums'];
};

/** From the lines themselves. */
export function cellsOf({ lines, world, calendarFor }: Ledger): Cells {
  const runs = lines.filter(({ waits }) => waits === undefined);
  const cells = grouped(runs, (line) => `${dutyKey(line)} ${placeOf(line)}`).map((of) => ({
    worst: of.toSorted(worse)[0] as Line,
    lines: of.length,
    trouble: of.filter(({ verdict }) => ['breached', 'warned'].includes(verdict.status)).length,
    counts: Object.fromEntries(statuses.map((status) => [status, countOf(of, status)])),
  }));
  const sums = Object.fromEntries(statuses.map((status) => [status, countOf(lines, status)])) as BoardView['sums'];
  return { cells, waiting: lines.filter(({ waits }) => waits !== undefined), sums, world, calendarFor };
}

const countOf = (lines: readonly Line[], status: Status): number =>
  lines.filter(({ verdict }) => verdict.status === status).length;

/** What a line belongs to on the board. */
const placeOf = ({ thing }: Line): string => thing.site ?? thing.id;

/**
 * `isSpan`: the lines are all of a week or a month, and a cell says how many of them were kept. Units in their order and each
 * one's texts by name; duties as the text has them; sites and units in their order.
 */
export function boardOf(
  { cells, waiting, sums, world, calendarFor }: Cells,
  now: number,
  isSpan: boolean,
): Omit<BoardView, 'at'> {
  const tell = (cell: Cell) => (isSpan ? summed(cellOf(cell, calendarFor, now), cell) : cellOf(cell, calendarFor, now));
  const [names, order] = [namesIn(world), orderIn(world)];
  const all = cells.map((cell) => ({ ...cell, order: order(cell.worst) })).toSorted(before);
  const waits = waiting.map((worst) => ({ worst, order: order(worst) })).toSorted(before);
  const rules = grouped([...all, ...waits].toSorted(before), ({ worst }) => worst.rule.adoptionId).map((of) => {
    const { adoptionId } = (of[0] as Cell & Ordered).worst.rule;
    const mine = <T extends Ordered>(some: readonly T[]) =>
      some.filter(({ worst }) => worst.rule.adoptionId === adoptionId);
    return ruleOf(mine(all), mine(waits), names, tell);
  });
  return { rules, sums };
}

type Ordered = { readonly worst: Line; readonly order: readonly (string | number)[] };
type Shown = Cell & Ordered;

function before(a: Ordered, b: Ordered): number {
  const at = a.order.findIndex((one, i) => one !== b.order[i]);
  const [one, other] = [a.order[at] ?? 0, b.order[at] ?? 0];
  return one < other ? -1 : one > other ? 1 : 0;
}

function orderIn({ units, sites }: Rows) {
  const place = new Map([...units, ...sites].map(({ id }, i) => [id, i]));
  const duties = new Map<string, number>();
  return (line: Line): Ordered['order'] => {
    const { rule, duty } = line;
    const key = dutyKey(line);
    const known = duties.get(key) ?? (rule.regulation.duties ?? []).findIndex(({ id }) => id === duty.id);
    duties.set(key, known);
    const unit = place.get(rule.binding.unit) ?? 0;
    return [unit, rule.regulation.slug, rule.from, rule.adoptionId, known, place.get(placeOf(line)) ?? 0];
  };
}

function ruleOf(
  cells: readonly Shown[],
  waits: readonly Ordered[],
  names: Named,
  shown: (cell: Cell) => BoardCell,
): Rule {
  const { regulation, binding } = ([...cells, ...waits][0] as Ordered).worst.rule;
  const tables = (['site', 'unit'] as const).map((kind) => {
    const mine = cells.filter(({ worst }) => (worst.thing.site === undefined ? 'unit' : 'site') === kind);
    return { kind, duties: dutiesIn(mine), rows: rowsOf(mine, names, shown) };
  });
  return {
    slug: regulation.slug,
    title: regulation.title,
    unit: names.unit(binding.unit),
    tables: tables.filter(({ rows }) => rows.length > 0),
    waiting: dutiesIn(waits),
  };
}

const dutiesIn = (cells: readonly Ordered[]) =>
  grouped(cells, ({ worst }) => dutyKey(worst)).map((of) => dutyView((of[0] as Ordered).worst));

function rowsOf(cells: readonly Shown[], names: Named, shown: (cell: Cell) => BoardCell) {
  const rows = grouped(cells, ({ worst }) => placeOf(worst)).toSorted(([a], [b]) => {
    const place = (cell: Shown | undefined) => Number(cell?.order.at(-1) ?? 0);
    return place(a) - place(b);
  });
  return rows.map((of) => {
    const { thing } = (of[0] as Shown).worst;
    return {
      thing: thing.site === undefined ? names.unit(thing.id) : names.site(thing.site),
      cells: of.map(shown),
    };
  });
}

function cellOf({ worst, lines, trouble }: Cell, calendarFor: Ledger['calendarFor'], now: number): BoardCell {
  const [words, measure] = [sayStatus(worst, calendarFor(worst), now), sayMeasure(worst, now)];
  const many = trouble > 1 ? `${trouble} 项，` : '';
  const { status } = worst.verdict;
  const says =
    trouble > 0 || ['provisional', 'exempt'].includes(status) ? `${many}${words}` : ofTime(worst) ? words : measure;
  return { duty: dutyKey(worst), status, lines, trouble, says, words, measure };
}

/** Of how many, how many were broken or are near it; the worst of them stays what the cell is coloured by. */
function summed(cell: BoardCell, { lines, counts = {} }: Cell): BoardCell {
  const said = told.flatMap(([status, word]) => ((counts[status] ?? 0) > 0 ? [`${word} ${counts[status]}`] : []));
  const words = `${lines} 期：${said.join('，')}`;
  return { ...cell, says: lines > 1 ? (said[0] ?? '') : cell.says, words, measure: cell.words };
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
