import { constants, type Dirent } from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
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
      return await contentOf(file);
    } catch {
      return undefined;
    }
  },

  async findFiles(folder, glob, within) {
    if (!folder.startsWith('file:')) return [];
    let root: string;
    try {
      root = fileURLToPath(folder);
      if (!(await isInside(await realpath(root), within))) return [];
    } catch {
      return [];
    }
    const matches = globMatcher(glob);
    const found: string[] = [];
    for await (const name of filesBelow(root)) {
      if (matches(name)) found.push(pathToFileURL(join(root, name)).toString());
    }
    return found;
  },

  async realPlace(uri) {
    if (!uri.startsWith('file:')) return uri;
    try {
      return pathToFileURL(await resolved(fileURLToPath(uri))).toString();
    } catch {
      return uri;
    }
  },

  async foreignOwner(uri) {
    const user = process.geteuid?.();
    if (user === undefined || !uri.startsWith('file:')) return undefined;
    try {
      const path = fileURLToPath(uri);
      // Of a link, who made it and whose the file is.
      const owners = [(await lstat(path)).uid, (await stat(path)).uid];
      return owners.find((owner) => owner !== user && owner !== administrator);
    } catch {
      return undefined;
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

import { constants, type Dirent } from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
  }
}

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
