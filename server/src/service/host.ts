import { type FleetRecord, largestConfig } from '../model/index.ts';

/** In bytes. */
export const largestFile = largestConfig;
/** The largest payload of scripts, in bytes. Real ones have a few hundred kilobytes. */
export const largestPayload = 4 * largestFile;

/** Tells if a request was canceled. The tokens of the protocol's library fit. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: (event: unknown) => void): { dispose(): void };
}

/** What an embedder provides: all access to the outside world that checking a config needs. */
export interface Host {
  /**
   * The content of a file, by its URI. It must be inside the folder `within` after all symbolic links are resolved.
   * `most` is the largest size in bytes, if it is not that of a config.
   */
  readFile(uri: string, within: string, most?: number): Promise<FileContent>;
  /**
   * The URIs of the files below a folder whose relative paths match a glob; none if the folder does not exist or if
   * symbolic links lead out of `within`. After a cancellation, the files found so far.
   */
  findFiles(
    folder: string,
    glob: string,
    within: string,
    cancellation?: Cancellation,
  ): Promise<readonly string[]>;
  /** The same, but it lists each folder once and caches the result, for searches at the same time. */
  remembering?(): Host;
  /** The bundled record of images, if there is one. */
  bundledRecord?(): Promise<FleetRecord>;
  /** The URI of a file or folder with all symbolic links resolved, as far as it exists. */
  realUri?(uri: string): Promise<string>;
  /** Whether a folder is the root of a git repository. Absent if nothing outside the workspace may be read. */
  isRepository?(folder: string): Promise<boolean>;
  /** The owner of a file or folder, if that is neither the current user nor the administrator. */
  foreignOwner?(uri: string): Promise<number | undefined>;
  /** A settings file that is ignored because of its owner. */
  onForeign?(uri: string): void;
}

/** What git knows about the repository of a folder (a URI). */
export interface GitRecords {
  /** What a path from the root of the repository holds at a revision. */
  atRevision(folder: string, revision: string, path: string): Promise<RevisionContent>;
  tags(folder: string): Promise<readonly string[]>;
  /** The bytes of a file (a URI) at HEAD; null if it is not there, or in no repository. */
  atHead(uri: string): Promise<Uint8Array | null>;
  /**
   * The wanted files of a folder at HEAD and at its merge bases with the default branch; none if one of these is not
   * known, or if there are too many files.
   */
  filesBefore(folder: string, isWanted: IsWanted): Promise<readonly FilesBefore[]>;
}

/** Decides by the URI of a file whether it is read, and then by its content whether it is kept. */
export type IsWanted = (uri: string, content?: Uint8Array) => boolean;

/** The contents of files at a revision, by URI. */
export type FilesBefore = ReadonlyMap<string, Uint8Array>;

/** The paths of the files from the root of the repository, none where there is no such path; the bytes of a single file. */
export type RevisionContent =
  | { readonly files: readonly string[]; readonly content?: Uint8Array }
  | { readonly problem: string };

/**
 * Its bytes; undefined if it does not exist, cannot be read or is too large; `'outside'` if a symbolic link leads out
 * of the folder.
 */
export type FileContent = Uint8Array | 'outside' | undefined;
