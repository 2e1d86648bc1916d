/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import type { Status } from '../../core/duty/verdict.ts';
import { grouped, groups } from '../../core/groups.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { dutyKey, dutyView, type Named, namesIn, worse } from './view.ts';

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
  const names = namesIn(world);
  const place = new Map([...world.units, ...world.sites].map(({ id }, i) => [id, i]));
  const waits = groups(waiting, ({ rule }) => rule.adoptionId);
  const runs = groups(cells, ({ worst }) => worst.rule.adoptionId);
  const rules = new Map([...waiting, ...cells.map(({ worst }) => worst)].map(({ rule }) => [rule.adoptionId, rule]));
  const order = ({ binding, regulation, from, adoptionId }: RuleInForce) =>
    [place.get(binding.unit) ?? 0, regulation.slug, from, adoptionId] as const;
  const shown = [...rules.values()]
    .toSorted((a, b) => before(order(a), order(b)))
    .map((rule) => {
      const at = placing(rule, place);
      const mine = at(runs.get(rule.adoptionId) ?? [], ({ worst }) => worst);
      const late = at(waits.get(rule.adoptionId) ?? [], (line) => line);
      return ruleOf(rule, mine, late, names, place, tell);
    });
  return { rules: shown, sums };
}

type RuleInForce = Line['rule'];

function before(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  const [one, other] = [a[at] ?? 0, b[at] ?? 0];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Duties as the text has them, and of each sites and units in their order. */
function placing({ regulation }: RuleInForce, place: ReadonlyMap<string, number>) {
  const duties = new Map((regulation.duties ?? []).map(({ id }, i) => [id, i]));
  return <T>(all: readonly T[], lineOf: (one: T) => Line): readonly T[] =>
    all
      .map((one) => {
        const line = lineOf(one);
        return { one, duty: duties.get(line.duty.id) ?? -1, place: place.get(placeOf(line)) ?? 0 };
      })
      .toSorted((a, b) => a.duty - b.duty || a.place - b.place)
      .map(({ one }) => one);
}

function ruleOf(
  { regulation, binding }: RuleInForce,
  cells: readonly Cell[],
  waits: readonly Line[],
  names: Named,
  place: ReadonlyMap<string, number>,
  shown: (cell: Cell) => BoardCell,
): Rule {
  const kinds = groups(cells, ({ worst }) => (worst.thing.site === undefined ? 'unit' : 'site'));
  const tables = (['site', 'unit'] as const).map((kind) => {
    const mine = kinds.get(kind) ?? [];
    return { kind, duties: dutiesIn(mine.map(({ worst }) => worst)), rows: rowsOf(mine, names, place, shown) };
  });
  return {
    slug: regulation.slug,
    title: regulation.title,
    unit: names.unit(binding.unit),
    tables: tables.filter(({ rows }) => rows.length > 0),
    waiting: dutiesIn(waits),
  };
}

const dutiesIn = (lines: readonly Line[]) =>
  [...groups(lines, ({ duty }) => duty.id).values()].map(([one]) => dutyView(one as Line));

function rowsOf(
  cells: readonly Cell[],
  names: Named,
  place: ReadonlyMap<string, number>,
  shown: (cell: Cell) => BoardCell,
) {
  const rows = [...groups(cells, ({ worst }) => placeOf(worst))];
  return rows
    .toSorted(([a], [b]) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
    .map(([id, of]) => ({
      thing: of[0]?.worst.thing.site === undefined ? names.unit(id) : names.site(id),
      cells: of.map(shown),
    }));
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
