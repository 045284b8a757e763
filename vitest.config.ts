import { defineConfig } from 'vitest/config';
import { browserTests } from './test/web/find-chromium.ts';

export default defineConfig({
  test: {
    // The embedding runtime is not safe in worker threads.
    pool: 'forks',
    maxWorkers: 2,
    // Some tests start real processes, several at once, on a machine that may have other work.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'examples/*.test.ts'],
          exclude: ['test/quality/**', 'test/web/**/*.browser.test.ts'],
          globalSetup: 'test/web/build-page.ts',
        },
      },
      {
        extends: true,
        // Its files share one index over the real documents, built once before the first of them.
        test: {
          name: 'quality',
          include: ['test/quality/**/*.test.ts', ...browserTests()],
          globalSetup: ['test/quality/build-index.ts', 'test/web/build-page.ts'],
        },
      },
    ],
  },
});
