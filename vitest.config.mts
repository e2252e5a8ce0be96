import { defineConfig } from 'vitest/config';

/** A limit for tests that hang. The speed of the machine is not tested. */
const limits = { testTimeout: 600_000, hookTimeout: 600_000 };

const setupFiles = ['test/support/fast-check.ts'];
/** They count steps of the engine, or its memory, which earlier tests would change. */
const measuring = [
  'test/cli/nested-settings.test.ts',
  'test/service/linear.test.ts',
  'test/lsp/memory.test.ts',
];

export default defineConfig({
  test: {
    // Most of the time these tests wait for processes that they started.
    maxWorkers: '100%',
    // A process per file would take longer than the tests in most files.
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
      // Uses the result of `npm run package`.
      { test: { name: 'packaged', ...limits, include: ['test/vsix/**/*.test.ts'] } },
    ],
  },
});
