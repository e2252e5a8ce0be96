import 'mocha/mocha.js';
import { formatResult, type ResultEvent } from '../result-line.ts';

const report = (event: ResultEvent) => console.log(formatResult(event));

/** Reports each result at once, so that the results before a crash are known. */
class LineReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.once('start', () => report({ kind: 'start', tests: runner.total }));
    runner.on('pass', (test) =>
      report({ kind: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 }),
    );
    runner.on('fail', (test, error) =>
      report({ kind: 'failed', title: test.fullTitle(), reason: reasonOf(error) }),
    );
    runner.on('pending', (test) => report({ kind: 'skipped', title: test.fullTitle() }));
    runner.once('end', () => report({ kind: 'end' }));
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? '';
  const text = stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
  if (!('showDiff' in error && error.showDiff && 'actual' in error && 'expected' in error)) return text;
  return `${text}\nexpected: ${JSON.stringify(error.expected, null, 2)}\nactual: ${JSON.stringify(error.actual, null, 2)}`;
}

declare const process: { on(event: 'uncaughtException', listener: (error: Error) => void): void } | undefined;

// Mocha for browsers hears of what a test throws later through `onerror`, which is never called in the Node host.
function catchLateErrors(): void {
  if (typeof process === 'undefined') return;
  process.on('uncaughtException', (error) => {
    try {
      mocha.throwError(error);
    } catch {
      // It fails the running test with the error and throws it again.
    }
  });
}

/** Runs the tests that `load` declares; rejects unless all of them passed. The editor calls it through the bundle's `run`. */
export function runTests(load: () => void, only: string): Promise<void> {
  catchLateErrors();
  const mocha = new Mocha({ ui: 'bdd', reporter: LineReporter, timeout: 300_000, slow: 2000 });
  if (only) mocha.grep(new RegExp(only));
  // What mocha does before it loads a file by itself: puts `describe` and `it` in place.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures ? reject(new Error(`${failures} failed`)) : resolve()));
  });
}
