import type { Event, Uri } from 'vscode';

/** As much of the API of VS Code's built-in Git extension, version 1, as is used here. */
export interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): Git;
}

export interface Git {
  /** `initialized` once all repositories of the workspace are open. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<Git['state']>;
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

/** Each call and each event has a new object for the same repository: only its root tells it apart. */
export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly onDidChange: Event<void>;
  };
  /** The bytes of a file at a revision; rejects where there is none. */
  buffer(revision: string, path: string): Promise<Uint8Array>;
}

export interface Change {
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}
