/** Posts: who may do what, how many must be there, and which two no person may hold for one article. ZJ-6.1, ZJ-12. */
import { verbs } from '../../vocabulary/words.ts';
import { entryOf } from '../draft.ts';
import { count, id, listOf, may, must, oneOrList, prose, record, word } from '../form.ts';
import { postOf, postPair, standingUnit } from '../references.ts';
import { kind } from './kind.ts';

const entry = record(
  '岗位',
  {
    id: must(id, '岗位的编号；标准岗位用标准的编号'),
    name: may(prose, '名称'),
    of: may(standingUnit, '哪些单位的'),
    may: may(oneOrList(word('动词', Object.keys(verbs))), '可以做什么'),
    min: may(count, '至少几人'),
    max: may(count, '至多几人'),
    held_by: may(postOf, '由哪个岗位的人兼任'),
  },
  (value, at, reading) => {
    if (value.min !== undefined && value.max !== undefined && value.min > value.max) {
      reading.fault(at('min'), `至少 ${value.min} 人，至多却是 ${value.max} 人`);
    }
  },
);

export const posts = kind({
  name: 'posts',
  merges: true,
  keys: {
    list: must(listOf(entry), '岗位；同一编号的合在一起'),
    apart: may(listOf(postPair), '同一篇信息上不能由一人兼的岗位'),
  },
  also: (value, at, reading) => {
    for (const pair of value.apart ?? []) {
      if (new Set(pair).size < 2) reading.fault(at('apart'), 'apart 里每一组至少要有两个不同的岗位');
    }
  },
  says: (value, words) => {
    const said = value.list.map((post) => {
      const does = (post.may ?? []).map((verb) => verbs[verb] ?? verb).join('、');
      const of = post.of === undefined ? '' : `${words.unit(post.of)}的`;
      const many = [
        post.min === undefined ? '' : `至少 ${post.min} 人`,
        post.max === undefined ? '' : `至多 ${post.max} 人`,
      ];
      const limits = many.filter((one) => one !== '').join('，');
      return `${of}${words.postName(post.id)}${does === '' ? '' : `可以${does}`}${limits === '' ? '' : `（${limits}）`}`;
    });
    const apart = (value.apart ?? []).map((pair) => `${pair.map(words.postName).join('和')}在同一篇信息上不能是同一人`);
    return [...said, ...apart].join('；');
  },
  into: (value, draft, where) => {
    value.list.forEach(({ held_by, ...post }, i) => {
      draft.posts.push({ value: { ...post, ...(held_by ? { heldBy: held_by } : {}) }, where: entryOf(where, i) });
    });
    const groups = value.apart ?? [];
    draft.apart.push(
      ...groups.map((group, i) => ({ value: group, where: { ...where, at: () => where.at('apart', i) } })),
    );
  },
});
