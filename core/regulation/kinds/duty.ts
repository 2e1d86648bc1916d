/** Duties: what somebody has to do how often, within which time, by which day. Seven patterns, one meaning. */
import { bearerNames, type Subject, subjects, subjectsWithId, subjectWords } from '../../vocabulary/subjects.ts';
import { unknownWord } from '../body.ts';
import { abouts, type Bearer, credits, type Over } from '../duty-types.ts';
import { facets } from '../expression.ts';
import { type Form, id, listOf, may, must, oneOrList, plainText, record, word } from '../form.ts';
import { phrase } from '../phrase.ts';
import { eventWord, postOf, roleWord } from '../references.ts';
import { breach, warn } from './duty-consequence.ts';
import {
  count,
  dueDay,
  gap,
  hours,
  known,
  limit,
  quota,
  rest,
  sample,
  share,
  someDuration,
  someTime,
  standing,
} from './duty-patterns.ts';
import { checkDuty, dutyOf } from './duty-shape.ts';
import { sayDuty } from './duty-words.ts';
import { kind } from './kind.ts';

const over: Form<Over> = phrase('SUBJECT [ID] | each of ROLE [and ROLE]', (words, reading): Over => {
  const roles = [...reading.names.roles.keys()];
  if (words.take('each of')) {
    const each = [roleWord(words, roles)];
    while (words.take('and', ',')) each.push(roleWord(words, roles));
    return { each };
  }
  const subject = words.need(...subjectWords) as Subject;
  if (words.done) return { subject };
  if (!subjectsWithId.includes(subject)) return words.say(`${subjects[subject].name}不能指名是哪一个：只写 ${subject}`);
  return { subject, id: known(subject, words, reading) };
});

const bearer: Form<Bearer> = {
  shows: 'BEARER | ROLE | any of ROLE | { post, of }',
  read(node, reading) {
    if ('items' in node) return postOf.read(node, reading);
    const text = plainText(node, reading, '谁负责');
    if (text === undefined) return undefined;
    const { roles } = reading.names;
    const any = /^any\s+of\s+(\S+)$/.exec(text)?.[1];
    if (any !== undefined && roles.has(any)) return { anyOf: any };
    const role = roles.get(text);
    if (role?.is === 'units') {
      reading.fault(
        node,
        `“${text}”（${role.name}）是几个单位，不能一起负责：写 any of ${text}，或者 over: each of ${text}、by: unit`,
      );
      return undefined;
    }
    if (role || text === 'self' || Object.hasOwn(bearerNames, text)) return text;
    reading.fault(
      node,
      unknownWord(any ?? text, '负责的单位或角色', [...roles.keys(), 'self', ...Object.keys(bearerNames)]),
    );
    return undefined;
  },
};

const extension = record('{ by, event }', {
  by: must(someDuration, '延长多久'),
  event: must(eventWord, '哪个事件延期'),
});
const opens = phrase('DURATION before', (words, reading) => {
  const time = someTime(words, reading);
  words.need('before');
  return time;
});

const keys = {
  over: must(over, '一行账管什么'),
  where: may(facets, '哪些；按这一行第一天的分类'),
  by: must(bearer, '谁负责'),
  rate: may(oneOrList(quota), '每个周期至少多少；每项各是一行'),
  gap: may(gap, '最长多久没有'),
  within: may(limit, '从一个事件到另一个事件的期限'),
  due: may(oneOrList(dueDay), '到哪一天'),
  share: may(share, '占多大比例'),
  keep: may(oneOrList(standing), '一直要有多少'),
  count: may(count, '另外几项职责的账有几行如此'),
  event: may(oneOrList(eventWord), '什么事件算数（rate、gap、due）'),
  in: may(facets, '哪些事件；按批准时的分类'),
  credit: may(word('算谁的', credits), '事件算谁的；管单位的默认 author.unit，管栏目的默认 column.lead'),
  lasting: may(someDuration, '没满多久就因有误、违法撤下的不算'),
  from: may(oneOrList(eventWord), '从哪个事件起算（within）'),
  to: may(oneOrList(eventWord), '到哪个事件为止；列表取最先的（within）'),
  if: may(eventWord, '发生过它才有这一行（within）'),
  pauses: may(oneOrList(rest), '中止计时的时段'),
  restarts: may(oneOrList(eventWord), '重新起算的事件（within）'),
  extension: may(extension, '延期一次（within）'),
  about: may(word('报哪一期', abouts), '报哪一期（due）'),
  opens: may(opens, '最早何时可报（due）'),
  sample: may(oneOrList(sample), '样本少于它时只作暂定（share）'),
  between: may(hours, '只计哪几个钟点（share）'),
  grace: may(someDuration, '出缺后多久内补上（keep）'),
  leave_out: may(listOf(id), '已在别处计过的职责（count）'),
  warn: may(oneOrList(warn), '何时提醒'),
  breach: may(oneOrList(breach), '违反以后怎样'),
  holidays: may(
    word('节假日', ['count', 'skip'] as const),
    '每天的默认 count；更长的周期里没有工作日的默认 skip（rate）',
  ),
};
export type DutyKeys = typeof keys;

export const duty = kind({
  name: 'duty',
  keys,
  also: checkDuty,
  says: (value, words) => sayDuty(dutyOf(value, { id: '', clause: '' }), words),
  into: (value, draft, { id: dutyId, clause }) => draft.duties.push(dutyOf(value, { id: dutyId, clause })),
});
