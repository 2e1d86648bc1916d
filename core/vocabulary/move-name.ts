import { eventName } from './events.ts';
import { standardFilings } from './filings.ts';
import { moves } from './words.ts';

/** Of an entry in a register. CX-18: 开设、变更、撤销. */
const entryVerbs: Readonly<Record<string, string>> = { open: '开设', change: '变更', close: '撤销' };

/** What an office person calls a move: 发布信息, 邮箱登记（开设）. An entry whose register nobody has named is called by its id. */
export function moveName(move: string): string {
  const [subject, id = '', verb = ''] = move.split('.');
  if (subject !== 'filing') return moves[move] ?? move;
  const done = entryVerbs[verb];
  return done ? `${standardFilings[id]?.name ?? `“${id}”登记`}（${done}）` : eventName(move);
}
