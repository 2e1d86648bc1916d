/** A trial told: each duty with who would have borne it, most trouble first. For the console and the command line. */
import { cite } from '../../core/regulation/cite.ts';
import type { Binding, Regulation } from '../../core/regulation/types.ts';
import { sayValue } from '../../core/regulation/value-words.ts';
import type { Trial } from './trial.ts';
import type { Counts, Sum } from './trial-sums.ts';
import { namesIn } from './view.ts';

export type BearerRow = Sum & { readonly name: string };
export type DutyRow = Counts & {
  readonly duty: string;
  readonly clause: string;
  readonly law: string;
  readonly says: string;
  readonly waits: boolean;
  readonly bearers: readonly BearerRow[];
};

export function dutyRows(regulation: Regulation, { duties, world }: Trial): readonly DutyRow[] {
  const { unit } = namesIn(world);
  const rows = (regulation.duties ?? []).flatMap((duty): DutyRow[] => {
    const standing = duties.get(duty.id);
    if (!standing) return [];
    const { worst: _, ...counts } = standing.all;
    const block = regulation.blocks.find(({ kind, id }) => kind === 'duty' && id === duty.id);
    const bearers = [...standing.bearers].map(([id, sum]) => ({ name: unit(id).name, ...sum }));
    return [
      {
        duty: duty.id,
        clause: `${regulation.slug}#${duty.clause}`,
        law: cite(regulation.title, duty.clause),
        says: block?.says ?? '',
        waits: standing.waits,
        ...counts,
        bearers: bearers.toSorted((a, b) => b.breached - a.breached || b.open - a.open),
      },
    ];
  });
  return rows.toSorted((a, b) => b.breached - a.breached || b.open - a.open);
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
