/** `npm run judge`: both judges over random duties and simulated years, twenty seeds or as many as MENHU_SEEDS says. */
import fc from 'fast-check';
import { patterns } from './cases.ts';
import { compare, nothing } from './compare.ts';
import * as years from './year/compare.ts';
import { instant } from './year/history.ts';
import { historyOf } from './year/lived.ts';

const seeds = Number(process.env.MENHU_SEEDS ?? 20);
const cases = 100;

let isDifferent = false;
console.log(`seeds 1 to ${seeds}, ${cases} duties of each pattern and seed`);
for (const [name, pattern] of Object.entries(patterns)) {
  const [seen, since] = [nothing(), performance.now()];
  for (let seed = 1; seed <= seeds; seed++)
    for (const one of fc.sample(pattern, { numRuns: cases, seed })) compare(one, seen);
  const { lines, walked, exact, differences } = seen;
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(
    `${name.padEnd(7)} ${lines} verdicts, ${walked} next changes walked to (${exact} foretold exactly), ${differences.length} differences, ${seconds} s`,
  );
  for (const words of differences.slice(0, 3)) console.log(words);
  isDifferent ||= differences.length > 0;
}
console.log('a year of the county, each seed at three instants');
for (let seed = 1; seed <= seeds; seed++) {
  const [seen, since, history] = [years.nothing(), performance.now(), historyOf(seed, 0.15)];
  const month = String(3 + (seed % 9)).padStart(2, '0');
  for (const now of [
    instant('2026-01-25', '11:00'),
    instant(`2026-${month}-17`, '16:00'),
    instant('2026-12-31', '23:00'),
  ])
    years.compareYear(history, now, seen);
  const { lines, today, differences } = seen;
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(
    `seed ${seed}: ${history.events.length} events, ${lines} lines of the year and ${today} of today, ${differences.length} differences, ${seconds} s`,
  );
  for (const words of differences.slice(0, 3)) console.log(words);
  isDifferent ||= differences.length > 0;
}
process.exitCode = isDifferent ? 1 : 0;
