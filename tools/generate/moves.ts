/** docs/moves.md: the tables of moves, as the door, the buttons and the tests read them. */
import { placementMoves, runMoves } from '../../core/article.ts';
import type { Move } from '../../core/moves.ts';
import { content } from '../../server/contract/content.ts';
import { say } from '../../server/words/refusals.ts';
import { notice, table } from './markdown.ts';

type Moves = Readonly<Record<string, Move<string, string, string>>>;

/** What only the program itself does has no row in the contract. */
const bySystem: Readonly<Record<string, string>> = { serve: 'article.served', expire: 'article.expired' };

/** Events that a move writes, from its row in the contract. Throws on a move that has none: it would go unrecorded. */
function eventsOf(verb: string): string {
  const contract: Readonly<Record<string, { readonly events: readonly string[] }>> = content;
  const name = verb.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const events = contract[name]?.events.join(', ') ?? bySystem[verb];
  if (!events) throw new Error(`the move ${verb} has no event`);
  return events;
}

const rows = (moves: Moves) =>
  Object.entries(moves).map(([verb, move]) => [
    verb,
    move.from.join(', '),
    move.to ?? '(as it was)',
    move.by.join(', '),
    (move.unless ?? []).join(', ') || '–',
    eventsOf(verb),
  ]);

const guards = (moves: readonly Moves[]): string[] =>
  [...new Set(moves.flatMap((one) => Object.values(one).flatMap((move) => move.unless ?? [])))].sort();

/** A chart in the text form that code hosts draw by themselves. */
function chart(moves: Moves): string {
  const arrows = Object.entries(moves).flatMap(([verb, move]) =>
    move.from.map((from) => `  ${from} --> ${move.to ?? from}: ${verb}`),
  );
  return ['```mermaid', 'stateDiagram-v2', ...arrows, '```'].join('\n');
}

export function movesPage(): string {
  const head = ['verb', 'from', 'to', 'by', 'refused when', 'event'];
  return [
    notice('core/article.ts, server/contract/ and server/words/'),
    '# Moves',
    'A run is a revision on its way through its chain: what is in review. A placement is an article in a column: what is public. Refusals are looked for in this order: role, state, then the guards from left to right. Before all of them, the key of an outside system is refused (`no_signature`) what the holder of a step does. The approval that takes the last step, and a submission under a chain without steps, end in `complete`.',
    '## Run 送审',
    table(head, rows(runMoves)),
    chart(runMoves),
    '## Placement 刊登',
    table(head, rows(placementMoves)),
    chart(placementMoves),
    '## What a refusal says',
    table(
      ['guard', 'sentence'],
      guards([runMoves, placementMoves]).map((guard) => [guard, say(guard)]),
    ),
    '',
  ].join('\n\n');
}
