/** What a run of tests says about a mutant. Pure, so that the judge itself can be tested. */
import { numbersOf } from '../properties.ts';

/** `failed` are names of tests; `broken` are files that could not be run at all, which shows nothing about any test. */
export type TestRun = {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly broken: readonly string[];
};

export type Verdict = 'caught' | 'survived' | 'caught by another test' | 'tests broken' | 'not clean without it';

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
};

/** Names of a test are its own and those of the `describe` around it: either may carry the number. */
export function fromVitest(report: VitestReport): TestRun {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const failed = results.filter((test) => test.status === 'failed');
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: results.filter((test) => test.status === 'passed').length,
    failed: failed.map((test) => test.ancestorTitles.find((title) => numbersOf(title).length > 0) ?? test.title),
    broken: broken.map((file) => file.name),
  };
}

type Suite = {
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[];
  readonly suites?: readonly Suite[];
};
type PlaywrightReport = {
  readonly suites: readonly Suite[];
  readonly errors?: readonly { readonly message?: string }[];
};

export function fromPlaywright(report: PlaywrightReport): TestRun {
  const specsOf = (suite: Suite): { title: string; ok: boolean }[] => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
  const specs = report.suites.flatMap(specsOf);
  return {
    passed: specs.filter((spec) => spec.ok).length,
    failed: specs.filter((spec) => !spec.ok).map((spec) => spec.title),
    broken: (report.errors ?? []).map((error) => error.message ?? 'error'),
  };
}

export const together = (runs: readonly TestRun[]): TestRun => ({
  passed: runs.reduce((sum, run) => sum + run.passed, 0),
  failed: runs.flatMap((run) => run.failed),
  broken: runs.flatMap((run) => run.broken),
});

/** A mutant is caught only when a test of its own number fails, and all its tests pass without it. */
export function verdict(number: string, clean: TestRun, mutated: TestRun): Verdict {
  if (clean.passed === 0 || clean.failed.length > 0 || clean.broken.length > 0) return 'not clean without it';
  if (mutated.failed.some((name) => numbersOf(name).includes(number))) return 'caught';
  if (mutated.failed.length > 0) return 'caught by another test';
  return mutated.broken.length > 0 ? 'tests broken' : 'survived';
}
