/** A duty said again in plain Chinese, so that whoever wrote it can see whether it was understood. */
import { bearerNames, subjects } from '../../vocabulary/subjects.ts';
import type {
  About,
  Bearer,
  Breach,
  Consequence,
  Due,
  DueDay,
  Duty,
  Keepable,
  Over,
  Pattern,
  Rest,
  Share,
  Term,
  Warn,
} from '../duty-types.ts';
import { sayAmount, sayBound, sayCount, sayDuration, sayEach } from '../measure-words.ts';
import { isValue } from '../measures.ts';
import type { FacetExpr } from '../types.ts';
import { eachUnit, type Words } from '../words.ts';

const quoted = (events: readonly string[], words: Words): string =>
  events.map((one) => `“${words.event(one)}”`).join('或');
const isAll = (expr: FacetExpr): boolean => 'all' in expr && expr.all.length === 0;
const which = (expr: FacetExpr, words: Words): string => (isAll(expr) ? '' : `（${words.facets(expr)}）`);

export function sayDuty(duty: Duty, words: Words): string {
  const about = `${sayOver(duty.over, words)}${which(duty.where, words)}`;
  const does = sayPattern(duty.does, words);
  const warned = duty.warn.length > 0 ? `；${duty.warn.map((one) => sayWarn(one, words)).join('、')}提醒` : '';
  const follows =
    duty.breach.length > 0 ? `；违反的，${duty.breach.map((one) => sayBreach(one, words)).join('、')}` : '';
  const skips = duty.holidays === 'skip' ? '，节假日不计' : duty.holidays === 'count' ? '，节假日也计' : '';
  return `${about}：${does}${skips}，由${sayBearer(duty.by, words)}负责${warned}${follows}`;
}

function sayOver(over: Over, words: Words): string {
  if ('each' in over) return `每个${over.each.map((role) => eachUnit(words.unit(role))).join('、')}`;
  const { name } = subjects[over.subject];
  if (over.id === undefined) return over.subject === 'portal' ? name : `每个${name}`;
  if (over.subject === 'column') return `${name}“${words.column(over.id)}”`;
  return over.subject === 'post' ? `岗位“${words.postName(over.id)}”` : `${name}“${words.block('filing', over.id)}”`;
}

export const sayBearer = (by: Bearer, words: Words): string =>
  typeof by === 'string'
    ? (bearerNames[by] ?? words.unit(by))
    : 'anyOf' in by
      ? `任一${words.unit(by.anyOf)}`
      : words.post(by);

function sayPattern(does: Pattern, words: Words): string {
  switch (does.pattern) {
    case 'rate': {
      const quotas = does.quotas.map(
        ({ bound, n, of, per }) => `${sayEach(per, words)}${sayCount(bound, n, of === 'days' ? '天有' : '次', words)}`,
      );
      return `${quotas.join('，并且')}${quoted(does.events, words)}${which(does.in, words)}${kept(does, words)}`;
    }
    case 'gap':
      return `${quoted(does.events, words)}${which(does.in, words)}的间隔${does.bound === 'below' ? '要短于' : '不超过'} ${sayDuration(does.limit, words)}${sayRests(does.pauses, words)}${kept(does, words)}`;
    case 'within':
      return sayWithin(does, words);
    case 'due':
      return sayDue(does, words);
    case 'share':
      return sayShare(does, words);
    case 'keep': {
      const all = does.standing.map(
        ({ bound, n, things, id }) =>
          `${sayCount(bound, n, keepNames[things], words)}${id === undefined ? '' : `“${named(things, id, words)}”`}`,
      );
      const grace = does.grace ? `；出缺的，${sayDuration(does.grace, words)}内补上` : '';
      return `一直要有${all.join('、')}${which(does.in, words)}${grace}`;
    }
    case 'count': {
      const stateNames = { breached: '违反', met: '达到', warned: '临期' } as const;
      const duties = does.duties.map((id) => words.block('duty', id)).join('、');
      return `${does.per ? sayEach(does.per, words) : ''}在${duties}这几项里，${stateNames[does.state]}的${sayCount(does.bound, does.n, '项', words)}`;
    }
  }
}

const keepNames: Readonly<Record<Keepable, string>> = {
  post: '人在岗',
  filing: '份备案',
  column: '个栏目',
  article: '篇稿件',
  letterbox: '个信箱',
};
const named = (things: Keepable, id: string, words: Words): string =>
  things === 'post' ? words.postName(id) : things === 'column' ? words.column(id) : words.block(things, id);

const kept = (does: { readonly lasting?: Parameters<typeof sayDuration>[0] }, words: Words): string =>
  does.lasting ? `（发布不满 ${sayDuration(does.lasting, words)}就因有误、违法撤下的不算）` : '';
const sayRests = (rests: readonly Rest[], words: Words): string =>
  rests
    .map(
      ({ from, to, atMost }) =>
        `；${quoted([from], words)}到${quoted([to], words)}之间不计时，合计至多 ${sayDuration(atMost, words)}`,
    )
    .join('');

function sayWithin(does: Extract<Pattern, { pattern: 'within' }>, words: Words): string {
  const once = does.onceThere === undefined ? '' : `有过${quoted([does.onceThere], words)}的，`;
  const time = !isValue(does.limit) && does.limit.n === 0 ? '当日内' : ` ${sayDuration(does.limit, words)}内`;
  const again = does.restarts.length > 0 ? `；${quoted(does.restarts, words)}后重新起算` : '';
  const longer = does.extension
    ? `；${quoted([does.extension.event], words)}后延长 ${sayDuration(does.extension.by, words)}，只延一次`
    : '';
  return `${once}${quoted(does.from, words)}以后${time}要${quoted(does.to, words)}${which(does.in, words)}${sayRests(does.pauses, words)}${again}${longer}`;
}

const aboutNames: Readonly<Record<About, string>> = {
  'previous month': '报上月的',
  'previous quarter': '报上季度的',
  'previous year': '报上年的',
  'this month': '报本月的',
  'next period': '报下一期的',
};
function sayDue(does: Due, words: Words): string {
  const days = does.days.map((day) => sayDueDay(day, words)).join('、');
  const opens = does.opens ? `（最早提前 ${sayDuration(does.opens, words)}）` : '';
  const about = does.about ? `，${aboutNames[does.about]}` : '';
  return `${days}以前${opens}要${quoted(does.events, words)}${which(does.in, words)}${about}`;
}
function sayDueDay(day: DueDay, words: Words): string {
  if ('day' in day) return `${sayEach(day.of, words)} ${sayAmount(day.day, words)} 日`;
  if ('last' in day) return `${sayEach(day.of, words)}最后一${day.last === 'day' ? '天' : '个工作日'}`;
  if ('month' in day) return `每年 ${day.month} 月 ${day.date} 日`;
  return `${quoted([day.event], words)}${day.side === 'before' ? '前' : '后'} ${sayDuration(day.time, words)}`;
}

const sayTerm = (term: Term, words: Words): string => {
  if ('event' in term) return quoted([term.event], words);
  const having = term.with === undefined ? '' : `有${quoted([term.with], words)}的`;
  return `${having}${subjects[term.things].name}${term.id === undefined ? '' : `“${words.block(term.things, term.id)}”`}`;
};
function sayShare(does: Share, words: Words): string {
  const span = 'last' in does.over ? `最近 ${sayDuration(does.over.last, words)}` : sayEach(does.over.per, words);
  const hours = does.between
    ? `（只计 ${[does.between.from, does.between.to].map((one) => (typeof one === 'string' ? one : words.value(one.value))).join('–')}）`
    : '';
  const samples = does.samples
    .map((one) => `${sayEach(one.per, words)}${sayCount(one.bound, one.n, '次', words)}`)
    .join('、');
  const few = samples === '' ? '' : `；样本要${samples}，不足的只作暂定`;
  return `${span}${sayTerm(does.part, words)}${which(does.in, words)}占${sayTerm(does.whole, words)}的${sayBound(does.bound)} ${sayAmount(does.percent, words)}%${hours}${few}`;
}

function sayWarn(warn: Warn, words: Words): string {
  if ('after' in warn) return `起算 ${sayDuration(warn.after, words)}后`;
  if ('before' in warn) return `到期前 ${sayDuration(warn.before, words)}`;
  if ('percentOfTime' in warn) return `用去 ${warn.percentOfTime}% 的时间后`;
  if ('at' in warn) return `当日 ${typeof warn.at === 'string' ? warn.at : words.value(warn.at.value)}`;
  return `${sayBound(warn.bound)} ${warn.percent}% 时`;
}

const consequenceNames: Readonly<Record<Consequence, string>> = {
  remind: '提醒',
  bulletin: '通报',
  unlink: '撤下链接',
  rectify: '限期整改',
  'hold-to-account': '追究责任',
  withdraw: '撤下信息',
  suspend: '暂停',
};
export function sayBreach(one: Breach, words: Words): string {
  if (one.post !== undefined) return `提醒${words.postName(one.post)}`;
  const by = one.by === undefined ? '' : `由${words.unit(one.by)}`;
  const notice = one.notice ? `提前 ${sayDuration(one.notice, words)}告知后` : '';
  const from = one.from ? '从主站首页' : '';
  const to = one.to === undefined ? '' : `（公布在“${words.column(one.to)}”）`;
  const time = one.within ? `，限 ${sayDuration(one.within, words)}` : '';
  const until = one.until === undefined ? '' : `，到${quoted([one.until], words)}为止`;
  const later = one.else ? `，逾期的${consequenceNames[one.else]}` : '';
  return `${by}${notice}${from}${consequenceNames[one.do]}${to}${time}${until}${later}`;
}
