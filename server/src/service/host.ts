import { type FleetRecord, largestConfig } from '../model/index.ts';

/** In bytes. */
export const largestFile = largestConfig;

/** Whether somebody still waits for an answer; the tokens of the protocol's library are such. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: (event: unknown) => void): { dispose(): void };
}

/** What an embedder supplies: the outside world, as far as checking a config needs it. */
export interface Host {
  /** What is in a file, named by its URI, that must be inside a folder with all symbolic links resolved. */
  readFile(uri: string, within: string): Promise<FileContent>;
  /**
   * The URIs of the files below a folder whose path from there matches a glob; none when there is no such folder, or when
   * symbolic links lead out of `within`. What has been found by then, once nobody wants it any more.
   */
  findFiles(
    folder: string,
    glob: string,
    within: string,
    cancellation?: Cancellation,
  ): Promise<readonly string[]>;
  /** The same, that looks at each folder once and then remembers what is in it: for searches at one time. */
  remembering?(): Host;
  /** The record of images that comes along; absent where none does. */
  bundledRecord?(): Promise<FleetRecord>;
  /** The URI of a file or folder with all symbolic links resolved, as far as it is there. */
  realUri?(uri: string): Promise<string>;
  /** Whether a folder is the root of a git repository. Absent where nothing outside of the workspace is to be seen. */
  isRepository?(folder: string): Promise<boolean>;
  /** The user that a file or folder belongs to, if that is neither the one who runs this nor the administrator. */
  foreignOwner?(uri: string): Promise<number | undefined>;
  /** A settings file that is not obeyed because of its owner. */
  onForeign?(uri: string): void;
}

/** What git knows about the repository of a folder (a URI). */
export interface GitRecords {
  /** What a path from the root of the repository holds at a revision. */
  atRevision(folder: string, revision: string, path: string): Promise<RevisionContent>;
  tags(folder: string): Promise<readonly string[]>;
}

/** The paths of the files from the root of the repository, none where there is no such path; the bytes of a single file. */
export type RevisionContent =
  | { readonly files: readonly string[]; readonly content?: Uint8Array }
  | { readonly problem: string };

/** Its bytes; undefined when there is none to be had, or too much; `'outside'` where a symbolic link leads out of the folder. */
export type FileContent = Uint8Array | 'outside' | undefined;
