/** In which respects one duty asks more than another of the same pattern: its limits, and what counts for it. */
import { evaluate } from '../facets.ts';
import { axesOf, combinationsMax, combinationsOf, countOf } from './checks/combinations.ts';
import type { Counting, Due, DueDay, Duty, Keep, Rate, Share, Within } from './duty-types.ts';
import { longer } from './longer.ts';
import { type Duration, isValue } from './measures.ts';
import { implies, isLower, limitImplies } from './quotas.ts';
import type { FacetExpr, Regulation } from './types.ts';

/** Of the first beside the second. `both`: stricter in one respect, laxer in another. */
export type Strictness = 'same' | 'stricter' | 'laxer' | 'both' | 'not comparable';
export type Demand = Pick<Duty, 'over' | 'does' | 'holidays' | 'should'>;
export type Scales = Pick<Regulation, 'scale' | 'facets'>;

/** Undefined: they are about different things, so that nothing in them can be compared. */
export function partsOf(a: Demand, b: Demand, scales: Scales): readonly Strictness[] | undefined {
  const [x, y] = [a.does, b.does];
  if (x.pattern === 'within' && y.pattern === 'within') return times(x, y);
  if (x.pattern === 'share' && y.pattern === 'share') return shares(x, y);
  if (x.pattern === 'keep' && y.pattern === 'keep') return keeps(x, y, scales);
  if (x.pattern === 'count' && y.pattern === 'count')
    return sameBut(x, y, 'bound', 'n') ? [demands([x], [y], limitImplies)] : undefined;
  if (!('events' in x && 'events' in y) || !share(x.events, y.events) || x.credit !== y.credit) return undefined;
  const counts = counting(x, y, scales);
  if (x.pattern === 'rate' && y.pattern === 'rate')
    return [...counts, demands(x.quotas, y.quotas, implies), skipping(a, b, x, y)];
  if (x.pattern === 'gap' && y.pattern === 'gap') {
    const bound = byFlag(x.bound === 'below', y.bound === 'below');
    return [...counts, shorter(x.limit, y.limit), bound, rests(x.pauses, y.pauses)];
  }
  if (x.pattern === 'due' && y.pattern === 'due' && x.about === y.about) return [...counts, ...dues(x, y)];
  return undefined;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** For conditions that are stricter where they are there. */
export const byFlag = (mine: boolean, theirs: boolean): Strictness =>
  mine === theirs ? 'same' : mine ? 'stricter' : 'laxer';

const byNumber = (difference: number | undefined): Strictness =>
  difference === undefined ? 'not comparable' : difference === 0 ? 'same' : difference < 0 ? 'stricter' : 'laxer';
const shorter = (a: Duration, b: Duration): Strictness => byNumber(longer(a, b));
const absentIsStricter = (a: Duration | undefined, b: Duration | undefined): Strictness =>
  a && b ? shorter(a, b) : byFlag(a === undefined, b === undefined);
const turned: Readonly<Record<Strictness, Strictness>> = {
  same: 'same',
  stricter: 'laxer',
  laxer: 'stricter',
  both: 'both',
  'not comparable': 'not comparable',
};

/** Whatever theirs ask and mine don't bring along is laxer; the other way round stricter. */
function demands<T>(mine: readonly T[], theirs: readonly T[], brings: (a: T, b: T) => boolean | undefined): Strictness {
  const unmet = (asked: readonly T[], given: readonly T[]) =>
    asked.map((one) => given.map((other) => brings(other, one))).filter((answers) => !answers.includes(true));
  const [lacking, added] = [unmet(theirs, mine), unmet(mine, theirs)];
  if ([...lacking, ...added].some((answers) => answers.includes(undefined))) return 'not comparable';
  if (lacking.length > 0 && added.length > 0) return 'both';
  return byFlag(added.length > 0, lacking.length > 0);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const sameBut = <T extends object>(a: T, b: T, ...keys: readonly (keyof T)[]): boolean => {
  const rest = (one: T) => Object.entries(one).filter(([key]) => !keys.includes(key as keyof T));
  return isSame(rest(a), rest(b));
};

/** The fewer things count, the harder it is to have enough of them, and the easier to have few. */
function counting(x: Counting, y: Counting, scales: Scales): readonly Strictness[] {
  const lasting = turned[absentIsStricter(x.lasting, y.lasting)];
  const same = [among(x.events, y.events), fewer(x.in, y.in, scales), lasting];
  const lower = [x, y].every((one) => !('quotas' in one) || (one as Rate).quotas.every(isLower));
  if (lower) return same;
  const upper = [x, y].every((one) => 'quotas' in one && !(one as Rate).quotas.some(isLower));
  return same.map((part) => (upper ? turned[part] : part === 'same' ? part : 'not comparable'));
}

/** Stricter where fewer events will do. */
function among(mine: readonly string[], theirs: readonly string[]): Strictness {
  const [extra, lacking] = [mine.filter((one) => !theirs.includes(one)), theirs.filter((one) => !mine.includes(one))];
  if (extra.length > 0 && lacking.length > 0) return 'not comparable';
  return byFlag(lacking.length > 0, extra.length > 0);
}

/** Stricter where the expression lets fewer things count. */
export function fewer(mine: FacetExpr, theirs: FacetExpr, scales: Scales): Strictness {
  if (isSame(mine, theirs)) return 'same';
  const axes = axesOf([mine, theirs], scales);
  if (hasNumber(mine) || hasNumber(theirs) || countOf(axes) > combinationsMax) return 'not comparable';
  const all = combinationsOf(axes).map((facets) => [evaluate(mine, facets), evaluate(theirs, facets)] as const);
  const [extra, lacking] = [all.some(([a, b]) => a && !b), all.some(([a, b]) => b && !a)];
  return extra && lacking ? 'not comparable' : byFlag(lacking, extra);
}
const hasNumber = (expr: FacetExpr): boolean =>
  'any' in expr
    ? expr.any.some(hasNumber)
    : expr.all.some((test) => ('not' in test ? hasNumber(test.not) : test.number !== undefined));

/** By default only a period of one day counts without a working day. */
function skipping(a: Demand, b: Demand, x: Rate, y: Rate): Strictness {
  if (a.holidays === b.holidays) return 'same';
  const counts = (one: Demand, { quotas }: Rate) =>
    one.holidays ? one.holidays === 'count' : quotas.every(({ per }) => per === 'day');
  return byFlag(counts(a, x), counts(b, y));
}

const rests = (a: Within['pauses'], b: Within['pauses']): Strictness =>
  isSame(a, b) ? 'same' : a.length === 0 || b.length === 0 ? byFlag(a.length === 0, b.length === 0) : 'not comparable';

function times(x: Within, y: Within): readonly Strictness[] | undefined {
  if (!share(x.from, y.from) || !share(x.to, y.to) || x.onceThere !== y.onceThere) return undefined;
  const again = isSame(x.restarts, y.restarts) ? 'same' : byFlag(x.restarts.length === 0, y.restarts.length === 0);
  const longerOnce = absentIsStricter(x.extension?.by, y.extension?.by);
  return [shorter(x.limit, y.limit), among(x.to, y.to), rests(x.pauses, y.pauses), again, longerOnce];
}

function keeps(x: Keep, y: Keep, scales: Scales): readonly Strictness[] | undefined {
  const alike = (a: Keep['standing'][number], b: typeof a) => a.things === b.things && a.id === b.id;
  if (!x.standing.some((one) => y.standing.some((other) => alike(one, other)))) return undefined;
  const standing = demands(x.standing, y.standing, (a, b) => alike(a, b) && limitImplies(a, b));
  return [standing, fewer(x.in, y.in, scales), absentIsStricter(x.grace, y.grace)];
}

function dues(x: Due, y: Due): readonly Strictness[] {
  const opens = x.opens && y.opens ? shorter(x.opens, y.opens) : isSame(x.opens, y.opens) ? 'same' : 'not comparable';
  if (x.days.length !== y.days.length) return [opens, demands(x.days, y.days, isSame)];
  return [opens, ...x.days.map((day, i) => byNumber(earlier(day, y.days[i] ?? day)))];
}

/** By how many days the first comes after the second; undefined for days that move against each other. */
function earlier(a: DueDay, b: DueDay): number | undefined {
  if (isSame(a, b)) return 0;
  if ('day' in a && 'day' in b && a.of === b.of && !isValue(a.day) && !isValue(b.day)) return a.day - b.day;
  if ('month' in a && 'month' in b) return (a.month - b.month) * 31 + a.date - b.date;
  if ('day' in a && 'last' in b && a.of === b.of && b.last === 'day') return -1;
  if ('last' in a && 'day' in b && a.of === b.of && a.last === 'day') return 1;
  if (!('side' in a) || !('side' in b) || a.side !== b.side || a.event !== b.event) return undefined;
  const difference = longer(a.time, b.time);
  return difference !== undefined && a.side === 'before' ? -difference : difference;
}

function shares(x: Share, y: Share): readonly Strictness[] | undefined {
  if (!sameBut(x, y, 'percent')) return undefined;
  if (isSame(x.percent, y.percent)) return ['same'];
  if (isValue(x.percent) || isValue(y.percent) || x.bound === 'exactly') return ['not comparable'];
  return [byNumber(isLower(x) ? y.percent - x.percent : x.percent - y.percent)];
}
