/** A table of moves: the server, the buttons, docs/moves.md and the tests read the same table. Knows no subject. */
import { type Outcome, refuse } from './outcome.ts';

export type Move<S, R, G> = {
  readonly from: readonly S[];
  /** Absent: the state stays as it is. */
  readonly to?: S;
  readonly by: readonly R[];
  readonly unless?: readonly G[];
};

/** Refusals come in a fixed order (role, state, guards), so that the same request always gets the same reason. */
export function judge<S extends string, R, G extends string>(
  move: Move<S, R, G>,
  state: S,
  roles: readonly R[],
  holds: (guard: G) => boolean,
): Outcome<{ move: Move<S, R, G> }> {
  if (!move.by.some((role) => roles.includes(role))) return refuse('not_your_role');
  if (!move.from.includes(state)) return refuse(`not_while_${state}`);
  const held = move.unless?.find(holds);
  return held ? refuse(held) : { ok: true, move };
}
