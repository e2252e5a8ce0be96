import { access, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
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
    try {
      const root = fileURLToPath(folder);
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

  async realPlace(uri) {
    if (!uri.startsWith('file:')) return uri;
    try {
      return pathToFileURL(await resolved(fileURLToPath(uri))).toString();
    } catch {
      return uri;
    }
  },

  async isRepository(folder) {
    try {
      // A folder in a clone, a file in a work tree or a submodule.
      await access(join(fileURLToPath(folder), '.git'));
      return true;
    } catch {
      return false;
    }
  },
};

/** What is not there yet is where its folder is. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (dirname(path) === path) throw error;
    return join(await resolved(dirname(path)), basename(path));
  }
}

/** `real` has no symbolic links in it. */
async function isInside(real: string, within: string): Promise<boolean> {
  const folder = await realpath(fileURLToPath(within));
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
