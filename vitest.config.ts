import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests and compilations take seconds on a busy machine with two cores.
    testTimeout: 30_000,
  },
});
