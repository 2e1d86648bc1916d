import { defineConfig } from 'vitest/config';

// Two cores: more workers than that only make each other wait. Times allow for a machine that others use too.
export default defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'dist*/**', 'DATA*/**'],
    globalSetup: ['./tools/test-cluster.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
