import type { RepositoryFiles } from './git-files.ts';

/** What is now at a path that was a file at the baseline. */
export type Now =
  | { readonly is: 'file' }
  /** A link to a file of the repository. */
  | { readonly is: 'linked'; readonly name: string }
  | { readonly is: 'gone'; readonly why?: string };

/** The files that are compared with a baseline: those on the disk, or those of another revision. */
export interface State {
  /** `bytes` is the name if it is not valid UTF-8. */
  at(name: string, bytes?: Buffer): Now | Promise<Now>;
  /** Undefined if it is larger than any config. */
  read(name: string): Buffer | undefined | Promise<Buffer | undefined>;
  /** The files at or below some names; undefined if git cannot be asked. */
  listed(names: readonly string[]): Promise<RepositoryFiles | undefined>;
  /** The folder of another repository that contains a file. */
  otherRepository(name: string): string | undefined;
}
