import { Disposable, extensions } from 'vscode';
import type { Git, GitExtension } from './api.ts';

/** Calls with the built-in Git support whenever it comes, and with undefined where it goes: people can turn it off. */
export function onGit(use: (git: Git | undefined) => Disposable | undefined): Disposable {
  let inUse: Disposable | undefined;
  let isDisposed = false;
  const subscriptions: Disposable[] = [];
  const apply = (extension: GitExtension) => {
    inUse?.dispose();
    inUse = use(extension.enabled ? extension.getAPI(1) : undefined);
  };
  // A browser has none, and a web window's other host keeps its own to itself.
  const found = extensions.getExtension<GitExtension>('vscode.git');
  void found?.activate().then((extension) => {
    if (isDisposed) return;
    subscriptions.push(extension.onDidChangeEnablement(() => apply(extension)));
    apply(extension);
  });
  return new Disposable(() => {
    isDisposed = true;
    Disposable.from(...subscriptions).dispose();
    inUse?.dispose();
  });
}
