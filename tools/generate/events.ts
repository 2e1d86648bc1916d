/** docs/events.md: every event that a regulation may name, and which of them this version writes. */
import { carriedEvents, events } from '../../core/vocabulary/events.ts';
import { notice, table } from './markdown.ts';

export function eventsPage(): string {
  const carried = new Set<string>(carriedEvents);
  const rows = Object.entries(events).map(([event, phrase]) => [event, phrase, carried.has(event) ? '✓' : '–']);
  return [
    notice('core/vocabulary/events.ts'),
    '# Events 事件',
    'What can happen, as a regulation names it in a duty or a gate. "–": no move of this version writes it yet, so a gate on it stays shut and says so.',
    table(['event', '中文', 'written'], rows),
    '',
  ].join('\n\n');
}
