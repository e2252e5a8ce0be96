import type { ResultEvent } from './result-line.ts';

/** The longest time for the start of a suite, and between two results. */
export const silenceLimit = 400_000;

/** Counts and prints the results of a suite, and decides about the whole run. */
export class Results {
  #tests = 0;
  #passed = 0;
  #skipped = 0;
  #failures: { readonly title: string; readonly reason: string }[] = [];
  #ended = false;
  #troubled = false;
  /** Makes the stack of a failure readable. */
  readStack = (text: string) => text;

  get hasFailures(): boolean {
    return this.#failures.length > 0;
  }

  add(event: ResultEvent): void {
    switch (event.kind) {
      case 'start':
        this.#tests += event.tests;
        this.#ended = false;
        break;
      case 'passed':
        this.#passed += 1;
        console.log(`  ✓ ${event.title} (${event.milliseconds} ms)`);
        break;
      case 'failed':
        this.#addFailure(event.title, this.readStack(event.reason));
        break;
      case 'skipped':
        this.#skipped += 1;
        console.log(`  - ${event.title} (skipped)`);
        break;
      case 'end':
        this.#ended = true;
    }
  }

  /** A failure outside of tests: the editor crashed, hung or could not be started. */
  fail(reason: string): void {
    this.#troubled = true;
    this.#addFailure(reason, '');
  }

  #addFailure(title: string, reason: string): void {
    const failure = { title, reason: reason.replaceAll(/^(?=.)/gm, '      ') };
    this.#failures.push(failure);
    printFailure(failure);
  }

  /** Prints the sum and returns the exit code: 0 only if tests ran to the end and all of them passed. */
  close(): number {
    const missing = this.#tests - this.#passed - this.#skipped - this.#failures.length;
    if (!this.#ended) {
      if (!this.#troubled) this.fail('The suite did not run to its end.');
    } else if (missing > 0) this.fail(`${missing} of ${this.#tests} tests were not reached.`);
    else if (this.#passed === 0 && this.#failures.length === 0) this.fail('No test ran.');
    // Again at the end, where people look first.
    if (this.#failures.length) console.log('\nFailed:');
    this.#failures.forEach(printFailure);
    const skipped = this.#skipped ? `, ${this.#skipped} skipped` : '';
    console.log(`${this.#passed} passed, ${this.#failures.length} failed${skipped}`);
    return this.#failures.length ? 1 : 0;
  }
}

function printFailure({ title, reason }: { readonly title: string; readonly reason: string }): void {
  console.log(`  ✗ ${title}${reason && `\n${reason}`}`);
}
