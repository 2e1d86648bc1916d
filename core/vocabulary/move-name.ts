import { eventName } from './events.ts';
import { moves } from './words.ts';

/** What an office person calls a move: 发布信息, 邮箱登记开设. `event`: a text's own names, for moves of registers that it states. */
export const moveName = (move: string, event: (name: string) => string = eventName): string =>
  moves[move] ?? event(move);
