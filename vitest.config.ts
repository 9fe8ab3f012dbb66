import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    // PGlite boots a WebAssembly PostgreSQL: a cold start on a busy machine may take seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // As for journeys: a busy machine may miss a beat, and what fails twice is a fault.
    retry: process.env['CI'] ? 1 : 0
  }
});
