/** What a run of tests says about a mutant. Pure, so that the judge itself can be tested. */
import { numbersOf } from '../properties.ts';

/** `passed` and `failed` are names of tests; `broken` are files that could not be run at all, which shows nothing about any test. */
export type TestRun = {
  readonly passed: readonly string[];
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

/** Either the test's own name or that of a `describe` around it may carry the number. */
export function fromVitest(report: VitestReport): TestRun {
  const results = report.testResults.flatMap((file) => file.assertionResults);
  const named = (status: string) =>
    results
      .filter((test) => test.status === status)
      .map((test) => test.ancestorTitles.find((title) => numbersOf(title).length > 0) ?? test.title);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: named('passed'), failed: named('failed'), broken: broken.map((file) => file.name) };
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
    passed: specs.filter((spec) => spec.ok).map((spec) => spec.title),
    failed: specs.filter((spec) => !spec.ok).map((spec) => spec.title),
    broken: (report.errors ?? []).map((error) => error.message ?? 'error'),
  };
}

export const together = (runs: readonly TestRun[]): TestRun => ({
  passed: runs.flatMap((run) => run.passed),
  failed: runs.flatMap((run) => run.failed),
  broken: runs.flatMap((run) => run.broken),
});

/** A mutant is caught only when a test of its own number passes without it, and fails with it. */
export function verdict(number: string, clean: TestRun, mutated: TestRun): Verdict {
  const ofNumber = (name: string) => numbersOf(name).includes(number);
  if (!clean.passed.some(ofNumber) || clean.failed.some(ofNumber) || clean.broken.length > 0)
    return 'not clean without it';
  if (mutated.failed.some(ofNumber)) return 'caught';
  if (mutated.failed.some((name) => !clean.failed.includes(name))) return 'caught by another test';
  return mutated.broken.length > 0 ? 'tests broken' : 'survived';
}
