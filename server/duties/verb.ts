/** What one does about a line, and where: one verb, with the screen of the console that carries it out. */
import type { Planned } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Settled } from '../../core/regulation/settle.ts';
import type { DutyAct } from '../contract/duties.ts';

/** `key`: of the duty, as addresses name it. */
export function actOn({ thing, duty }: Pick<Planned, 'duty' | 'thing'>, key: string): DutyAct {
  const events = met(duty.does);
  if (events.some((event) => ['article.published', 'article.updated'].includes(event)))
    return { name: '写一条', to: '/write', ...(thing.subject === 'column' ? { column: thing.id } : {}) };
  if (events.includes('article.confirmed')) return { name: '去核对', to: '/mine' };
  if (duty.does.pattern === 'keep') return { name: '看岗位', to: '/people' };
  return { name: '看凭据', to: '/board', place: thing.site ?? thing.id, duty: key };
}

/** The events that meet it. */
function met(does: Settled<Pattern>): readonly string[] {
  if (does.pattern === 'within') return does.to;
  return 'events' in does ? does.events : [];
}

/** The same as an address of the console, for a notice. */
export function linkOf({ to, column, place, duty }: DutyAct): string {
  const asked = Object.entries({ column, place, duty }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return asked.length === 0 ? to : `${to}?${asked.join('&')}`;
}
