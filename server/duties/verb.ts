/** What one does about a line, and where: one verb, with the page of the console that carries it out. */
import type { Planned } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Settled } from '../../core/regulation/settle.ts';
import type { DutyAct } from '../contract/duties.ts';

/** `key`: of the duty, as addresses name it. */
export function actOn({ thing, duty }: Pick<Planned, 'duty' | 'thing'>, key: string): DutyAct {
  const events = met(duty.does);
  if (events.some((event) => ['article.published', 'article.updated'].includes(event)))
    return { name: '写一条', link: thing.subject === 'column' ? `/write?column=${thing.id}` : '/write' };
  if (events.includes('article.confirmed')) return { name: '去核对', link: '/mine?tab=published' };
  if (duty.does.pattern === 'keep') return { name: '看岗位', link: '/people' };
  return { name: '看凭据', link: `/board?place=${thing.site ?? thing.id}&duty=${encodeURIComponent(key)}` };
}

/** The events that meet it. */
function met(does: Settled<Pattern>): readonly string[] {
  if (does.pattern === 'within') return does.to;
  return 'events' in does ? does.events : [];
}
