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
    // A project does not inherit what stands here.
    projects: [
      {
        test: {
          name: 'unit',
          ...limits,
          setupFiles,
          // A process for each file would take longer than most files.
          isolate: false,
          include: ['test/{model,rules,service,coverage,client,node,source,lsp}/**/*.test.ts'],
          exclude: measuring,
        },
      },
      {
        test: {
          name: 'built',
          ...limits,
          setupFiles,
          // They start processes, and a process that has grown takes longer to start others.
          isolate: true,
          include: ['test/seed.test.ts', 'test/{cli,generated,package,release,network,tools}/**/*.test.ts'],
          exclude: measuring,
        },
      },
      { test: { name: 'pipeline', ...limits, include: ['test/pipeline/**/*.test.ts'] } },
      { test: { name: 'measuring', ...limits, setupFiles, include: measuring } },
      // Uses the result of `npm run package`.
      { test: { name: 'packaged', ...limits, include: ['test/vsix/**/*.test.ts'] } },
    ],
  },
});
