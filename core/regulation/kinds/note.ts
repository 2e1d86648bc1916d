/** A clause that only states a purpose, a principle and the like: nothing in it asks anybody for anything. */
import { noteKinds } from '../../vocabulary/words.ts';
import { must, prose, word } from '../form.ts';
import { kind } from './kind.ts';

export const note = kind({
  name: 'note',
  keys: {
    kind: must(word('说明的种类', Object.keys(noteKinds)), '这一条是什么'),
    why: must(prose, '为什么没有可执行的内容'),
  },
  says: (value) => `只作说明（${noteKinds[value.kind]}）：${value.why}`,
  into: (value, draft, where) => {
    draft.notes.push({ value: value.kind, where });
  },
});
