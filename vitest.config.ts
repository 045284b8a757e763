import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The embedding runtime is not safe in worker threads.
    pool: 'forks',
    maxWorkers: 2,
    // Some tests start real processes, several at once, on a machine that may have other work.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
});
