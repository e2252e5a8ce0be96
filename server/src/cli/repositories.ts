import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { isLink } from './files.ts';

/** Where a path is: a repository, by the folder that its working tree begins at, and what git calls the path in it. */
export interface Place {
  readonly root: string;
  /** With `/`; empty for the root. */
  readonly name: string;
}

/** The nearest folder with a repository, from a folder upwards. */
export function repositoryAbove(folder: string): string | undefined {
  if (isRepository(folder)) return folder;
  return dirname(folder) === folder ? undefined : repositoryAbove(dirname(folder));
}

/** What a file is called in its repository, by what it is called from a folder; the same where it is in none. */
export function nameFromRoot(file: string, cwd: string): string {
  const absolute = resolve(cwd, file);
  const root = file === '-' ? undefined : repositoryAbove(dirname(absolute));
  return root === undefined ? file : relative(root, absolute).replaceAll(sep, '/');
}

/**
 * The places that a path may have, from the outermost repository to the innermost. A link above the repositories is
 * followed. A link or a repository inside of one gives a further place: it may have taken the place of a folder that the
 * outer one tracked.
 */
export function placesOf(written: string): Place[] {
  const path = asStored(written);
  const places: Place[] = [];
  const add = (root: string, at: string, rest: readonly string[]) => {
    const name = [relative(root, at).replaceAll(sep, '/'), ...rest].filter((part) => part !== '').join('/');
    if (!places.some((place) => place.root === root && place.name === name)) places.push({ root, name });
  };
  let at = parse(path).root;
  const parts = relative(at, path)
    .split(sep)
    .filter((part) => part !== '');
  if (isRepository(at)) add(at, at, parts);
  for (const [i, part] of parts.entries()) {
    const rest = parts.slice(i + 1);
    const next = join(at, part);
    const isFollowed = isLink(next);
    at = isFollowed ? realOr(next) : next;
    const root = isFollowed ? repositoryAbove(at) : isRepository(at) ? at : undefined;
    if (root !== undefined) add(root, at, rest);
  }
  return places;
}

/** In the letters of the disk, where that takes upper case for lower: git does not. */
function asStored(path: string): string {
  if (process.platform !== 'win32' && process.platform !== 'darwin') return path;
  if (!existsSync(path)) return dirname(path) === path ? path : join(asStored(dirname(path)), basename(path));
  const stored = realpathSync.native(path);
  const isSame = stored.normalize().toLowerCase() === path.normalize().toLowerCase();
  return isSame ? stored : path;
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
