/** Sites that run themselves: nothing of theirs comes to the log, so that only what the monitor saw can count for or against them. */
import { expect, test } from 'vitest';
import { seed } from '../calendar.fixture.ts';
import { fence, sampleWith } from '../regulation/sample.fixture.ts';
import { bound, inForce, soundly } from '../zj.fixture.ts';
import { groundsIn } from './applied.ts';
import { at } from './duty.fixture.ts';
import type { Thing } from './facts.ts';
import { linesOf } from './lines.ts';
import { planned, type Rule } from './plan.ts';

const site = (id: string, hosting: string): Thing => ({
  ...{ subject: 'site', id, name: id, site: id, owner: 'bureau', units: { 'site.owner': ['bureau'] } },
  facets: { site: 'sub', hosting },
  life: { bornOn: '2020-01-01' },
});
const rule = (...lines: readonly string[]): Rule => ({
  ...inForce(
    soundly(sampleWith(fence('duty one', 'over: site', 'by: site.owner', ...lines))),
    bound('bureau', { office: ['office'], section: ['quality'] }),
  ),
  ...{ from: '2026-01-01', ruledFrom: '2026-01-01', reach: new Set(['bureau']) },
});
/** How the site stands at noon of a Friday, three weeks into the rule, when nothing ever happened. */
const judged = (hosting: string, ...lines: readonly string[]) =>
  planned(rule(...lines), [site('s', hosting)]).flatMap((plan) =>
    linesOf(
      plan,
      groundsIn([], () => [], seed),
      at('2026-01-23 12:00'),
    ).map(({ verdict, waits }) => [verdict.status, waits]),
  );

test.each([
  ['a gap', ['event: article.published', 'gap: at most 5 working days'], 'breached', ['seen.article_published']],
  ['a rate', ['event: article.published', 'rate: at most 0 per week'], 'pending', ['seen.article_published']],
  [
    'what the monitor has no eye for',
    ['event: article.updated', 'gap: at most 5 working days'],
    'breached',
    ['article.updated'],
  ],
])(
  '%s over a self-run site is provisional where no look was taken, and never a breach',
  (_what, lines, ours, waits) => {
    expect(judged('ours', ...lines).map(([status]) => status)).toEqual([ours]);
    expect(judged('self-run', ...lines)).toEqual([['provisional', waits]]);
  },
);
