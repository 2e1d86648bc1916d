/** A gate on a filing that nobody hands in stays shut for good. A warning only: stored texts have such gates. ZJ-10. */
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';
import type { Names } from '../names.ts';

export function checkGates(draft: Draft, names: Names, report: Report): void {
  for (const { value, where } of draft.flows) {
    for (const { event } of value.requires) {
      const [kind, id = ''] = event.split('.');
      if (kind !== 'filing' || names.filings.has(id)) continue;
      report(where.at('requires'), `这份规定里没有备案“${id}”：没有人报，流程 ${value.id} 就一直走不通`, true);
    }
  }
}
