// The count that ends every run, and the one place that prints the closing line.
import { writeFileSync } from 'node:fs';

/**
 * `file` (or undefined) is where `.ci/run` looks when this process was killed so hard that it could print nothing: it
 * holds `passed failed open` after each step, and `closed` once the line stands.
 */
export function makeTally(file, write) {
  const total = { passed: 0, failed: 0 };
  let closed = false;
  const note = () => {
    if (file) writeFileSync(file, `${total.passed} ${total.failed} ${closed ? 'closed' : 'open'}\n`);
  };
  note();
  return {
    add(passed, failed) {
      total.passed += passed;
      total.failed += failed;
      note();
    },
    /** Prints the line once, whoever calls first. The exit code: 1 when anything failed or nothing passed. */
    close() {
      if (!closed) {
        closed = true;
        write(`${total.passed} passed, ${total.failed} failed\n`);
        note();
      }
      return total.failed > 0 || total.passed === 0 ? 1 : 0;
    },
  };
}
