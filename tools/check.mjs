// npm run check: everything that must hold before a change goes in. Whatever happens, the last line of its output is
// `N passed, N failed`: CI reads that line, and neither runner's own closing line.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopAll } from './check/run.mjs';
import { allSteps, vitest } from './check/steps.mjs';
import { makeTally } from './check/tally.mjs';

// The aim is under 25 minutes on an idle machine of 2 cores; one that others use too takes longer, and is not at fault.
// Stopping here, and not being stopped, keeps the closing line.
const limitMs = 45 * 60_000;

if (!process.stdout.isTTY) {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (text) => process.stdout.write(text);
const tally = makeTally(process.env.MENHU_TALLY, say);
const indent = (text) => `    ${text.trimEnd().split('\n').join('\n    ')}\n`;

let stopping = false;

/** Ends early: stops what is running, waits for it, and counts it as one failure. The line comes after all output. */
async function giveUp(why) {
  if (stopping) return;
  stopping = true;
  say(`\n✗ ${why}\n`);
  await stopAll();
  tally.add(0, 1);
  process.exit(tally.close());
}

function report(step, result, seconds) {
  const mark = result.failed === 0 ? '✓' : '✗';
  say(`${mark} ${step.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s\n`);
  for (const fault of result.faults) say(indent(fault));
  for (const name of result.skipped ?? []) say(indent(`skipped: ${name}`));
}

async function main(words) {
  const steps = words.length > 0 ? [vitest(words)] : allSteps(root);
  const summary = [];
  for (const step of steps) {
    say(`\n── ${step.name}\n`);
    const startedAt = performance.now();
    const result = await step.run(root);
    if (stopping) return;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    report(step, result, seconds);
    tally.add(result.passed, result.failed);
    summary.push(`${result.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`);
  }
  say(`\n${summary.join('\n')}\n\n`);
  process.exitCode = tally.close();
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => giveUp(`stopped by ${signal}`));
process.once('uncaughtException', (error) => giveUp(`check itself failed: ${error.stack ?? error}`));
setTimeout(() => giveUp(`not done after ${limitMs / 60_000} minutes`), limitMs).unref();
await main(process.argv.slice(2));
