import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** A name that no test has would pass. */
const somethingRan: Reporter = {
  onTestRunEnd(modules) {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    if (tests.some((test) => test.result().state !== 'skipped')) return;
    console.error('No test ran: none has such a name.');
    process.exitCode = 1;
  },
};

export default defineConfig({
  test: {
    include: ['test/ui/**/*.ui.test.ts'],
    // Each file has its own window, and two at the same time would only be slower.
    fileParallelism: false,
    reporters: ['default', somethingRan],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
