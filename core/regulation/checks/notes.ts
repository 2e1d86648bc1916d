/** A note says that an article asks nothing of anybody; words of duty in its text speak against that. */
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';
import type { ClauseText } from '../types.ts';

const duty = /须|应当|(?<![适响相反供对])应(?![急用答])|不得|禁止|每(?!个单位)|日前|[日天月年]以?内/;

export function checkNotes(draft: Draft, clauses: readonly ClauseText[], report: Report): void {
  for (const { value, where } of draft.notes) {
    const alone = draft.blocks.every((block) => block.clause !== where.clause || block.kind === 'note');
    const word = duty.exec(clauses.find((clause) => clause.id === where.clause)?.text ?? '')?.[0];
    if (alone && word !== undefined && value !== 'definition') {
      const message = `这一条只有说明，条文里却有“${word}”：真的没有可执行的要求吗？`;
      report({ line: where.line, column: 4 }, message, true);
    }
  }
}
