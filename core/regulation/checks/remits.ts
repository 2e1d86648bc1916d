/** One part of one kind of site has one that answers for it. ZJ-17. */
import { evaluate } from '../../facets.ts';
import { runningParts } from '../../vocabulary/words.ts';
import type { Report } from '../body.ts';
import type { Draft } from '../draft.ts';
import type { Regulation } from '../types.ts';
import { axesOf, combinationsMax, combinationsOf, countOf } from './combinations.ts';

export function checkRemits(draft: Draft, scales: Pick<Regulation, 'scale' | 'facets'>, report: Report): void {
  const axes = axesOf(
    draft.remits.map((one) => one.value.for),
    scales,
  );
  if (countOf(axes) > combinationsMax) return;
  for (const facets of combinationsOf(axes)) {
    for (const [part, name] of Object.entries(runningParts)) {
      const [first, ...more] = draft.remits.filter(
        (one) => one.value.part.includes(part) && evaluate(one.value.for, facets),
      );
      const clash = more.find((one) => one.value.who !== first?.value.who);
      if (first && clash) {
        report(
          clash.where.at('who'),
          `“${name}”（${part}）在第 ${first.where.at('who').line} 行已经给了 ${first.value.who}，这里又给 ${clash.value.who}：一部分只能归一家`,
        );
      }
    }
  }
}
