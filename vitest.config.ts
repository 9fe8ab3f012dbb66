import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // PGlite boots a WebAssembly PostgreSQL: a cold start on a busy machine may take seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2
  }
});
