/** `npm run judge`: both judges over random duties, twenty seeds or as many as MENHU_SEEDS says. */
import fc from 'fast-check';
import { patterns } from './cases.ts';
import { compare, nothing } from './compare.ts';

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
process.exitCode = isDifferent ? 1 : 0;
