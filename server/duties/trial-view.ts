/** A trial told: each duty with who would have borne it, most trouble first. For the console and the command line. */
import type { Line } from '../../core/duty/lines.ts';
import { cite } from '../../core/regulation/cite.ts';
import type { Binding, Regulation } from '../../core/regulation/types.ts';
import { sayValue } from '../../core/regulation/value-words.ts';
import type { Ledger } from './ledger.ts';
import { namesIn, worse } from './view.ts';

export type Counts = {
  readonly lines: number;
  readonly met: number;
  readonly breached: number;
  /** Of the breached: made good later. */
  readonly late: number;
  readonly open: number;
  readonly provisional: number;
};
export type BearerRow = Counts & { readonly name: string; readonly worst: readonly Line[] };
export type DutyRow = Counts & {
  readonly duty: string;
  readonly clause: string;
  readonly law: string;
  readonly says: string;
  readonly waits: boolean;
  readonly bearers: readonly BearerRow[];
};

const worstMax = 5;

export function dutyRows(
  regulation: Regulation,
  { lines, world }: Pick<Ledger, 'lines' | 'world'>,
): readonly DutyRow[] {
  const { unit } = namesIn(world);
  const rows = (regulation.duties ?? []).flatMap((duty): DutyRow[] => {
    const mine = lines.filter((line) => line.duty.id === duty.id);
    if (mine.length === 0) return [];
    const block = regulation.blocks.find(({ kind, id }) => kind === 'duty' && id === duty.id);
    const bearers = [...new Set(mine.flatMap(({ by }) => by))].map((id) => {
      const of = mine.filter(({ by }) => by.includes(id));
      return { name: unit(id).name, ...countsOf(of), worst: of.toSorted(worse).slice(0, worstMax).filter(isTrouble) };
    });
    return [
      {
        duty: duty.id,
        clause: `${regulation.slug}#${duty.clause}`,
        law: cite(regulation.title, duty.clause),
        says: block?.says ?? '',
        waits: mine.every((line) => line.waits !== undefined),
        ...countsOf(mine),
        bearers: bearers.toSorted((a, b) => b.breached - a.breached || b.open - a.open),
      },
    ];
  });
  return rows.toSorted((a, b) => b.breached - a.breached || b.open - a.open);
}

const isTrouble = ({ verdict }: Line): boolean => ['breached', 'warned'].includes(verdict.status);

function countsOf(lines: readonly Line[]): Counts {
  const count = (is: (line: Line) => boolean) => lines.filter(is).length;
  return {
    lines: lines.length,
    met: count(({ verdict }) => verdict.status === 'met'),
    breached: count(({ verdict }) => verdict.status === 'breached'),
    late: count(({ verdict }) => verdict.status === 'breached' && verdict.doneAt !== undefined),
    open: count(({ verdict }) => ['pending', 'warned'].includes(verdict.status)),
    provisional: count(({ verdict }) => verdict.status === 'provisional'),
  };
}

/** What was not bound, in words: duties that rest on it have no lines. */
export function unbound({ roles, values }: Regulation, binding: Binding): readonly string[] {
  const absent = <T extends { readonly name: string }>(
    all: Readonly<Record<string, T>>,
    bound: Readonly<Record<string, string | object>>,
  ) => Object.entries(all).filter(([id]) => !Object.hasOwn(bound, id) || isNothing(bound[id]));
  return [
    ...absent(roles, binding.roles).map(([, { name }]) => `“${name}”还没有对应的单位`),
    ...absent(values, binding.values).map(
      ([, { name, is, suggest }]) =>
        `“${name}”还没有定${suggest === undefined ? '' : `，建议 ${sayValue(is, suggest) ?? suggest}`}`,
    ),
  ];
}

const isNothing = (bound: string | object | undefined): boolean => Array.isArray(bound) && bound.length === 0;
