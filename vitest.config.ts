import { defineConfig } from 'vitest/config';

// Two cores: more workers than that only make each other wait. Times allow for a machine that others use too.
// Files share a worker's modules: read anew for each of 200 files, they cost more than the tests of core/ themselves. So no
// module keeps a state that one test may leave to another.
export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'dist*/**', 'DATA*/**'],
    globalSetup: ['./tools/test-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
