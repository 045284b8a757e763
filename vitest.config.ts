import { defineConfig } from 'vitest/config';
import { browserTests } from './test/web/find-chromium.ts';

/** Folders whose tests leave nothing behind in a process: their files share one, and load the program once. */
const sharing = [
  'admission',
  'answer',
  'bench',
  'chat',
  'contract',
  'delivery/http',
  'delivery/slack',
  'deploy',
  'eval',
  'files',
  'generate',
  'ingest',
  'insight',
  'ports',
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
          name: 'parts',
          include: ['test/**/*.test.ts', 'examples/*.test.ts'],
          exclude: ['test/quality/**', 'test/web/**/*.browser.test.ts', ...sharing],
          globalSetup: 'test/build-program.ts',
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
      {
        extends: true,
        // Its files share one index over the real documents, built once before the first of them.
        test: {
          name: 'quality',
          include: ['test/quality/**/*.test.ts', ...browserTests()],
          globalSetup: ['test/build-program.ts', 'test/quality/build-index.ts'],
        },
      },
    ],
  },
});
