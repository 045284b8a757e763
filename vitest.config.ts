import { defineConfig } from 'vitest/config';
import { browserTests } from './test/web/find-chromium.ts';

/** Tests that start the program in processes of its own. */
const starting = [
  'test/service/**/*.test.ts',
  'test/delivery/cli/**/*.test.ts',
  'test/delivery/mcp/standard-streams.test.ts',
  'test/retriever.test.ts',
];

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
          name: 'program',
          include: starting,
          // Several starts of the program a test, each with its model.
          testTimeout: 180_000,
          globalSetup: 'test/build-program.ts',
        },
      },
      {
        extends: true,
        // Its files share one index over the real documents, built once before the first of them, and those in a browser the service over it.
        test: {
          name: 'quality',
          include: ['test/quality/**/*.test.ts', ...browserTests()],
          isolate: false,
          globalSetup: ['test/build-program.ts', 'test/quality/build-index.ts', 'test/web/serve-documents.ts'],
        },
      },
      {
        extends: true,
        // Its files leave nothing behind in a process: they share one, and load the program once.
        test: {
          name: 'sharing',
          include: ['test/**/*.test.ts', 'examples/*.test.ts'],
          exclude: ['test/quality/**', 'test/web/**/*.browser.test.ts', ...starting],
          isolate: false,
          globalSetup: 'test/build-program.ts',
        },
      },
    ],
  },
});
