/** One line of a score: counted from events, judged by people, resting on a duty, or deducted for what was found. MS-3. */
import { blockId, knownBlock } from '../block-references.ts';
import type { Points, ScoreLine } from '../block-types.ts';
import { facets } from '../expression.ts';
import { type Also, id, may, must, oneOrList, type Reading, word } from '../form.ts';
import { given } from '../given.ts';
import { duration, period } from '../measure.ts';
import { sayDuration, sayEach } from '../measure-words.ts';
import { number, type Phrase, phrase } from '../phrase.ts';
import { event } from '../references.ts';
import type { Words } from '../words.ts';
import { kind } from './kind.ts';

const points = (words: Phrase): number => Number(words.match(/^\d+(\.\d+)?(?!\d|\.\d)/, '分数'));

/** `every half-month 20`, `every 2 weeks 20`. */
const tier = phrase('every PERIOD N', (words, reading) => {
  words.need('every');
  const often = /^\d/.test(words.ahead) ? { time: duration(words, reading) } : { period: period(words, reading) };
  return { ...often, points: points(words) };
});
type How = Extract<Points, { is: 'judged' }>['how'];
const judged = phrase('yes-no | grade | points N..N', (words): How => {
  const how = words.need('yes-no', 'grade', 'points');
  if (how !== 'points') return how as 'yes-no' | 'grade';
  const from = points(words);
  words.need('..');
  const to = points(words);
  return to > from ? { from, to } : words.say('后面的分数要大于前面的');
});
const cap = phrase('N | none', (words) => (words.take('none') ? ('none' as const) : points(words)));
const source = phrase('duty ID | check ID | finding ID', (words, reading) => {
  const sort = words.need('duty', 'check', 'finding') as 'duty' | 'check' | 'finding';
  return { kind: sort, id: knownBlock(words, reading, sort) };
});
const deduct = phrase('N [each]', (words) => ({ deduct: points(words), each: words.take('each') !== undefined }));
const late = phrase('late by over DURATION', (words, reading: Reading) => {
  words.need('late by over');
  return duration(words, reading);
});

const credits = {
  'author.unit': '作者所在单位',
  'column.lead': '栏目承办单位',
  'actor.unit': '经办单位',
  author: '作者',
} as const;
const keys = {
  of: must(blockId('score', '考核表'), '哪张考核表的'),
  group: may(id, '哪一组的'),
  event: may(oneOrList(phrase('EVENT', event)), '计什么事件'),
  in: may(facets, '计哪些'),
  credit: may(word('归属', ['author.unit', 'column.lead', 'actor.unit', 'author'] as const), '算谁的'),
  lasting: may(phrase('DURATION', duration), '至少保留多久才算'),
  tiers: may(oneOrList(tier), '按频度分档，取够得上的最高一档'),
  points_each: may(number, '每条多少分'),
  cap: may(cap, '最多多少分；none 是不封顶'),
  judged: may(judged, '由考核的人判断'),
  evidence: may(word('依据', ['required', 'optional'] as const), '要不要附依据'),
  rests: may(blockId('duty', '职责'), '履行了哪项职责就得分'),
  from: may(source, '从哪项职责、检查或问题扣分'),
  when: may(late, '只扣晚了多久以上的'),
  points: may(number, '多少分'),
  deduct: may(deduct, '扣多少分；each 是每次'),
};

/** Which keys go with each way of coming to points; what must be there comes first. */
const ways = {
  tiers: { needs: ['event'], may: ['in', 'credit', 'lasting'] },
  points_each: { needs: ['event', 'cap'], may: ['in', 'credit', 'lasting'] },
  judged: { needs: [], may: ['points', 'evidence'] },
  rests: { needs: ['points'], may: [] },
  from: { needs: ['deduct'], may: ['when', 'in'] },
} as const satisfies Readonly<
  Record<string, { needs: readonly (keyof typeof keys)[]; may: readonly (keyof typeof keys)[] }>
>;
type Way = keyof typeof ways;
const wayNames = Object.keys(ways) as Way[];
const always = ['of', 'group'];

const sound: Also<typeof keys> = (value, at, reading) => {
  const chosen = wayNames.filter((way) => value[way] !== undefined);
  const [way, second] = chosen;
  if (way === undefined) reading.fault(at(), `缺少得分的办法，写一样：${wayNames.join('、')}`);
  if (second !== undefined) reading.fault(at(second), `得分的办法只能写一样，已经有 ${way}`);
  if (way === undefined || second !== undefined) return;
  const { needs, may: others }: { readonly needs: readonly string[]; readonly may: readonly string[] } = ways[way];
  for (const key of needs) {
    if (!Object.hasOwn(value, key)) reading.fault(at(), `写了 ${way}，还缺少“${key}”`);
  }
  for (const key of Object.keys(keys)) {
    const goes = [way, ...always, ...needs, ...others].includes(key) || !Object.hasOwn(value, key);
    if (!goes) reading.fault(at(key), `“${key}”不能和 ${way} 一起写`);
  }
  if (value.judged === 'yes-no' && value.points === undefined)
    reading.fault(at('judged'), '判断有没有的，要写 points：有的得多少分');
};

export const line = kind({
  name: 'line',
  keys,
  also: sound,
  says: (value, words, name) => {
    return `“${words.block('score', value.of)}”的考核项目“${value.name ?? name}”：${sayPoints(pointsOf(value), words)}${sayWhich(value, words)}`;
  },
  into: (value, draft, where) => {
    const { name, of, group, in: which, credit, lasting } = value;
    const { id: own, clause } = where;
    const compiled: ScoreLine = given({
      id: own,
      clause,
      name,
      of,
      group,
      in: which,
      credit,
      lasting,
      points: pointsOf(value),
    });
    draft.lines.push({ value: compiled, where });
  },
});

type Value = Parameters<typeof sound>[0];

/** The check above has seen that there is exactly one way, with what it needs. */
function pointsOf(value: Value): Points {
  const events = value.event ?? [];
  if (value.tiers) return { is: 'tiers', events, tiers: value.tiers };
  if (value.points_each !== undefined) {
    const { cap: most } = value;
    return given({ is: 'each', events, points: value.points_each, cap: most === 'none' ? undefined : most });
  }
  if (value.judged) {
    return given({ is: 'judged', how: value.judged, points: value.points, evidence: value.evidence === 'required' });
  }
  if (value.rests !== undefined) return { is: 'rests', duty: value.rests, points: value.points ?? 0 };
  const { kind: sort = 'duty', id: from = '' } = value.from ?? {};
  const { deduct: less = 0, each = false } = value.deduct ?? {};
  return given({ is: 'from', kind: sort, id: from, deduct: less, each, lateBy: value.when });
}

function sayPoints(way: Points, words: Words): string {
  switch (way.is) {
    case 'tiers': {
      const said = way.tiers.map((one) => {
        const often = 'time' in one ? `每 ${sayDuration(one.time, words)}` : sayEach(one.period, words);
        return `${often}都有的 ${one.points} 分`;
      });
      return `计${way.events.map(words.event).join('、')}，${said.join('，')}，取最高一档`;
    }
    case 'each':
      return `每条（${way.events.map(words.event).join('、')}）${way.points} 分，${way.cap === undefined ? '不封顶' : `最多 ${way.cap} 分`}`;
    case 'judged':
      return `由考核的人判断，${sayHow(way)}${way.evidence ? '，要附依据' : ''}`;
    case 'rests':
      return `履行了职责“${words.block('duty', way.duty)}”的得 ${way.points} 分`;
    case 'from': {
      const late = way.lateBy ? `晚 ${sayDuration(way.lateBy, words)}以上的，` : '';
      return `${late}${way.each ? '每次' : ''}按“${words.block(way.kind, way.id)}”扣 ${way.deduct} 分`;
    }
  }
}

function sayHow({ how, points: n }: Extract<Points, { is: 'judged' }>): string {
  if (how === 'yes-no') return n ? `做到的得 ${n} 分` : '只记做到没有，不计分';
  if (how === 'grade') return `评等次${n === undefined ? '' : `，满分 ${n} 分`}`;
  return `${how.from} 到 ${how.to} 分`;
}

function sayWhich({ in: which, credit, lasting }: Value, words: Words): string {
  return [
    which ? `；只计${words.facets(which)}的` : '',
    credit ? `；算${credits[credit]}的` : '',
    lasting ? `；${sayDuration(lasting, words)}内因有错或违规撤下的不算` : '',
  ].join('');
}
