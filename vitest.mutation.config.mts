import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** What decides quickly, then what tries much: it begins only when no test before it has failed. */
const groups = {
  quick: ['test/{model,rules,service}/**/*.test.ts'],
  thorough: ['test/{model/vectors,rules/fix-properties,service/answers/coverage}.test.ts'],
};

export default defineConfig({
  test: {
    projects: Object.entries(groups).map(
      ([name, include], groupOrder): TestProjectInlineConfiguration => ({
        test: {
          name,
          include,
          exclude:
            name === 'quick' ? [...groups.thorough, 'test/service/{catalogue/discovery,linear}.test.ts'] : [],
          setupFiles: ['test/support/fast-check.ts'],
          env: { MUTATION: 'true' },
          // Stryker has a limit of its own.
          testTimeout: 600_000,
          // One thread for all files: to start one for each takes longer than the tests.
          isolate: false,
          fileParallelism: false,
          sequence: { groupOrder },
        },
      }),
    ),
  },
});
