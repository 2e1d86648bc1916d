/**
 * npm run bench NAME [-- --json]
 *
 * Runs bench/NAME.ts, which exports `bench(): Promise<readonly Figure[]>`, and prints its figures with what they were
 * measured on. Without a name it lists what there is. A figure without its machine and its load means little.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench, Figure } from './figure.ts';

const folder = dirname(fileURLToPath(import.meta.url));
const names = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !['run.ts', 'figure.ts'].includes(file) && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3));

const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  loadBefore: round(loadavg()[0] ?? 0),
});

const round = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));

function line(figure: Figure): string {
  const range = figure.min === undefined ? '' : ` [${round(figure.min)}–${round(figure.max ?? figure.min)}]`;
  const rounds = figure.rounds === undefined ? '' : `, ${figure.rounds} rounds`;
  const note = figure.note === undefined ? '' : `  ${figure.note}`;
  return `${figure.name.padEnd(44)} ${round(figure.value)}${range} ${figure.unit}${rounds}${note}`;
}

async function main(args: readonly string[]): Promise<number> {
  const [name] = args.filter((arg) => !arg.startsWith('--'));
  if (!name || !existsSync(join(folder, `${name}.ts`)) || !names().includes(name)) {
    console.log(
      `${name ? `There is no bench called ${name}. ` : ''}npm run bench NAME, with one of: ${names().join(', ')}`,
    );
    return name ? 1 : 0;
  }
  const on = machine();
  const { bench } = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as { bench: Bench };
  const figures = await bench();
  if (figures.length === 0) throw new Error(`bench/${name}.ts gave no figure`);
  const loadAfter = round(loadavg()[0] ?? 0);
  if (args.includes('--json')) console.log(JSON.stringify({ bench: name, ...on, loadAfter, figures }));
  else {
    console.log(
      `${name}: ${on.cores} cores (${on.processor}), ${on.memoryGiB} GiB, Node ${on.node}, load ${on.loadBefore} → ${loadAfter}`,
    );
    for (const figure of figures) console.log(`  ${line(figure)}`);
  }
  return 0;
}

// A bench may leave a pool open: the figures are what was asked for.
process.exit(await main(process.argv.slice(2)));
