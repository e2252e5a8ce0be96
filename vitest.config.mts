import { defineConfig } from 'vitest/config';

const setupFiles = ['test/support/fast-check.ts'];
/** They count the engine's steps, or its memory, which what ran before would change. */
const measuring = ['test/service/linear.test.ts', 'test/lsp/memory.test.ts'];

export default defineConfig({
  test: {
    // Most of it waits for processes that it has started.
    maxWorkers: '100%',
    // To start a process for each file takes longer than the tests in most of them.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          testTimeout: 30_000,
          include: ['test/{model,rules,service,coverage,client,node,source}/**/*.test.ts'],
          exclude: measuring,
        },
      },
      {
        test: {
          name: 'built',
          setupFiles,
          include: ['test/seed.test.ts', 'test/{lsp,cli,generated,package,release,network}/**/*.test.ts'],
          exclude: measuring,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'pipeline', include: ['test/pipeline/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'measuring', setupFiles, include: measuring, isolate: true, testTimeout: 30_000 } },
      // Takes what `npm run package` has made.
      { test: { name: 'packaged', include: ['test/vsix/**/*.test.ts'] } },
    ],
  },
});
