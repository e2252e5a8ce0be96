/** What an embedder supplies: the outside world, as far as checking a config needs it. */
export interface Host {
  /** The bytes of a file, named by its URI; undefined when there is none to be had. */
  readFile(uri: string): Promise<Uint8Array | undefined>;
  /** The URIs of the files below a folder whose path from there matches a glob; none when there is no such folder. */
  findFiles(folder: string, glob: string): Promise<readonly string[]>;
}
