import { Disposable } from 'vscode';
import type { Git, Repository } from './api.ts';

/**
 * Reports changes of the repositories of configs. Each is followed once, although VS Code creates several objects for
 * it.
 */
export class FollowedRepositories implements Disposable {
  private readonly byRoot = new Map<string, Disposable>();
  private readonly closing: Disposable;

  constructor(
    git: Git,
    private readonly onChange: () => void,
  ) {
    this.closing = git.onDidCloseRepository(({ rootUri }) => this.drop(rootUri.toString()));
  }

  follow({ rootUri, state }: Repository): void {
    const root = rootUri.toString();
    if (!this.byRoot.has(root)) this.byRoot.set(root, state.onDidChange(this.onChange));
  }

  dispose(): void {
    this.closing.dispose();
    Disposable.from(...this.byRoot.values()).dispose();
    this.byRoot.clear();
  }

  private drop(root: string): void {
    this.byRoot.get(root)?.dispose();
    this.byRoot.delete(root);
  }
}
