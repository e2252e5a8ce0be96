import { beforeEach, expect } from 'vitest';
import { clean, today, Workspace } from './workspace.ts';

export const lowered = '{ "hotfixes": { "202604.01": "202604.01.2" } }\n';
export const flags = [today, '--format=json', '--rule=no-hotfix=off'];

/** The file and the rule of each finding in the output of `--format=json`. */
export function findings(out: string): string[] {
  return JSON.parse(out).map(({ file, ruleId }: { file: string; ruleId: string }) => `${file} ${ruleId}`);
}

export interface Checked {
  readonly status: number;
  readonly found: readonly string[];
  readonly err: string;
}

/** Checks a workspace against a baseline. */
export async function checkSince(
  workspace: Workspace,
  baseline: string,
  ...args: string[]
): Promise<Checked> {
  const { status, out, err } = await workspace.run('check', `--baseline=${baseline}`, ...flags, ...args);
  return { status, found: out === '' ? [] : findings(out), err };
}

/** A repository with a clean config, `parts/hotfix.json`, before each test. */
export class BaselineWorkspace extends Workspace {
  constructor() {
    super();
    beforeEach(() => this.startRepository({ 'parts/hotfix.json': clean, 'readme.txt': 'a repository' }));
  }

  readonly found = async (cwd: string, ...args: readonly string[]): Promise<string[]> => {
    const { out, err } = await this.runWith({ cwd: this.path(cwd) }, 'check', ...flags, ...args);
    expect(err).not.toContain('cannot');
    return findings(out);
  };
}
