import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach } from 'vitest';
import { today, Workspace } from './workspace.ts';

export const high = '{ "hotfixes": { "202604.11": "202604.11.3" } }\n';
export const low = '{ "hotfixes": { "202604.11": "202604.11.1" } }\n';
export const scripts = '{ "scripts_version": "202606.12.1" }\n';

/** A repository with two configs, whose bases no image on record has. */
export class DiffWorkspace extends Workspace {
  constructor() {
    super();
    beforeEach(() => {
      this.startRepository({
        '.hotfixrc.json': '{ "bundledRecord": false }',
        'deploy/a-hotfix.json': high,
        'deploy/b-hotfix.json': scripts,
        'readme.txt': 'a repository',
      });
    });
  }

  readonly diff = (...args: string[]) => this.run('diff', today, ...args);

  /** Each changed config, with what happens to nodes. */
  readonly changes = async (...args: string[]): Promise<string[]> => {
    const { out } = await this.diff(...args, '--format=json');
    const configs: { file: string; status: string; from?: string; differences: { change: string }[] }[] =
      JSON.parse(out);
    return configs.map(({ file, status, from, differences }) =>
      [file, status, ...(from ? [from] : []), ...new Set(differences.map(({ change }) => change))].join(' '),
    );
  };

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }

  move(from: string, to: string): void {
    mkdirSync(dirname(this.path(to)), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }
}
