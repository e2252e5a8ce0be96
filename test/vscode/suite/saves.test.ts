import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Git, GitExtension, Repository } from '../../../client/src/git/api.ts';
import {
  clean,
  closeAllEditors,
  expectedHost,
  findingsOnce,
  openText,
  replaceText,
  ruleIds,
  workspaceFolder,
} from './client-support.ts';

/** The part of Git's API that only this test needs. */
interface TestGit extends Git {
  init(root: vscode.Uri): Promise<TestRepository | null>;
}
interface TestRepository extends Repository {
  setConfig(key: string, value: string): Promise<string>;
  add(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<void>;
  status(): Promise<void>;
}

declare const process: { memoryUsage(): { readonly heapUsed: number } };

const folder = vscode.Uri.joinPath(workspaceFolder(), 'repository');

/** Counts the listeners of a repository. All extensions of a window share the class. */
function countListeners(git: Git): { readonly count: () => number; readonly stop: () => void } {
  const shared: Pick<Git, 'getRepository'> = Object.getPrototypeOf(git);
  const { getRepository } = shared;
  let count = 0;
  const counted = (repository: Repository): Repository =>
    Object.create(repository, {
      rootUri: { value: repository.rootUri },
      buffer: { value: (revision: string, path: string) => repository.buffer(revision, path) },
      state: {
        get: () => {
          const { HEAD, indexChanges, workingTreeChanges, onDidChange } = repository.state;
          const listen = (listener: () => void) => {
            count += 1;
            const subscription = onDidChange(listener);
            return new vscode.Disposable(() => {
              count -= 1;
              subscription.dispose();
            });
          };
          return { HEAD, indexChanges, workingTreeChanges, onDidChange: listen };
        },
      },
    });
  shared.getRepository = function (this: Git, uri: vscode.Uri) {
    const repository = getRepository.call(this, uri);
    return repository && counted(repository);
  };
  return {
    count: () => count,
    stop: () => {
      shared.getRepository = getRepository;
    },
  };
}

// A browser's extension host has no git.
if (expectedHost === 'node') {
  describe('Saving in a git repository with an open config', function () {
    // Git runs often, and a busy machine needs long for each run.
    this.timeout(55_000);
    let repository: TestRepository;
    let config: vscode.TextDocument;
    let other: vscode.TextDocument;
    let listeners: ReturnType<typeof countListeners>;
    let heapBefore = 0;
    let saved = 0;

    before(async () => {
      const extension = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
      if (!extension) throw new Error('There is no built-in Git here.');
      const git = extension.getAPI(1) as TestGit;
      await vscode.workspace.fs.createDirectory(folder);
      const made = await git.init(folder);
      if (!made) throw new Error('Git made no repository.');
      repository = made;
      for (const name of ['user.name', 'user.email']) await repository.setConfig(name, 'test@example.com');
      // Its base is supported on any day.
      const settings = new TextEncoder().encode('{ "supportWindowMonths": 120 }');
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, '.hotfixrc.json'), settings);
      config = await openText('repository/saved-hotfix.json', clean);
      other = await openText('repository/README.md', 'Saved 0 times.\n');
      await repository.add([config.uri.fsPath, other.uri.fsPath]);
      await repository.commit('Add a config');
      listeners = countListeners(git);
      heapBefore = process.memoryUsage().heapUsed;
    });

    after(async () => {
      listeners?.stop();
      await closeAllEditors();
      await vscode.workspace.fs.delete(folder, { recursive: true });
    });

    // The runner would end a long test.
    for (const upTo of [5, 10, 15, 20, 25, 30]) {
      it(`leaves the memory of the extension host and its listeners as they were: ${upTo} saves`, async () => {
        while (saved < upTo) {
          saved += 1;
          await replaceText(other, `Saved ${saved} times.\n`);
          assert.isTrue(await other.save());
          await repository.status();
          // With a doubling at each save, the listeners exceed both limits long before the host crashes.
          assert.isBelow(process.memoryUsage().heapUsed - heapBefore, 100_000_000, 'bytes more');
          assert.isAtMost(listeners.count(), 1, 'listeners more');
        }
      });
    }

    it('still compares the config with HEAD', async () => {
      await replaceText(config, '{ "hotfixes": {} }\n');
      await findingsOnce(config.uri, (found) => ruleIds(found).includes('entry-removed'));
      await replaceText(config, clean);
      await config.save();
    });
  });
}
