import { Disposable, extensions } from 'vscode';
import type { Git, GitExtension } from './api.ts';

export interface GitUse extends Disposable {
  /** Resolves when all repositories are open, or at once without Git. */
  readonly ready: Promise<void>;
}

/**
 * Calls back with the API of the built-in Git extension when it becomes available, and with undefined when users
 * disable it.
 */
export function onGit(use: (git: Git | undefined) => Disposable | undefined): GitUse {
  let inUse: Disposable | undefined;
  let isDisposed = false;
  const subscriptions: Disposable[] = [];
  const apply = (extension: GitExtension) => {
    inUse?.dispose();
    const git = extension.enabled ? extension.getAPI(1) : undefined;
    inUse = use(git);
    return git;
  };
  const start = async () => {
    // A browser has no Git, and the other host of a web window does not share it.
    const extension = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    if (!extension || isDisposed) return;
    subscriptions.push(extension.onDidChangeEnablement(() => apply(extension)));
    const git = apply(extension);
    if (git) await initialized(git);
  };
  return {
    ready: start().catch(() => {}),
    dispose() {
      isDisposed = true;
      Disposable.from(...subscriptions).dispose();
      inUse?.dispose();
    },
  };
}

/** The same once, when all repositories are open; undefined without Git. */
export async function openedGit(): Promise<Git | undefined> {
  let git: Git | undefined;
  const use = onGit((found) => {
    git = found;
    return undefined;
  });
  await use.ready;
  use.dispose();
  return git;
}

function initialized(git: Git): Promise<void> {
  return new Promise((resolve) => {
    if (git.state === 'initialized') return resolve();
    const listener = git.onDidChangeState((state) => {
      if (state !== 'initialized') return;
      listener.dispose();
      resolve();
    });
  });
}
