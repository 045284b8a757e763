// The tests that provoke faults, in their long form: npm run test:faults
import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

// One project, with the index over the real documents that one of them needs.
const { projects: _, ...options } = usual.test ?? {};

export default defineConfig({
  test: {
    ...options,
    include: ['test/**/*.fault.test.ts'],
    globalSetup: ['test/build-program.ts', 'test/quality/build-index.ts'],
    env: { FAULT_ROUNDS: 'thorough' },
    testTimeout: 1_800_000,
  },
});
