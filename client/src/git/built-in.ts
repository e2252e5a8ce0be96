import { Disposable, extensions } from 'vscode';
import type { Git, GitExtension } from './api.ts';

export interface GitUse extends Disposable {
  /** Resolves once all repositories are open, and at once where there is no Git. */
  readonly ready: Promise<void>;
}

/** Calls with the built-in Git support whenever it comes, and with undefined where it goes: people can turn it off. */
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
    // A browser has none, and a web window's other host keeps its own to itself.
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
