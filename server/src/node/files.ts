import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globMatcher } from '../protocol.ts';
import { type Host, largestFile } from '../service/host.ts';

/** The files of this machine. What is missing, or not ours to read, is for a lookup the same as nothing. */
export const nodeFiles: Host = {
  async readFile(uri, within) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const file = await realpath(fileURLToPath(uri));
      if (!(await isInside(file, within))) return 'outside';
      // A pipe would keep its reader waiting.
      const stats = await stat(file);
      return stats.isFile() && stats.size <= largestFile ? await readFile(file) : undefined;
    } catch {
      return undefined;
    }
  },

  /** Folders behind symbolic links are not entered. */
  async findFiles(folder, glob, within) {
    if (!folder.startsWith('file:')) return [];
    const root = fileURLToPath(folder);
    try {
      if (!(await isInside(await realpath(root), within))) return [];
      const matches = globMatcher(glob);
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => matches(relative(root, path).replaceAll(sep, '/')))
        .map((path) => pathToFileURL(path).toString());
    } catch {
      return [];
    }
  },
};

/** `real` has no symbolic links in it. */
async function isInside(real: string, within: string): Promise<boolean> {
  const folder = await realpath(fileURLToPath(within));
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
