import { defineConfig } from 'vitest/config';

/** A limit for tests that hang. The speed of the machine is not tested. */
const limits = { testTimeout: 600_000, hookTimeout: 600_000 };

const setupFiles = ['test/support/fast-check.ts'];
/** They count steps of the engine, or its memory, which earlier tests would change. */
const measuring = [
  'test/cli/nested-settings.test.ts',
  'test/model/payload-size.test.ts',
  'test/service/linear.test.ts',
  'test/lsp/memory.test.ts',
];
/** They try a lot of configs, files or commits. */
const properties = [
  'test/client/language-model/description.test.ts',
  'test/coverage-view/hostile.test.ts',
  'test/model/{nesting,vectors}.test.ts',
  'test/model/fleet/{outcome,served}.test.ts',
  'test/node/files.test.ts',
  'test/rules/{broken-documents,every-offer,fix-properties,usual}.test.ts',
  'test/service/answers/{coverage,difference,one-answer,one-answer-recorded,recorded-answers,served-coverage}.test.ts',
  'test/service/{catalogue/discovery,findings/findings,manifest/source-offsets,settings/project-lookup}.test.ts',
  'test/{glob,tools/record}.test.ts',
];
const large = ['test/cli/{baked-from,explain-recorded,explain-vectors,large-input}.test.ts'];
const globalSetup = ['test/support/require-build.ts'];
/** In one process: a process for each file would take longer than most files. */
const inOneProcess = { ...limits, setupFiles, isolate: false };

export default defineConfig({
  test: {
    // Most of the time these tests wait for processes that they started.
    maxWorkers: '100%',
    // Each project would transform the same sources again.
    experimental: { fsModuleCache: true },
    // Projects do not inherit these options.
    projects: [
      {
        test: {
          name: 'unit',
          ...inOneProcess,
          include: ['test/{model,rules,service,coverage-view,playground,client,node,source}/**/*.test.ts'],
          exclude: [...properties, ...measuring],
        },
      },
      { test: { name: 'properties', ...inOneProcess, include: properties } },
      {
        test: {
          name: 'protocol',
          ...inOneProcess,
          globalSetup,
          include: ['test/lsp/**/*.test.ts'],
          exclude: measuring,
        },
      },
      {
        test: {
          name: 'built',
          ...inOneProcess,
          globalSetup,
          include: ['test/seed.test.ts', 'test/{cli,generated,package,network,tools}/**/*.test.ts'],
          exclude: [...properties, ...measuring, ...large],
        },
      },
      // Separate, because a process that has grown takes longer to start processes.
      { test: { name: 'large', ...limits, setupFiles, globalSetup, include: large } },
      { test: { name: 'pipeline', ...limits, globalSetup, include: ['test/pipeline/**/*.test.ts'] } },
      { test: { name: 'measuring', ...limits, setupFiles, include: measuring } },
      // Uses the result of `npm run package`.
      { test: { name: 'packaged', ...limits, include: ['test/vsix/**/*.test.ts'] } },
    ],
  },
});
