import { defineConfig } from 'vitest/config';
import { browserTests } from './test/web/find-chromium.ts';

/**
 * Folders whose tests leave nothing behind in a process: their files share one, and load the program once. Those that open real indexes,
 * sockets or models, or start the program, have each a process of its own: what they leave adds up until one falls.
 */
const sharing = [
  'admission',
  'answer',
  'chat',
  'contract',
  'delivery/http',
  'deploy',
  'eval',
  'files',
  'generate',
  'ingest',
  'insight',
  'query',
  'retrieve',
  'text',
].map((folder) => `test/${folder}/**/*.test.ts`);

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
          include: ['test/**/*.test.ts', 'examples/*.test.ts'],
          exclude: ['test/quality/**', 'test/web/**/*.browser.test.ts', ...sharing],
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
        test: {
          name: 'sharing',
          include: sharing,
          isolate: false,
          globalSetup: 'test/build-program.ts',
        },
      },
    ],
  },
});
