/** `npm run mutation` takes all that decides; `npm run mutation -- --mutate server/src/model/version.ts` a part of it. */
export default {
  // The schema is checked where it is generated.
  mutate: ['server/src/{model,rules}/**/*.ts', '!**/{index,schema}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.mts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once, when a file is loaded, are the texts and examples of the rules, most of all. For each of these
  // mutants everything would have to be loaded anew and every test be run.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  // Stryker rewrites a tsconfig.json with the API of the compiler, which TypeScript 7 does not have: it is to find none.
  tsconfigFile: 'none',
  ignorePatterns: ['**/dist', '.vscode-test', '.tsbuild', '.bench', 'test-results', '*.vsix'],
  tempDirName: 'test-results/mutation/sandbox',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false },
  htmlReporter: { fileName: 'test-results/mutation/report.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
};
