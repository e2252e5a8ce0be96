import { defineConfig } from 'vitest/config';

const setupFiles = ['test/support/fast-check.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', setupFiles, include: ['test/{model,rules,service,coverage}/**/*.test.ts'] } },
      {
        test: {
          name: 'built',
          setupFiles,
          include: ['test/{lsp,cli,generated}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
