import { Disposable, Uri } from 'vscode';
import type { BaselineParams } from '../../../server/src/protocol.ts';
import { toBase64 } from '../base64.ts';
import type { Git, Repository } from './api.ts';
import { type GitUse, onGit } from './built-in.ts';
import { FollowedRepositories } from './followed-repositories.ts';

/** What was told of a config: the commit and the path in it. */
interface Told {
  readonly key: string;
  readonly done: Promise<void>;
}

/** Tells the server what each open config was at HEAD, and again whenever HEAD moves. */
export class HeadBaselines implements Disposable {
  private readonly told = new Map<string, Told>();
  private readonly use: GitUse;
  private git: Git | undefined;
  private followed: FollowedRepositories | undefined;
  private willTellAll = false;

  constructor(private readonly tell: (params: BaselineParams) => void) {
    this.use = onGit((git) => {
      this.git = git;
      this.followed = git && new FollowedRepositories(git, () => this.tellAllSoon());
      this.tellAllSoon();
      if (!git || !this.followed) return undefined;
      const opened = git.onDidOpenRepository(() => this.tellAllSoon());
      return Disposable.from(opened, this.followed);
    });
  }

  dispose(): void {
    this.told.clear();
    this.use.dispose();
  }

  /** The server has taken a document for a config. */
  opened(uri: string): void {
    if (this.told.has(uri)) return;
    this.told.set(uri, { key: '', done: Promise.resolve() });
    void this.tellOne(uri);
  }

  /** The same, and resolves once the server was told. */
  async known(uri: string): Promise<void> {
    this.opened(uri);
    await this.use.ready;
    await this.tellOne(uri);
  }

  closed(uri: string): void {
    this.told.delete(uri);
  }

  /** One look at all configs for the many events of one command of git, whose own work is done by then. */
  private tellAllSoon(): void {
    if (this.willTellAll) return;
    this.willTellAll = true;
    queueMicrotask(() => {
      this.willTellAll = false;
      for (const uri of this.told.keys()) void this.tellOne(uri);
    });
  }

  private tellOne(uri: string): Promise<void> {
    const document = Uri.parse(uri);
    // Old revisions, as diffs show them, are compared with nothing.
    const repository = document.scheme === 'file' ? this.git?.getRepository(document) : undefined;
    if (repository) this.followed?.follow(repository);
    const commit = repository?.state.HEAD?.commit;
    const path = repository ? pathAtHead(repository, document) : '';
    const key = commit ? `${commit}:${path}` : '';
    const told = this.told.get(uri);
    if (told?.key === key) return told.done;
    const read = commit ? repository?.buffer(commit, path).catch(() => undefined) : undefined;
    const done = this.tellOnce(uri, key, read);
    this.told.set(uri, { key, done });
    return done;
  }

  private async tellOnce(
    uri: string,
    key: string,
    read: Promise<Uint8Array | undefined> | undefined,
  ): Promise<void> {
    const bytes = await read;
    // HEAD may have moved meanwhile, or the document is closed.
    if (this.told.get(uri)?.key !== key) return;
    this.tell({ uri, baseline: bytes ? { revision: 'HEAD', content: toBase64(bytes) } : null });
  }
}

/** A file that was renamed since is compared with what it was under its old name. */
function pathAtHead({ state }: Repository, document: Uri): string {
  const changes = [...state.indexChanges, ...state.workingTreeChanges];
  const renamed = changes.find(({ renameUri }) => renameUri?.toString() === document.toString());
  return (renamed?.originalUri ?? document).fsPath;
}
