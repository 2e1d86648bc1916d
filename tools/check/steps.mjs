// What `npm run check` does, in order. A step is { name, run }, and run gives { passed, failed, faults, skipped? }.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPlaywright, readVitest } from './results.mjs';
import { run } from './run.mjs';

const minutes = 60_000;
const reports = 'test-results/check';
const bin = (name) => join('node_modules', '.bin', name);

/** A command that is one pass or one failure; what it said is printed when it failed. */
const command = (name, file, args, timeoutMs = 3 * minutes) => ({
  name,
  run: async (root) => {
    const { code, output, timedOut } = await run(file, args, { cwd: root, timeoutMs });
    if (code === 0) return { passed: 1, failed: 0, faults: [] };
    return { passed: 0, failed: 1, faults: [timedOut ? `took too long\n${output}` : output] };
  },
});

/** A test runner that writes a JSON report. Without a readable one it has failed, whatever its exit code says. */
const runner = (name, file, args, { read, timeoutMs, env = {} }) => ({
  name,
  run: async (root) => {
    const report = join(root, reports, `${name}.json`);
    mkdirSync(join(root, reports), { recursive: true });
    rmSync(report, { force: true });
    const ended = await run(file, args(report), {
      cwd: root,
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      timeoutMs,
      show: true,
    });
    const result = existsSync(report)
      ? read(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: 0, failed: 1, faults: [`${name} left no report (exit code ${ended.code})`] };
    if (ended.timedOut) return withFault(result, `${name} took longer than ${timeoutMs / minutes} minutes`);
    if (ended.code !== 0 && result.failed === 0) return withFault(result, `${name} ended with code ${ended.code}`);
    return result;
  },
});

const withFault = (result, fault) => ({ ...result, failed: result.failed + 1, faults: [...result.faults, fault] });

const types = (project) => command(`types ${project}`, bin('tsc'), ['-p', project, '--noEmit']);

/** The whole test suite, or with words only the files whose path holds one of them. */
export const vitest = (words = []) =>
  runner(
    'vitest',
    bin('vitest'),
    (report) => ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { read: readVitest, timeoutMs: 20 * minutes },
  );

/** Migrations, the door and the stores once more, on the oldest PostgreSQL that is claimed. */
const onPostgres15 = runner(
  'vitest-postgresql-15',
  bin('vitest'),
  (report) => [
    'run',
    ...['server/db/migrate', 'server/db/schema', 'server/door', 'server/history-kept', 'server/jobs'],
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  { read: readVitest, timeoutMs: 10 * minutes, env: { MENHU_TEST_PG: 'debian15' } },
);

const journeys = runner('journeys', bin('playwright'), () => ['test'], {
  read: readPlaywright,
  timeoutMs: 25 * minutes,
  env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
});

const tsx = (name, args) => command(name, process.execPath, ['--import', 'tsx', ...args]);

const mutantsApply = {
  name: 'mutants still apply',
  run: async (root) => {
    const folder = join('tools', 'mutants');
    const patches = readdirSync(join(root, folder)).filter((file) => file.endsWith('.patch'));
    const faults = [];
    for (const patch of patches) {
      // safe.directory: a checkout that another user owns (as in many CI containers) is still ours to read.
      const args = ['-c', 'safe.directory=*', 'apply', '--check', join(folder, patch)];
      const { code, output } = await run('git', args, { cwd: root, timeoutMs: minutes });
      if (code !== 0) faults.push(`${patch}: ${output}`);
    }
    if (patches.length === 0) faults.push('there is no mutant at all');
    return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, faults };
  },
};

const hasTypeScript = (folder) =>
  existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => /\.tsx?$/.test(file));

/** Every step, cheap ones first. The console's types are checked once `admin/` has files: tsc refuses an empty project. */
export const allSteps = (root) => [
  types('tsconfig.core.json'),
  types('tsconfig.json'),
  types('tsconfig.test.json'),
  ...(hasTypeScript(join(root, 'admin')) ? [types('tsconfig.admin.json')] : []),
  command('biome', bin('biome'), ['ci', '--colors=off', '.']),
  mutantsApply,
  tsx('generated docs are fresh', ['tools/generate.ts', '--check']),
  tsx('schema dump is fresh', ['tools/dump-schema.ts', '--check']),
  vitest(),
  onPostgres15,
  journeys,
];
