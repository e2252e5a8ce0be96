import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/editors/**/*.test.ts'],
    hookTimeout: 120_000,
  },
});
