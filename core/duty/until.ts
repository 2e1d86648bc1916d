/** Until when, as people write it here: 11-25 周三 09:40 止. */
import { localDay, localMinute, weekday } from '../day.ts';

const minuteMs = 60_000;
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `overAt`: milliseconds since 1970. What ends with a day ends at its 24:00, and not at the next one's 00:00. */
export function sayUntil(overAt: number): string {
  const isMidnight = localMinute(new Date(overAt)).endsWith('00:00');
  const last = isMidnight ? overAt - minuteMs : overAt;
  const clock = isMidnight ? '24:00' : localMinute(new Date(last)).slice(11);
  return `${localDay(last).slice(5)} ${weekdays[weekday(localDay(last)) - 1]} ${clock} 止`;
}
