import { constants, type Dirent } from 'node:fs';
import { access, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globMatcher } from '../glob.ts';
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

const administrator = 0;

/** Of a file without links in its path, also if that has changed since. A pipe would keep its reader waiting. */
async function contentOf(path: string): Promise<Uint8Array | undefined> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const [opened, there] = [await handle.stat(), await lstat(path)];
    const isSame = opened.ino === there.ino && opened.dev === there.dev && (await realpath(path)) === path;
    if (!isSame || !opened.isFile() || opened.size > largestFile) return undefined;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** In milliseconds. What is not found by then on a slow disk, findings do not wait for. */
const patience = 20_000;
const foldersAtOnce = 16;
const passedOver: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** By their paths with `/`, what is near the top first. Folders behind symbolic links are not entered: they may lead in a circle. */
async function* filesBelow(root: string): AsyncGenerator<string> {
  const end = Date.now() + patience;
  const folders = [''];
  let looked = 0;
  while (looked < folders.length && Date.now() < end) {
    const next = folders.slice(looked, looked + foldersAtOnce);
    looked += next.length;
    const listed = await Promise.all(
      next.map(async (folder) => ({ folder, entries: await entriesOf(root, folder) })),
    );
    for (const { folder, entries } of listed) {
      for (const entry of entries) {
        if (entry.isFile()) yield folder + entry.name;
        else if (entry.isDirectory() && !passedOver.has(entry.name)) folders.push(`${folder}${entry.name}/`);
      }
    }
  }
}

async function entriesOf(root: string, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
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
