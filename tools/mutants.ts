/**
 * npm run mutants [-- NUMBER…] [--uncommitted]
 *
 * Applies each tools/mutants/*.patch in a tree of its own and runs the tests it names, which must fail: a property
 * whose mutant survives counts as untested. Without numbers all are run. Ends with 1 when one was not caught.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './check/run.mjs';
import { type Mutant, patches } from './mutants/patches.ts';
import { makeTree, type Tree } from './mutants/tree.ts';
import { fromPlaywright, fromVitest, type TestRun, together, verdict } from './mutants/verdict.ts';

const timeoutMs = 8 * 60_000;
const isJourney = (path: string) => path.endsWith('.spec.ts');

/** Runs test files in the tree, by both runners where both are needed. What left no report counts as broken. */
async function runTests(tree: Tree, paths: readonly string[]): Promise<TestRun> {
  const journeys = paths.filter(isJourney);
  const others = paths.filter((path) => !isJourney(path));
  const runs: TestRun[] = [];
  if (others.length > 0) {
    const args = (report: string) => ['run', ...others, '--reporter=json', `--outputFile=${report}`];
    runs.push(await runOne(tree, 'vitest', args, fromVitest));
  }
  if (journeys.length > 0) runs.push(await runOne(tree, 'playwright', () => ['test', ...journeys], fromPlaywright));
  return together(runs);
}

async function runOne<R>(tree: Tree, bin: string, args: (report: string) => string[], read: (report: R) => TestRun) {
  const report = join(tree.folder, 'test-results', `${bin}.json`);
  mkdirSync(join(tree.folder, 'test-results'), { recursive: true });
  rmSync(report, { force: true });
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const ended = await run(join('node_modules', '.bin', bin), args(report), { cwd: tree.folder, env, timeoutMs });
  if (!existsSync(report))
    return { passed: [], failed: [], broken: [`${bin} left no report: ${ended.output.slice(-500)}`] };
  return read(JSON.parse(readFileSync(report, 'utf8')) as R);
}

/** Each set of tests is run once without any mutant: a test that fails anyway catches nothing. */
async function judge(tree: Tree, mutant: Mutant, cleanRuns: Map<string, TestRun>): Promise<string> {
  const key = mutant.tests.join(' ');
  const clean = cleanRuns.get(key) ?? (await runTests(tree, mutant.tests));
  cleanRuns.set(key, clean);
  try {
    tree.apply(mutant.file);
  } catch (error) {
    return `does not apply: ${String((error as { stderr?: string }).stderr ?? error).trim()}`;
  }
  const mutated = await runTests(tree, mutant.tests);
  tree.clean();
  const said = verdict(mutant.number, clean, mutated);
  const why = said === 'caught' ? [] : [...clean.failed, ...clean.broken, ...mutated.broken, ...mutated.failed];
  return [said, ...new Set(why)].join('\n      ');
}

async function main(args: readonly string[]): Promise<number> {
  const numbers = args.filter((arg) => !arg.startsWith('--'));
  const chosen = patches().filter(
    ({ number, file }) => numbers.length === 0 || numbers.some((n) => n === number || file === n),
  );
  if (chosen.length === 0) {
    console.log(`no mutant${numbers.length > 0 ? ` of ${numbers.join(', ')}` : ''} in tools/mutants`);
    return 1;
  }
  const tree = makeTree(args.includes('--uncommitted'));
  const stop = () => {
    tree.remove();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const cleanRuns = new Map<string, TestRun>();
  let caught = 0;
  try {
    for (const mutant of chosen) {
      const startedAt = performance.now();
      const said = await judge(tree, mutant, cleanRuns);
      if (said === 'caught') caught++;
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
      console.log(`${said === 'caught' ? '✓' : '✗'} ${mutant.file.padEnd(28)} ${seconds.padStart(4)} s  ${said}`);
    }
  } finally {
    tree.remove();
  }
  console.log(`${caught} caught, ${chosen.length - caught} not caught`);
  return caught === chosen.length ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
