import type { ResultEvent } from './result-line.ts';

/** How long a suite may take to start, and to go from one result to the next. */
export const silenceLimit = 400_000;

/** Keeps the count of what a suite reports, prints it, and judges the run as a whole. */
export class Results {
  #tests = 0;
  #passed = 0;
  #skipped = 0;
  #failures: { readonly title: string; readonly reason: string }[] = [];
  #ended = false;
  #troubled = false;
  /** Makes a failure's stack readable. */
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

  /** Something that is no test went wrong: the editor crashed, hung, or could not be had. */
  fail(reason: string): void {
    this.#troubled = true;
    this.#addFailure(reason, '');
  }

  #addFailure(title: string, reason: string): void {
    const failure = { title, reason: reason.replaceAll(/^(?=.)/gm, '      ') };
    this.#failures.push(failure);
    printFailure(failure);
  }

  /** Prints the sum and returns the exit code: 0 only if tests ran, to the end, and all of them passed. */
  close(): number {
    const missing = this.#tests - this.#passed - this.#skipped - this.#failures.length;
    if (!this.#ended) {
      if (!this.#troubled) this.fail('The suite did not run to its end.');
    } else if (missing > 0) this.fail(`${missing} of ${this.#tests} tests were not reached.`);
    else if (this.#passed === 0 && this.#failures.length === 0) this.fail('No test ran.');
    // Once more at the end, where one looks first.
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
