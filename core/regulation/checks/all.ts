/** The checks that need the whole file. */
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';
import type { Names } from '../names.ts';
import type { Regulation } from '../types.ts';
import { checkChains } from './chains.ts';
import { checkEdits } from './edits.ts';
import { checkGates } from './gates.ts';
import { checkApart, checkHolders, checkPostIds } from './holders.ts';
import { checkLetters } from './letters.ts';
import { checkNotes } from './notes.ts';
import { checkRemits } from './remits.ts';
import { checkScores } from './scores.ts';

export function checkDraft(regulation: Regulation, draft: Draft, names: Names, report: Report): void {
  checkHolders(draft, regulation.posts, names, report);
  checkApart(draft, regulation.posts, report);
  checkPostIds(draft, report);
  checkChains(draft, regulation, names, report);
  checkEdits(draft, report);
  checkRemits(draft, regulation, report);
  checkGates(draft, names, report);
  checkLetters(draft, regulation.columns, report);
  checkScores(draft, report);
  checkNotes(draft, regulation.clauses, report);
}
