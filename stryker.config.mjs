/**
 * `npm run mutation` tests all code that decides; `npm run mutation -- --mutate server/src/model/version.ts` a part
 * of it.
 */
export default {
  // The schema is checked where it is generated.
  mutate: ['server/src/{model,rules}/**/*.ts', '!**/{index,schema}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mts', related: false },
  coverageAnalysis: 'perTest',
  // Code that runs once when a file is loaded: mostly the texts and examples of the rules. For each of these mutants,
  // everything would be loaded again and every test would run.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  // Stryker rewrites a tsconfig.json with the API of the compiler, which TypeScript 7 does not have, so it gets none.
  tsconfigFile: 'none',
  ignorePatterns: ['**/dist', '.vscode-test', '.tsbuild', '.bench', 'test-results', '*.vsix'],
  tempDirName: 'test-results/mutation/sandbox',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false },
  htmlReporter: { fileName: 'test-results/mutation/report.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
};
