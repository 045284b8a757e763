// The tests that provoke faults, in their long form: npm run test:faults
import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

// One project: none of these tests needs the real documents.
const { projects: _, ...options } = usual.test ?? {};

export default defineConfig({
  test: {
    ...options,
    include: ['test/**/*.fault.test.ts'],
    env: { FAULT_ROUNDS: 'thorough' },
    testTimeout: 900_000,
  },
});
