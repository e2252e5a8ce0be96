import { constants, existsSync, lstatSync, statSync } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Host, largestFile } from '../service/host.ts';
import { FolderSearch } from './folder-search.ts';

const single: Omit<Host, 'findFiles'> = {
  async readFile(uri, within, most) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      const file = await realpath(fileURLToPath(uri));
      if (!(await isInside(file, within))) return 'outside';
      return await contentOf(file, most);
    } catch {
      return undefined;
    }
  },

  async realUri(uri) {
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
      // Node would start threads for this, which takes longer.
      const found = lstatSync(path);
      const owners = [found.uid, ...(found.isSymbolicLink() ? [statSync(path).uid] : [])];
      return owners.find((owner) => owner !== user && owner !== administrator);
    } catch {
      return undefined;
    }
  },

  async isRepository(folder) {
    try {
      // A folder in a clone, a file in a worktree or a submodule.
      return existsSync(join(fileURLToPath(folder), '.git'));
    } catch {
      return false;
    }
  },
};

const administrator = 0;

/** The files of this machine. A missing file and one without read permission are treated the same. */
export const nodeFiles: Host = {
  ...single,
  findFiles: (...params) => findFiles(new FolderSearch(), ...params),
  remembering: () => {
    const search = new FolderSearch();
    return { ...single, findFiles: (...params) => findFiles(search, ...params) };
  },
};

async function findFiles(
  search: FolderSearch,
  ...[folder, glob, within, cancellation]: Parameters<Host['findFiles']>
): Promise<string[]> {
  if (!folder.startsWith('file:')) return [];
  try {
    const root = fileURLToPath(folder);
    if (!(await isInside(await realpath(root), within))) return [];
    const found = await search.files(root, glob, cancellation);
    return found.map((path) => pathToFileURL(path).toString());
  } catch {
    return [];
  }
}

/** Reads a file whose path has no links. Does not wait for a pipe. */
async function contentOf(path: string, most = largestFile): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const [opened, there] = [await handle.stat(), await lstat(path)];
    const isSame = opened.ino === there.ino && opened.dev === there.dev && (await realpath(path)) === path;
    if (!isSame || !opened.isFile() || opened.size > most) return undefined;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The real path; for a missing file that of its folder. */
async function resolved(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (dirname(path) === path) throw error;
    return join(await resolved(dirname(path)), basename(path));
  }
}

/** `real` contains no symbolic links. */
async function isInside(real: string, within: string): Promise<boolean> {
  const folder = await realpath(fileURLToPath(within));
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
