import type { GitRecords, Host } from '../service/host.ts';
import type { ManifestReader } from '../service/manifest/reader.ts';
import type { CheckedFiles } from './folder-check.ts';

/** What the platform supplies. */
export interface Platform extends Host {
  readonly name: string;
  readonly version: string;
  /** The current date, YYYY-MM-DD (UTC). */
  readonly today: () => string;
  /** Address of the folder with the rule pages, with a trailing slash. A client can set another one. */
  readonly rulePages: string | undefined;
  /** Loads the reader of manifests. `address` is where a client says that it is. */
  readonly manifestReader: (address: string | undefined) => Promise<ManifestReader>;
  /** Present if the platform has a disk. Then files are read from it, not through the editor. */
  readonly checkedFiles?: CheckedFiles;
  /** Present if the platform can run git. */
  readonly git?: GitRecords;
}
