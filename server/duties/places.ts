/**
 * Which sites and units a board lists. A table of three thousand units helps nobody: each table has those in most trouble
 * first, as many as one reads, and the others page by page; the sums are of all.
 */
import type { Line } from '../../core/duty/lines.ts';
import { groups } from '../../core/groups.ts';
import { type BoardAsked, type BoardView, statuses } from '../contract/duties.ts';
import type { Rows } from './world.ts';

export const rowsMax = 100;

export type Asked = Omit<BoardAsked, 'span'>;
type Counts = BoardView['sums'];

/** How many lines of one regulation about one site or unit stand how. */
export type Standing = Counts & { readonly adoptionId: string; readonly placeId: string };

/** The rows of one table; what the numbers mean says the contract. */
export type Table = {
  readonly adoptionId: string;
  readonly kind: 'site' | 'unit';
  readonly places: readonly string[];
  readonly all: number;
  readonly trouble: number;
  readonly page: number;
  readonly pages: number;
};

/** What a line belongs to on the board. */
export const placeOf = ({ thing }: Pick<Line, 'thing'>): string => thing.site ?? thing.id;

const none = Object.fromEntries(statuses.map((status) => [status, 0])) as Counts;
const sumOf = (all: readonly Counts[]): Counts =>
  Object.fromEntries(statuses.map((status) => [status, all.reduce((n, one) => n + one[status], 0)])) as Counts;

export function standingsOf(lines: readonly Line[]): readonly Standing[] {
  const all = new Map<string, Counts & Pick<Standing, 'adoptionId' | 'placeId'>>();
  for (const line of lines) {
    const [{ adoptionId }, placeId] = [line.rule, placeOf(line)];
    const key = `${adoptionId} ${placeId}`;
    const one = all.get(key) ?? { ...none, adoptionId, placeId };
    one[line.verdict.status] += 1;
    all.set(key, one);
  }
  return [...all.values()];
}

type Place = { readonly kind: Table['kind']; readonly name: string };
/** In their order. */
const placesIn = ({ units, sites }: Rows): ReadonlyMap<string, Place & { readonly at: number }> =>
  new Map(
    [
      ...units.map(({ id, name }) => ({ id, kind: 'unit' as const, name })),
      ...sites.map(({ id, name }) => ({ id, kind: 'site' as const, name })),
    ].map(({ id, ...place }, at) => [id, { ...place, at }]),
  );

/** Of one place there may be several standings: stored, and judged beside. `waiting`: no rows, but a part of the sums. */
export function listed(
  standings: readonly Standing[],
  waiting: readonly Standing[],
  world: Rows,
  asked: Asked,
): { readonly tables: readonly Table[]; readonly sums: Counts } {
  const known = placesIn(world);
  const wanted = ({ adoptionId, placeId }: Standing): boolean => {
    const place = known.get(placeId);
    return (
      place !== undefined &&
      (asked.adoption === undefined || asked.adoption === adoptionId) &&
      (asked.kind === undefined || asked.kind === place.kind) &&
      (asked.name === undefined || place.name.includes(asked.name))
    );
  };
  const mine = standings.filter(wanted);
  const tables = groups(mine, ({ adoptionId, placeId }) => `${known.get(placeId)?.kind} ${adoptionId}`);
  return {
    tables: [...tables].map(([key, of]) => {
      const [kind, adoptionId = ''] = key.split(' ') as [Table['kind'], string];
      return { adoptionId, kind, ...rowsOf(of, ({ placeId }) => known.get(placeId)?.at ?? 0, asked) };
    }),
    sums: sumOf([...mine, ...waiting.filter(wanted)]),
  };
}

/** Whatever is broken most often stands first, then what is near it most often; all others as they always stand. */
function rowsOf(
  of: readonly Standing[],
  order: (one: Standing) => number,
  asked: Asked,
): Omit<Table, 'adoptionId' | 'kind'> {
  const places = [...groups(of, ({ placeId }) => placeId).values()].map(together);
  const troubled = places.filter(({ breached, warned }) => breached + warned > 0);
  const some = (asked.only === 'trouble' ? troubled : places).toSorted(
    (a, b) => b.breached - a.breached || b.warned - a.warned || order(a) - order(b),
  );
  const many = asked.rows === 'all' ? Math.max(1, some.length) : rowsMax;
  const pages = Math.max(1, Math.ceil(some.length / many));
  // Further pages are those of one table: with several there is no page that all of them have.
  const isOne = asked.adoption !== undefined && asked.kind !== undefined;
  const page = isOne ? Math.min(asked.page, pages) : 1;
  const shown = some.slice((page - 1) * many, page * many).map(({ placeId }) => placeId);
  return { places: shown, all: some.length, trouble: troubled.length, page, pages };
}

const together = (of: readonly Standing[]): Standing =>
  of.length === 1 ? (of[0] as Standing) : { ...(of[0] as Standing), ...sumOf(of) };
