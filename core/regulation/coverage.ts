/**
 * How far a text is carried out, article by article, in four figures: what the program runs, what people judge, what the
 * product itself proves, what is only noted. Hollow coverage is worse than a gap: a block that nothing carries out yet
 * counts under its figure, and says what it waits for. An article without a block is none of the four (decision 0410).
 */
import { awaited } from '../duty/awaits.ts';
import { detectors } from '../vocabulary/detectors.ts';
import { eventName } from '../vocabulary/events.ts';
import { facilities } from '../vocabulary/facilities.ts';
import { type Subject, subjects } from '../vocabulary/subjects.ts';
import { carriedMoves, carriedVerbs, moves as names, noteKinds, runningParts } from '../vocabulary/words.ts';
import type { Look } from './block-types.ts';
import type { Block, Regulation } from './types.ts';

export type Standing = 'runs' | 'judged' | 'facility' | 'noted' | 'nothing';
/**
 * `why`: what carries the article, in Chinese. `waits`: what blocks of it wait for, each reason once; absent where all of
 * them are carried out. `wholly`: nothing of it is carried out yet.
 */
export type ClauseCoverage = {
  readonly clause: string;
  readonly title: string;
  readonly line: number;
  readonly standing: Standing;
  readonly why: string;
  readonly waits?: string;
  readonly wholly?: true;
};

export const standingNames: Readonly<Record<Standing, string>> = {
  runs: '由程序执行',
  judged: '由人判断',
  facility: '由系统保证',
  noted: '只作说明',
  nothing: '没有条款块',
};

/** For an article of which nothing is carried out yet, and for one with a block that waits. */
export const waitingName = '已写明，系统还不能办';
export const partlyName = '有一部分系统还不能办';

/** Every article that has to be covered, in the order of the text. A parent without blocks is covered by its clauses. */
export function coverage(regulation: Regulation): readonly ClauseCoverage[] {
  const parents = new Set(regulation.clauses.map((clause) => clause.parent));
  return regulation.clauses.flatMap((clause) => {
    const blocks = regulation.blocks.filter((block) => block.clause === clause.id);
    if (blocks.length === 0 && parents.has(clause.id)) return [];
    const { title, line } = clause;
    return [{ clause: clause.id, title, line, ...standingOf(blocks.map((block) => effectOf(block, regulation))) }];
  });
}

/** What one block does, seen alone; `waits`: why nothing carries it out yet. */
type Effect = { readonly does: Exclude<Standing, 'nothing'>; readonly why: string; readonly waits?: string };

/** The first of these that any block does. */
const order = ['judged', 'runs', 'facility', 'noted'] as const;

function standingOf(effects: readonly Effect[]): Pick<ClauseCoverage, 'standing' | 'why' | 'waits' | 'wholly'> {
  const standing = order.find((one) => effects.some(({ does }) => does === one));
  if (standing === undefined) return { standing: 'nothing', why: '条下没有条款块' };
  const why = effects.find(({ does }) => does === standing)?.why ?? '';
  const waits = [...new Set(effects.flatMap((effect) => effect.waits ?? []))].join('；');
  if (waits === '') return { standing, why };
  const wholly = effects.every((effect) => effect.waits !== undefined || effect.does === 'noted');
  return { standing, why, waits, ...(wholly ? { wholly } : {}) };
}

/** Kinds that are read, told and checked, and that a later part carries out. */
const later: Readonly<Record<string, { readonly why: string; readonly waits: string }>> = {
  filing: { why: '备案登记', waits: '备案还不能在系统里报' },
  retention: { why: '保存期限', waits: '保存期限还不核对' },
  letters: { why: '来信办理', waits: '来信还不能在系统里办' },
  score: { why: '考核表', waits: '考核还不能在系统里办' },
  line: { why: '考核项目', waits: '考核还不能在系统里办' },
  award: { why: '评奖', waits: '评奖还不能在系统里办' },
  bulletin: { why: '通报', waits: '通报还不能由系统编出来' },
};

function effectOf(block: Block, regulation: Regulation): Effect {
  const here = (one: { readonly clause: string }) => one.clause === block.clause;
  switch (block.kind) {
    case 'columns':
      return { does: 'runs', why: '栏目分工' };
    case 'step':
    case 'flow':
      return flowEffect(block, regulation);
    case 'remit': {
      const runs = regulation.remits.some(
        (one) => here(one) && one.part.some((part) => Object.hasOwn(runningParts, part)),
      );
      return runs ? { does: 'runs', why: '职责归属' } : { does: 'noted', why: '职责归属，只作说明' };
    }
    case 'posts': {
      const may = regulation.posts.filter(here).flatMap((one) => one.may);
      if (may.some((verb) => carriedVerbs.includes(verb))) return { does: 'runs', why: '岗位和权限' };
      const waits = may.length > 0 ? '这个岗位要做的事还不能在系统里办' : '只设了岗位，还没有要它做的事';
      return { does: 'runs', why: '岗位和权限', waits };
    }
    case 'duty':
      return dutyEffect(block, regulation);
    case 'check':
      return checkEffect(block, regulation);
    case 'finding':
      return { does: 'judged', why: '由人认定的问题', waits: '问题还不能在系统里登记和认定' };
    case 'line':
      return lineEffect(block, regulation);
    case 'facility': {
      const proof = Object.hasOwn(facilities, block.id) ? facilities[block.id]?.proof : undefined;
      return proof === undefined
        ? { does: 'facility', why: '系统的保证', waits: '系统的这项保证还没有检验' }
        : { does: 'facility', why: proof };
    }
    case 'note':
      return { does: 'noted', why: noteName(block) };
    default:
      return { does: 'runs', why: block.kind, waits: `${block.kind} 这一类还不能执行`, ...later[block.kind] };
  }
}

/** A check that only people can make is judged; what machines look for runs as far as this version looks for it. */
function checkEffect(block: Block, regulation: Regulation): Effect {
  const check = (regulation.checks ?? []).find(({ id }) => id === block.id);
  // Compiled by an older reader, a check has neither `over` nor places.
  const looks = check?.look ?? [];
  const waits = [
    ...(looks.every(isCarried) ? [] : ['这项检查还不能执行']),
    ...(check?.declare ? ['签认还不能在系统里办'] : []),
  ].join('；');
  const effect: Effect =
    looks.length > 0 ? { does: 'runs', why: '报送和发布时检查' } : { does: 'judged', why: '由人签认' };
  return waits === '' ? effect : { ...effect, waits };
}

function isCarried({ find, then, at }: Look): boolean {
  const detector = Object.hasOwn(detectors, find) ? detectors[find] : undefined;
  const { looksIn } = detector ?? {};
  return (detector?.carried.includes(then) ?? false) && (!looksIn || at.every((place) => looksIn.includes(place)));
}

/** Judged from the log, unless nothing that would meet it can happen here yet. */
function dutyEffect(block: Block, { duties = [] }: Regulation): Effect {
  const duty = duties.find(({ id }) => id === block.id);
  const waits = [...new Set((duty ? awaited(duty.does, duties) : []).map(whyAwaited))].join('；');
  return { does: 'runs', why: '职责和期限', ...(waits === '' ? {} : { waits }) };
}

/** What is awaited comes with a kind of block: a duty over filings waits for filings, and not for each of their events. */
const comesWith: Readonly<Record<string, string>> = {
  filing: 'filing',
  letter: 'letters',
  leg: 'letters',
  letterbox: 'letters',
  sheet: 'score',
  bulletin: 'bulletin',
};
/** `what`: an event, a thing or a move. */
function whyAwaited(what: string): string {
  const [subject = ''] = what.split('.');
  const thing = Object.hasOwn(subjects, what) ? subjects[what as Subject].name : undefined;
  return later[comesWith[subject] ?? '']?.waits ?? `${thing ?? `“${names[what] ?? eventName(what)}”`}还不能在系统里办`;
}

function lineEffect(block: Block, { lines = [] }: Regulation): Effect {
  const judged = lines.some(({ id, points }) => id === block.id && points.is === 'judged');
  const waits = later.line?.waits ?? '';
  return judged ? { does: 'judged', why: '由考核的人判断', waits } : { does: 'runs', why: '考核项目', waits };
}

function flowEffect(block: Block, { flows, steps }: Regulation): Effect {
  const moves = [...flows, ...steps]
    .filter((one) => one.id === block.id && one.clause === block.clause)
    .map((one) => one.move);
  const effect: Effect = { does: 'runs', why: '审批流程' };
  if (moves.some((move) => carriedMoves.includes(move))) return effect;
  return { ...effect, waits: [...new Set(moves.map(whyAwaited))].join('；') };
}

/** The sentence of a note opens with its kind in brackets. */
const noteName = (block: Block): string =>
  Object.values(noteKinds).find((name) => block.says.includes(`（${name}）`)) ?? '说明';
