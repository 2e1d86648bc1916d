/** What one does about a line, and where: one verb, with the page of the console that carries it out. */
import type { Planned } from '../../core/duty/plan.ts';
import type { Pattern } from '../../core/regulation/duty-types.ts';
import type { Settled } from '../../core/regulation/settle.ts';
import type { Acting } from '../../core/takers.ts';
import type { DutyAct } from '../contract/duties.ts';

/** `key`: of the duty, as addresses name it. `writers`: posts of whoever is told that may write. */
export function actOn(
  { thing, duty, by }: Pick<Planned, 'duty' | 'thing' | 'by'>,
  key: string,
  writers: readonly Acting[],
): DutyAct {
  const events = met(duty.does);
  const isWritten = events.some((event) => written.includes(event));
  // A head of section answers for it and can't write it: he is shown how it stands.
  if (isWritten && writers.some(({ unit }) => by.includes(unit)))
    return { name: '写一条', link: thing.subject === 'column' ? `/write?column=${thing.id}` : '/write' };
  if (events.includes('article.confirmed')) return { name: '去核对', link: '/mine?tab=published' };
  if (duty.does.pattern === 'keep') return { name: '看岗位', link: '/people' };
  return { name: '看凭据', link: `/board?place=${thing.site ?? thing.id}&duty=${encodeURIComponent(key)}` };
}

const written = ['article.submitted', 'article.published', 'article.updated'];

/** The events that meet it. */
function met(does: Settled<Pattern>): readonly string[] {
  if (does.pattern === 'within') return does.to;
  return 'events' in does ? does.events : [];
}
