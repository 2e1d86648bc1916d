/**
 * How far a text is carried out, article by article. Hollow coverage is worse than a gap: what this version can't carry
 * out, or can't prove, counts as nothing yet, with its reason.
 */
import { detectors } from '../vocabulary/detectors.ts';
import { facilities } from '../vocabulary/facilities.ts';
import { carriedMoves, carriedVerbs, moves as names, noteKinds, runningParts } from '../vocabulary/words.ts';
import type { Block, Regulation } from './types.ts';

export type Standing = 'runs' | 'judged' | 'facility' | 'noted' | 'nothing';
/** `why`: for `nothing`, what it waits for; for the others, what carries it out. In Chinese. */
export type ClauseCoverage = {
  readonly clause: string;
  readonly title: string;
  readonly line: number;
  readonly standing: Standing;
  readonly why: string;
};

export const standingNames: Readonly<Record<Standing, string>> = {
  runs: '由程序执行',
  judged: '由人判断',
  facility: '由系统保证',
  noted: '只作说明',
  nothing: '还没有落实',
};

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

/** What one block does, seen alone. `waits` is a promise that nothing carries out yet. */
type Effect = { readonly does: 'runs' | 'staffs' | 'facility' | 'noted' | 'waits'; readonly why: string };

function standingOf(effects: readonly Effect[]): { readonly standing: Standing; readonly why: string } {
  const first = (does: Effect['does']) => effects.find((effect) => effect.does === does)?.why;
  const runs = first('runs');
  if (runs !== undefined) return { standing: 'runs', why: runs };
  const waits = first('waits');
  if (waits !== undefined) return { standing: 'nothing', why: waits };
  const staffs = first('staffs');
  if (staffs !== undefined) return { standing: 'runs', why: staffs };
  const facility = first('facility');
  if (facility !== undefined) return { standing: 'facility', why: facility };
  const noted = first('noted');
  return noted === undefined ? { standing: 'nothing', why: '条下没有条款块' } : { standing: 'noted', why: noted };
}

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
      if (may.some((verb) => carriedVerbs.includes(verb))) return { does: 'staffs', why: '岗位和权限' };
      const why = may.length > 0 ? '这个岗位要做的事还不能在系统里办' : '只设了岗位，还没有要它做的事';
      return { does: 'waits', why };
    }
    case 'check': {
      const looks = (regulation.checks ?? []).filter(here).flatMap((one) => one.look);
      // A detector that isn't there yet, or an outcome that nothing carries out, keeps nobody from anything.
      const waits = looks.find(({ find, then }) => then !== 'stop' || !detectors[find]?.carried);
      return waits ? { does: 'waits', why: '这项检查还不能执行' } : { does: 'runs', why: '报送和发布时检查' };
    }
    case 'duty':
      return { does: 'waits', why: '期限在待发布里提醒，是否按时还不考核' };
    case 'facility': {
      const proof = Object.hasOwn(facilities, block.id) ? facilities[block.id]?.proof : undefined;
      return proof === undefined
        ? { does: 'waits', why: '系统的这项保证还没有检验' }
        : { does: 'facility', why: proof };
    }
    case 'note':
      return { does: 'noted', why: noteName(block) };
    default:
      return { does: 'waits', why: `${block.kind} 这一类还不能执行` };
  }
}

function flowEffect(block: Block, { flows, steps }: Regulation): Effect {
  const moves = [...flows, ...steps]
    .filter((one) => one.id === block.id && one.clause === block.clause)
    .map((one) => one.move);
  const carried = moves.some((move) => carriedMoves.includes(move));
  return carried
    ? { does: 'runs', why: '审批流程' }
    : { does: 'waits', why: `流程已写明，“${moves.map((move) => names[move] ?? move).join('、')}”还不能在系统里办` };
}

/** The sentence of a note opens with its kind in brackets. */
const noteName = (block: Block): string =>
  Object.values(noteKinds).find((name) => block.says.includes(`（${name}）`)) ?? '说明';
