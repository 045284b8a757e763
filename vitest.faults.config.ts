// The tests that provoke faults, in their long form: npm run test:faults
import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/**/*.fault.test.ts'],
    env: { FAULT_ROUNDS: 'thorough' },
    testTimeout: 900_000,
  },
});
