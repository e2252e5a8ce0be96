import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globMatcher } from '../service/glob.ts';
import type { Host } from '../service/host.ts';

/** The files of this machine. What is missing, or not ours to read, is for a lookup the same as nothing. */
export const nodeFiles: Host = {
  async readFile(uri) {
    if (!uri.startsWith('file:')) return undefined;
    return readFile(fileURLToPath(uri)).catch(() => undefined);
  },

  /** Folders behind symbolic links are not entered. */
  async findFiles(folder, glob) {
    if (!folder.startsWith('file:')) return [];
    const root = fileURLToPath(folder);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const matches = globMatcher(glob);
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => matches(relative(root, path).replaceAll(sep, '/')))
      .map((path) => pathToFileURL(path).toString());
  },
};
