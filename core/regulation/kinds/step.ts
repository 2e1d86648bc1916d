/** A step that is joined to every flow of its move below: ZJ-5, the secrecy review of all main-site texts. */
import { moveName } from '../../vocabulary/move-name.ts';
import { targets } from '../expression.ts';
import { must } from '../form.ts';
import { phrase } from '../phrase.ts';
import type { JoinedStep } from '../types.ts';
import { addedStep } from './flow.ts';
import { kind } from './kind.ts';

const place = phrase('first | last | after POST', (words, reading): JoinedStep['place'] => {
  const where = words.need('first', 'last', 'after');
  if (where !== 'after') return where === 'first' ? 'first' : 'last';
  const known = [...reading.names.posts.keys()].toSorted((a, b) => b.length - a.length);
  return { after: words.need(...known) };
});

export const step = kind({
  name: 'step',
  keys: {
    for: must(targets, '加到哪些去向的流程'),
    add: must(addedStep, '加的一步'),
    place: must(place, '加在哪里；after 岗位 是在该岗位最后一步之后'),
  },
  says: (value, words) => {
    const about = value.for.moves.map((move) => moveName(move, words.event)).join('、');
    const at = value.place;
    const where = at === 'first' ? '最前面' : at === 'last' ? '最后' : `${words.postName(at.after)}之后`;
    return `${about}（${words.facets(value.for.expr)}）的流程，在${where}加一步：${words.step(value.add)}`;
  },
  into: (value, draft, where) => {
    for (const move of value.for.moves) {
      const { clause, id } = where;
      const reading = value.reading === undefined ? {} : { reading: value.reading };
      const joined = {
        id,
        clause,
        move,
        for: value.for.expr,
        ...reading,
        add: { ...value.add, clause },
        place: value.place,
      };
      draft.steps.push({ value: joined, where });
    }
  },
});
