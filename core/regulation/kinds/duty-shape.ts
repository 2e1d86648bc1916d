/** Which keys belong to which pattern, what a pattern needs, and the duty that the keys make together. */
import type { Node } from 'yaml';
import { subjects } from '../../vocabulary/subjects.ts';
import { bearersOf } from '../duty-bearers.ts';
import type { Duty, Pattern, PatternName, Warn } from '../duty-types.ts';
import type { Reading, RecordOf } from '../form.ts';
import { isExact, isValue } from '../measures.ts';
import type { FacetExpr } from '../types.ts';
import type { DutyKeys } from './duty.ts';
import { warnsOf } from './duty-consequence.ts';
import type { commonKeys } from './kind.ts';

export type Written = RecordOf<DutyKeys & typeof commonKeys>;

const names = ['rate', 'gap', 'within', 'due', 'share', 'keep', 'count'] as const satisfies readonly PatternName[];
/** Keys that only some patterns have; `!`: these need it. */
const keysOf: Readonly<Record<PatternName, readonly (keyof DutyKeys | `${keyof DutyKeys}!`)[]>> = {
  rate: ['event!', 'in', 'credit', 'lasting', 'holidays'],
  gap: ['event!', 'in', 'credit', 'lasting', 'pauses'],
  within: ['from!', 'to!', 'in', 'if', 'pauses', 'restarts', 'extension'],
  due: ['event!', 'in', 'credit', 'about', 'opens'],
  share: ['in', 'sample', 'between'],
  keep: ['in', 'grace'],
  count: ['leave_out'],
};
const bare = (key: string): string => key.replace('!', '');
const special = new Set(Object.values(keysOf).flatMap((keys) => keys.map(bare)));

const patternsIn = (value: Partial<Written>): readonly PatternName[] =>
  names.filter((name) => value[name] !== undefined);

export function checkDuty(value: Written, at: (key?: string) => Node, reading: Reading): void {
  const [name, another] = patternsIn(value);
  if (!name) reading.fault(at(), `要写明一种要求：${names.join('、')} 选一个`);
  else if (another) reading.fault(at(another), `“${name}”和“${another}”只能写一个：另一项要求另写一个 duty`);
  else checkKeys(name, value, at, reading);
}

function checkKeys(name: PatternName, value: Written, at: (key?: string) => Node, reading: Reading): void {
  const own = keysOf[name].map(bare);
  for (const key of Object.keys(value)) {
    if (special.has(key) && !own.includes(key))
      reading.fault(at(key), `“${key}”不能和 ${name} 一起用；${name} 可以有：${own.join('、')}`);
  }
  for (const key of keysOf[name]) {
    if (key.endsWith('!') && value[bare(key) as keyof Written] === undefined)
      reading.fault(at(), `缺少“${bare(key)}”：${name} 要写明它`);
  }
  checkBearer(value, at, reading);
  for (const warn of value.warn ?? []) checkWarn(warn, value, name, at('warn'), reading);
}

function checkBearer({ over, by }: Written, at: (key?: string) => Node, reading: Reading): void {
  if (typeof by !== 'string' || reading.names.roles.has(by) || by === 'self') return;
  const bearers = bearersOf(over);
  if (bearers.includes(by)) return;
  const what = 'each' in over ? '单位' : subjects[over.subject].name;
  const may = bearers.length > 0 ? bearers.join('、') : '（没有固定的，只能写角色）';
  reading.fault(at('by'), `管${what}的职责不能由“${by}”负责：可以是 ${may}，或一个角色、any of 角色、{ post, of }`);
}

function checkWarn(warn: Warn, value: Written, name: PatternName, at: Node, reading: Reading): void {
  const [way = ''] = Object.keys(warn);
  if (!warnsOf[name].includes(way)) {
    const fits: Readonly<Record<string, string>> = {
      after: 'after DURATION',
      before: 'DURATION before',
      percentOfTime: 'N % of time',
      at: 'at HH:MM',
      bound: 'above N %',
    };
    const may = warnsOf[name].map((one) => fits[one]).join('、');
    reading.fault(at, `${name} 的提醒不能这样写${may === '' ? '：它没有提醒' : `：可以写 ${may}`}`);
    return;
  }
  const limit = name === 'within' ? value.within : name === 'gap' ? value.gap?.limit : undefined;
  const early = 'after' in warn ? warn.after : 'before' in warn ? warn.before : undefined;
  if (!limit || !early || isValue(limit) || isValue(early)) return;
  const same = limit.unit === early.unit || (isExact(limit.unit) && isExact(early.unit));
  if (!same || isValue(limit.n) || isValue(early.n)) return;
  const minutes = (time: { readonly n: unknown; readonly unit: string }) =>
    Number(time.n) * (time.unit === 'hour' ? 60 : 1);
  if (minutes(early) >= minutes(limit)) reading.fault(at, '提醒要在起算以后、到期以前');
}

const everything: FacetExpr = { all: [] };

export function dutyOf(value: Written, { id, clause }: Pick<Duty, 'id' | 'clause'>): Duty {
  return {
    id,
    clause,
    ...(value.name === undefined ? {} : { name: value.name }),
    over: value.over,
    where: value.where ?? everything,
    by: value.by,
    does: patternOf(value),
    warn: value.warn ?? [],
    breach: value.breach ?? [],
    ...(value.holidays === undefined ? {} : { holidays: value.holidays }),
    ...(value.force === 'should' ? { should: true } : {}),
    ...(value.reading === undefined ? {} : { reading: value.reading }),
  };
}

function patternOf(value: Written): Pattern {
  const counting = {
    events: value.event ?? [],
    in: value.in ?? everything,
    ...(value.credit === undefined ? {} : { credit: value.credit }),
    ...(value.lasting === undefined ? {} : { lasting: value.lasting }),
  };
  const of = value.in ?? everything;
  const pauses = value.pauses ?? [];
  if (value.rate) return { pattern: 'rate', quotas: value.rate, ...counting };
  if (value.gap) return { pattern: 'gap', ...value.gap, pauses, ...counting };
  if (value.due) {
    const about = value.about === undefined ? {} : { about: value.about };
    return { pattern: 'due', days: value.due, ...about, ...(value.opens ? { opens: value.opens } : {}), ...counting };
  }
  if (value.share) {
    const between = value.between ? { between: value.between } : {};
    return { pattern: 'share', ...value.share, in: of, samples: value.sample ?? [], ...between };
  }
  if (value.keep)
    return { pattern: 'keep', standing: value.keep, in: of, ...(value.grace ? { grace: value.grace } : {}) };
  if (value.count) return { pattern: 'count', ...value.count, leaveOut: value.leave_out ?? [] };
  if (!value.within) throw new Error('a duty without a pattern was told as a fault');
  return {
    pattern: 'within',
    from: value.from ?? [],
    to: value.to ?? [],
    in: of,
    limit: value.within,
    ...(value.if === undefined ? {} : { onceThere: value.if }),
    pauses,
    restarts: value.restarts ?? [],
    ...(value.extension ? { extension: value.extension } : {}),
  };
}
