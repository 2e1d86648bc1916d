/** A promise of the product itself, from core's table of facilities: the id of the block is the row. */
import { facilities } from '../../vocabulary/facilities.ts';
import { kind } from './kind.ts';

export const facility = kind({
  name: 'facility',
  keys: {},
  ids: Object.keys(facilities),
  says: (_value, _words, id) => {
    const promise = Object.hasOwn(facilities, id) ? facilities[id] : undefined;
    const proof = promise?.proof === undefined ? '（还没有检验）' : '';
    return `由系统保证：${promise?.name ?? id}${proof}`;
  },
  into: (value, draft, where) => {
    const reading = value.reading === undefined ? {} : { reading: value.reading };
    draft.facilities.push({ id: where.id, clause: where.clause, ...reading });
  },
});
