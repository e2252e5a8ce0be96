import type { Event, Uri } from 'vscode';

/** The part of the API of VS Code's Git extension, version 1, that is used here. */
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

/** Each call and each event has a new object for the same repository. Compare the root. */
export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly onDidChange: Event<void>;
  };
  /** The bytes of a file at a revision. Rejects if it does not exist. */
  buffer(revision: string, path: string): Promise<Uint8Array>;
}

export interface Change {
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}
