import { Disposable, Uri } from 'vscode';
import { otherHalf } from '../../../server/src/names.ts';
import type { BaselineParams } from '../../../server/src/protocol.ts';
import { toBase64 } from '../base64.ts';
import type { Git, Repository } from './api.ts';
import { type GitUse, onGit } from './built-in.ts';
import { FollowedRepositories } from './followed-repositories.ts';

/** The baseline that was sent for a config: `key` is the commit and the path in it. */
interface SentBaseline {
  readonly key: string;
  readonly done: Promise<void>;
}

/**
 * Sends the server what each open config was at HEAD, and again whenever HEAD moves. In AgentBaker's layout, a config and
 * the scripts beside it are sent together: the findings of one need both.
 */
export class HeadBaselines implements Disposable {
  private readonly open = new Set<string>();
  private readonly sent = new Map<string, SentBaseline>();
  private readonly use: GitUse;
  private git: Git | undefined;
  private followed: FollowedRepositories | undefined;
  private willSendAll = false;

  constructor(private readonly send: (params: BaselineParams) => void) {
    this.use = onGit((git) => {
      this.git = git;
      this.followed = git && new FollowedRepositories(git, () => this.sendAllSoon());
      this.sendAllSoon();
      if (!git || !this.followed) return undefined;
      const opened = git.onDidOpenRepository(() => this.sendAllSoon());
      return Disposable.from(opened, this.followed);
    });
  }

  dispose(): void {
    this.open.clear();
    this.sent.clear();
    this.use.dispose();
  }

  /** The server recognized a document as a config, or it is the scripts beside one. */
  opened(uri: string): void {
    this.open.add(uri);
    for (const half of [uri, otherHalf(uri) ?? uri]) {
      if (this.sent.has(half)) continue;
      this.sent.set(half, { key: '', done: Promise.resolve() });
      void this.sendOne(half);
    }
  }

  /** The same. Resolves when the baseline was sent. */
  async known(uri: string): Promise<void> {
    this.opened(uri);
    await this.use.ready;
    await this.sendOne(uri);
  }

  closed(uri: string): void {
    this.open.delete(uri);
    const other = otherHalf(uri) ?? uri;
    if (this.open.has(other)) return;
    this.sent.delete(uri);
    this.sent.delete(other);
  }

  /** Once for all events of one git command, which is finished by then. */
  private sendAllSoon(): void {
    if (this.willSendAll) return;
    this.willSendAll = true;
    queueMicrotask(() => {
      this.willSendAll = false;
      for (const uri of this.sent.keys()) void this.sendOne(uri);
    });
  }

  private sendOne(uri: string): Promise<void> {
    const document = Uri.parse(uri);
    // Old revisions in a diff have no baseline.
    const repository = document.scheme === 'file' ? this.git?.getRepository(document) : undefined;
    if (repository) this.followed?.follow(repository);
    const commit = repository?.state.HEAD?.commit;
    const path = repository ? pathAtHead(repository, document) : '';
    const key = commit ? `${commit}:${path}` : '';
    const sent = this.sent.get(uri);
    if (sent?.key === key) return sent.done;
    const read = commit ? repository?.buffer(commit, path).catch(() => undefined) : undefined;
    const done = this.sendOnce(uri, key, read);
    this.sent.set(uri, { key, done });
    return done;
  }

  private async sendOnce(
    uri: string,
    key: string,
    read: Promise<Uint8Array | undefined> | undefined,
  ): Promise<void> {
    const bytes = await read;
    // HEAD may have moved, or the document may be closed.
    if (this.sent.get(uri)?.key !== key) return;
    this.send({ uri, baseline: bytes ? { revision: 'HEAD', content: toBase64(bytes) } : null });
  }
}

/** A renamed file is compared with the file of its old name. */
export function pathAtHead({ state }: Repository, document: Uri): string {
  const changes = [...state.indexChanges, ...state.workingTreeChanges];
  const renamed = changes.find(({ renameUri }) => renameUri?.toString() === document.toString());
  return (renamed?.originalUri ?? document).fsPath;
}
