import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', 'DATA*/**', 'journeys/**'],
    // A test that starts a database or a child process is slow on two busy cores, not wrong.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
