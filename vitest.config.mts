import { defineConfig } from 'vitest/config';

/** Ends what hangs. How fast a machine is, and what else it does meanwhile, is not tested. */
const limits = { testTimeout: 600_000, hookTimeout: 600_000 };

const setupFiles = ['test/support/fast-check.ts'];
/** They count the engine's steps, or its memory, which what ran before would change. */
const measuring = [
  'test/cli/nested-settings.test.ts',
  'test/service/linear.test.ts',
  'test/lsp/memory.test.ts',
];

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
          ...limits,
          setupFiles,
          include: ['test/{model,rules,service,coverage,client,node,source}/**/*.test.ts'],
          exclude: measuring,
        },
      },
      {
        test: {
          name: 'built',
          ...limits,
          setupFiles,
          include: [
            'test/seed.test.ts',
            'test/{lsp,cli,generated,package,release,network,tools}/**/*.test.ts',
          ],
          exclude: measuring,
        },
      },
      { test: { name: 'pipeline', ...limits, include: ['test/pipeline/**/*.test.ts'] } },
      { test: { name: 'measuring', ...limits, setupFiles, include: measuring, isolate: true } },
      // Takes what `npm run package` has made.
      { test: { name: 'packaged', ...limits, include: ['test/vsix/**/*.test.ts'] } },
    ],
  },
});
