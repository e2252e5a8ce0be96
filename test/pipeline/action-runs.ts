import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { Repository } from './repository.ts';
import { actionFolder, runAction } from './runner.ts';

/** The arguments of every run: the bases of these tests are made up. */
export const flags = '--today=2026-07-01\n--rule=unknown-base=off';
export const faulty = '{ "hotfixes": { "202604.01": "202605.30.2" } }\n';
export const clean = '{ "hotfixes": { "202604.01": "202604.01.3" } }\n';

/** The event of a pull request into a commit. */
export const into = (sha: string) => ({ pull_request: { base: { sha } } });

/** The action as a runner unpacks it, and a repository that is new for each test. */
export class ActionRuns {
  private action = '';
  private current: Repository | undefined;

  constructor() {
    beforeAll(() => {
      this.action = actionFolder();
    });
    afterAll(() => rmSync(this.action, { recursive: true }));
    beforeEach(() => {
      this.current = new Repository();
    });
    afterEach(() => this.current?.remove());
  }

  get repository(): Repository {
    if (!this.current) throw new Error('There is a repository only while a test runs.');
    return this.current;
  }

  readonly run = (inputs: Record<string, string> = {}, event: unknown = {}) =>
    this.runIn(this.repository.folder, { args: flags, ...inputs }, event);

  runIn(cwd: string, inputs: Record<string, string>, event: unknown, env: Record<string, string> = {}) {
    return runAction(inputs, { action: this.action, cwd, event, env });
  }

  /** A clone that has fetched one branch, as actions/checkout makes it. */
  cloneOf(branch: string, ...options: readonly string[]): Repository {
    const clone = new Repository();
    clone.git('remote', 'add', 'origin', pathToFileURL(this.repository.folder).href);
    clone.git('fetch', '-q', ...options, 'origin', branch);
    clone.git('checkout', '-q', '--detach', 'FETCH_HEAD');
    return clone;
  }
}
