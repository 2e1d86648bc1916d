import { defineConfig } from 'vitest/config';

const outside = ['**/node_modules/**', 'dist*/**', 'DATA*/**'];
/** What the limited child runs is written for one process that does one thing: it keeps a folder and counts files. Each file for itself. */
const inChild = 'server/files/child/**/*.test.ts';

// Two cores, and tests that wait for processes now and then: a third worker takes their turn. Times allow for a machine that others use too.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // Files share a worker's modules: read anew for each of 200 files, they cost more than the tests of core/ themselves.
        // So no module keeps a state that one test may leave to another.
        test: {
          name: 'shared',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...outside, inChild],
          globalSetup: ['./tools/test-cluster.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'child', include: [inChild], exclude: outside } },
    ],
  },
});
