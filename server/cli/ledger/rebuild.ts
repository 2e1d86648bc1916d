/** `menhu ledger rebuild`: sums and lines made again from the facts; `menhu ledger check`: are they what the facts say? */

import { advance, rebuild, state } from '../../duties/stored/advance.ts';
import { compare } from '../../duties/stored/compare.ts';
import { now } from '../../now.ts';
import type { Command, Outside } from '../command.ts';
import { dataOption, withRunning } from '../installation.ts';

const shownMax = 20;
const takes = { values: { data: dataOption }, files: false } as const;

export const ledgerRebuild: Command = {
  name: 'ledger rebuild',
  usage: 'menhu ledger rebuild [--data DIR]',
  about: {
    zh: '按发生过的事，把各项职责的累计和现状全部重新算一遍；已经结束的周期不动',
    en: 'makes the sums and lines of all duties again from what happened; closed periods stay',
  },
  takes,
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      await advance(db, now());
      const lines = await rebuild(db);
      const { seq } = await state(db);
      outside.text({ zh: `已重新算好 ${lines} 行`, en: `made again: ${lines} lines` });
      outside.json({ lines, upto: seq });
      return 0;
    }),
};

export const ledgerCheck: Command = {
  name: 'ledger check',
  usage: 'menhu ledger check [--data DIR]',
  about: {
    zh: '拿存下来的每一行，和直接按事件算的逐行比较；有不同就以 1 结束',
    en: 'compares every stored line with what the events say; ends with 1 if any differs',
  },
  takes,
  run: (given, outside) =>
    withRunning(given, outside, async (db) => {
      const at = now();
      await advance(db, at);
      return told(await compare(db, at), outside);
    }),
};

function told({ lines, differences }: Awaited<ReturnType<typeof compare>>, { text, json }: Outside): number {
  if (differences.length === 0) text({ zh: `${lines} 行都一样`, en: `${lines} lines, all the same` });
  else
    text({
      zh: `${lines} 行里有 ${differences.length} 处不同：请用 menhu ledger rebuild 重新算，并报告这个问题`,
      en: `${differences.length} of ${lines} lines differ: use menhu ledger rebuild, and report this`,
    });
  for (const difference of differences.slice(0, shownMax)) text(`  ${difference}`);
  json({ lines, differences });
  return differences.length === 0 ? 0 : 1;
}
