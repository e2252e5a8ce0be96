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
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly onDidChange: Event<void>;
  };
  /** The bytes of a file at a revision. Rejects if it does not exist. */
  buffer(revision: string, path: string): Promise<Uint8Array>;
  /** Rejects if there is no such revision. */
  getCommit(revision: string): Promise<Commit>;
  /** Undefined if they have no common commit, as far as the clone goes. */
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  getRefs(query: { readonly sort: 'committerdate' }): Promise<readonly Ref[]>;
  /** The latest commits of HEAD that change a file. */
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly commitDate?: Date;
}

/** 0 is a branch, 1 a branch of a remote, 2 a tag. */
export interface Ref {
  readonly type: 0 | 1 | 2;
  readonly name?: string;
  readonly commit?: string;
}

export interface Change {
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}
