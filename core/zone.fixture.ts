/** Run by zone.test.ts in processes of several time zones: prints what it reckons, and which zone it runs in. */
import { seed } from './calendar.fixture.ts';
import { dayOf, endOf, localDay, startOf, weekday } from './day.ts';
import { overAt } from './duration.ts';
import { periodAt } from './period.ts';

// The night in which New York's clocks go back, New Year, and a leap day, each a minute before and at Shanghai's midnight.
const instants = ['2026-11-01T15:59Z', '2026-11-01T16:00Z', '2026-12-31T16:00Z', '2028-02-28T16:00Z'].map(Date.parse);
const units = ['day', 'working day', 'week', 'month', 'hour'] as const;

const reckoned = instants.map((at) => {
  const day = localDay(at);
  return {
    day,
    weekday: weekday(day),
    from: startOf(day),
    to: endOf(day),
    over: units.map((unit) => overAt({ n: 3, unit }, at, seed).at),
    week: periodAt('week', day),
    month: periodAt('month', day),
  };
});
const everyDay = Array.from({ length: 20_000 }, (_, n) => dayOf(n));
const offset = new Date(2026, 0, 1).getTimezoneOffset();
process.stdout.write(JSON.stringify({ offset, reckoned, last: everyDay.at(-1), days: new Set(everyDay).size }));
