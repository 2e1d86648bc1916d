/** The board: for each regulation in force, its duties across sites and units, each cell the worst of its lines. */
import type { Line } from '../../core/duty/lines.ts';
import { sayMeasure, sayStatus } from '../../core/duty/say.ts';
import type { Status } from '../../core/duty/verdict.ts';
import { grouped, groups } from '../../core/groups.ts';
import { type BoardCell, type BoardView, statuses } from '../contract/duties.ts';
import type { Ledger } from './ledger.ts';
import { type Asked, listed, placeOf, standingsOf, type Table } from './places.ts';
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
/** What is listed: the rows of each table, and a cell for each duty that has lines about one of them. */
export type Cells = Pick<Ledger, 'world' | 'calendarFor'> & {
  readonly tables: readonly Table[];
  readonly cells: readonly Cell[];
  /** Of duties that wait for a part of the product. */
  readonly waiting: readonly Line[];
  readonly sums: BoardView['sums'];
};

/** From the lines themselves. */
export function cellsOf({ lines, world, calendarFor }: Ledger, asked: Asked): Cells {
  const { runs, waits } = apart(lines);
  const { tables, sums } = listed(standingsOf(runs), standingsOf(waits), world, asked);
  return { tables, cells: cellsIn(runs, tables), waiting: shownOf(waits, asked), sums, world, calendarFor };
}

/** Lines that are judged, and those that wait for a part of the product. */
export const apart = (lines: readonly Line[]) => ({
  runs: lines.filter(({ waits }) => waits === undefined),
  waits: lines.filter(({ waits }) => waits !== undefined),
});

/** They are no site's and no unit's: who looks for one of those doesn't see them. */
export const shownOf = (waits: readonly Line[], { name, only, kind, adoption }: Asked): readonly Line[] =>
  name === undefined && only === undefined && kind === undefined
    ? waits.filter(({ rule }) => adoption === undefined || adoption === rule.adoptionId)
    : [];

export function cellsIn(lines: readonly Line[], tables: readonly Table[]): readonly Cell[] {
  const shown = new Set(tables.flatMap(({ adoptionId, places }) => places.map((place) => `${adoptionId} ${place}`)));
  const mine = lines.filter((line) => shown.has(`${line.rule.adoptionId} ${placeOf(line)}`));
  return grouped(mine, (line) => `${dutyKey(line)} ${placeOf(line)}`).map((of) => ({
    worst: of.toSorted(worse)[0] as Line,
    lines: of.length,
    trouble: of.filter(({ verdict }) => ['breached', 'warned'].includes(verdict.status)).length,
    counts: Object.fromEntries(
      statuses.map((status) => [status, of.filter(({ verdict }) => verdict.status === status).length]),
    ),
  }));
}

/**
 * `isSpan`: the lines are all of a week or a month, and a cell says how many of them were kept. Units in their order and each
 * one's texts by name; duties as the text has them.
 */
export function boardOf(
  { tables, cells, waiting, sums, world, calendarFor }: Cells,
  now: number,
  isSpan: boolean,
): Omit<BoardView, 'at'> {
  const tell = (cell: Cell) => (isSpan ? summed(cellOf(cell, calendarFor, now), cell) : cellOf(cell, calendarFor, now));
  const names = namesIn(world);
  const place = new Map(world.units.map(({ id }, i) => [id, i]));
  const order = ({ binding, regulation, from, adoptionId }: RuleInForce) =>
    [place.get(binding.unit) ?? 0, regulation.slug, from, adoptionId] as const;
  const rules = new Map([...waiting, ...cells.map(({ worst }) => worst)].map(({ rule }) => [rule.adoptionId, rule]));
  const cellAt = groups(cells, ({ worst }) => `${worst.rule.adoptionId} ${placeOf(worst)}`);
  const shown = [...rules.values()]
    .toSorted((a, b) => before(order(a), order(b)))
    .map((rule): Rule => {
      const { regulation, binding, adoptionId } = rule;
      const mine = tables.filter((one) => one.adoptionId === adoptionId && one.places.length > 0);
      const late = waiting.filter((line) => line.rule.adoptionId === adoptionId);
      return {
        adoption: adoptionId,
        slug: regulation.slug,
        title: regulation.title,
        unit: names.unit(binding.unit),
        // Sites before units.
        tables: mine.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)).map((one) => tableOf(one, cellAt, names, tell)),
        waiting: dutiesIn(late).map(dutyView),
      };
    });
  return { rules: shown.filter(({ tables, waiting }) => tables.length + waiting.length > 0), sums };
}

type RuleInForce = Line['rule'];

function before(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((one, i) => one !== b[i]);
  const [one, other] = [a[at] ?? 0, b[at] ?? 0];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** One line of each duty, in the order of the text. */
function dutiesIn(lines: readonly Line[]): readonly Line[] {
  const of = groups(lines, ({ duty }) => duty.id);
  return (lines[0]?.rule.regulation.duties ?? []).flatMap(({ id }) => of.get(id)?.slice(0, 1) ?? []);
}

function tableOf(
  { adoptionId, kind, places, all, trouble, page, pages }: Table,
  cellAt: ReadonlyMap<string, readonly Cell[]>,
  names: Named,
  tell: (cell: Cell) => BoardCell,
): Rule['tables'][number] {
  const at = (place: string) => cellAt.get(`${adoptionId} ${place}`) ?? [];
  const duties = dutiesIn(places.flatMap(at).map(({ worst }) => worst));
  const rows = places.map((place) => {
    const cells = new Map(at(place).map((cell) => [cell.worst.duty.id, cell]));
    return {
      thing: kind === 'unit' ? names.unit(place) : names.site(place),
      cells: duties.map(({ duty }) => {
        const cell = cells.get(duty.id);
        return cell ? tell(cell) : null;
      }),
    };
  });
  return { kind, duties: duties.map(dutyView), rows, all, trouble, page, pages };
}

function cellOf({ worst, lines, trouble }: Cell, calendarFor: Ledger['calendarFor'], now: number): BoardCell {
  const [words, measure] = [sayStatus(worst, calendarFor(worst), now), sayMeasure(worst, now)];
  const many = trouble > 1 ? `${trouble} 项，` : '';
  const { status } = worst.verdict;
  const says =
    trouble > 0 || ['provisional', 'exempt'].includes(status) ? `${many}${words}` : ofTime(worst) ? words : measure;
  return { status, lines, trouble, says, words, measure };
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
