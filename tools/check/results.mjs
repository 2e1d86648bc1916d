// Reads what the two test runners wrote about themselves. Each answer is { passed, failed, skipped, faults }: how many,
// and for what failed or was skipped one readable line each. A runner that ran nothing has failed.

const firstLines = (text, count = 12) => text.split('\n').slice(0, count).join('\n      ');

/** Vitest's JSON report. A file that could not even be loaded has no tests in it: it counts as one failure. */
export function readVitest(report) {
  const faults = [];
  const skipped = [];
  let broken = 0;
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      broken++;
      faults.push(`${file.name}: could not be run\n      ${firstLines(file.message ?? '')}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'failed')
        faults.push(`${file.name}: ${test.fullName}\n      ${firstLines(test.failureMessages.join('\n'))}`);
      else if (test.status !== 'passed') skipped.push(`${file.name}: ${test.fullName}`);
    }
  }
  return close({ passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped, faults });
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** Playwright's JSON report. A test that passed only when tried again (`flaky`) has failed. */
export function readPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  const tests = report.suites.flatMap(specsOf).flatMap((spec) =>
    spec.tests.map((test) => ({
      name: `${spec.file}:${spec.line} ${spec.title}`,
      status: test.status,
      said: test.results.flatMap((result) => result.errors ?? []).map((error) => error.message ?? ''),
    })),
  );
  const bad = tests.filter((test) => test.status === 'unexpected' || test.status === 'flaky');
  const outside = (report.errors ?? []).map((error) => firstLines(error.message ?? String(error)));
  return close({
    passed: expected,
    failed: unexpected + flaky + outside.length,
    skipped: tests.filter((test) => test.status === 'skipped').map((test) => test.name),
    faults: [...bad.map((test) => `${test.name}\n      ${firstLines(test.said.join('\n'))}`), ...outside],
  });
}

function close(result) {
  if (result.passed + result.failed > 0) return result;
  return { ...result, failed: 1, faults: [...result.faults, 'not one test was run'] };
}
