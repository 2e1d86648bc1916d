/** Editing comes before approving: what was approved is published byte for byte (A2), so nobody edits after that. QX-8. */
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';

const message = '“编辑”要排在别的步骤前面：批准针对确定的文本，批准以后再改就要重新批';

export function checkEdits(draft: Draft, report: Report): void {
  for (const { value, where } of draft.flows) {
    const approved = value.steps.findIndex((step) => step.act !== 'edit');
    const late = value.steps.findIndex((step, i) => step.act === 'edit' && approved >= 0 && i > approved);
    if (late >= 0) report(where.at('steps', late, 'act'), message);
  }
  for (const { value, where } of draft.steps)
    if (value.add.act === 'edit' && value.place !== 'first') report(where.at('place'), message);
}
