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
    // Each file has a window of its own, and two at once would only slow each other down.
    fileParallelism: false,
    reporters: ['default', somethingRan],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
