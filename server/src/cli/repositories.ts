import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { isLink } from './files.ts';

/** A path in a repository. */
export interface RepositoryPath {
  readonly root: string;
  /** The name in git, with `/`; empty for the root. */
  readonly name: string;
}

/** The root of the repository that contains a folder. */
export function repositoryAbove(folder: string): string | undefined {
  if (isRepository(folder)) return folder;
  return dirname(folder) === folder ? undefined : repositoryAbove(dirname(folder));
}

/** The name of a file relative to the root of its repository; unchanged if it is not in one. */
export function nameFromRoot(file: string, cwd: string): string {
  const absolute = resolve(cwd, file);
  const root = file === '-' ? undefined : repositoryAbove(dirname(absolute));
  return root === undefined ? file : relative(root, absolute).replaceAll(sep, '/');
}

/**
 * A path in each repository that can contain it, from the outermost to the innermost. Links above the repositories are
 * followed. A link or a nested repository adds another path, because it can replace a folder that the outer one tracked.
 */
export function repositoryPathsOf(written: string): RepositoryPath[] {
  const path = asStored(written);
  const paths: RepositoryPath[] = [];
  const add = (root: string, at: string, rest: readonly string[]) => {
    const name = [relative(root, at).replaceAll(sep, '/'), ...rest].filter((part) => part !== '').join('/');
    if (!paths.some((path) => path.root === root && path.name === name)) paths.push({ root, name });
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
  return paths;
}

/** With the upper and lower case of the disk, on systems that ignore case: git does not. */
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

export function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
