/**
 * npm run kill [-- --cycles N]
 *
 * Kills PostgreSQL, its tree and its program N times (1000) while rows are written. Ends with 1 when a confirmed one is gone.
 */
import { killCycles } from './kill/cycles.ts';

async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--cycles');
  const cycles = at < 0 ? 1000 : Number(args[at + 1]);
  if (!(cycles >= 1 && Number.isInteger(cycles))) {
    console.error('--cycles is a whole number, at least 1');
    return 2;
  }
  const { confirmed, faults, awayMs } = await killCycles(cycles, (done, soFar) => {
    if (done % 20 === 0) console.error(`${done} kills, ${soFar.confirmed} confirmed, ${soFar.faults.length} faults`);
  });
  const sorted = [...awayMs].sort((a, b) => a - b);
  const median = Math.round(sorted[sorted.length >> 1] ?? 0);
  console.log(`${cycles} kills, ${confirmed} transactions confirmed, ${faults.length} lost or damaged`);
  console.log(
    `from a kill to the next answer: ${median} ms [${Math.round(sorted[0] ?? 0)}–${Math.round(sorted.at(-1) ?? 0)}]`,
  );
  for (const fault of faults.slice(0, 50)) console.log(fault);
  return faults.length ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
