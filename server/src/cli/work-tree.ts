import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { largestFile } from '../service/host.ts';
import { isLink, statsOf } from './files.ts';
import { listFiles, type RepositoryFiles, readListing } from './git-files.ts';
import type { Now, State } from './state.ts';

/** The files on the disk. */
export class WorkTree implements State {
  constructor(private readonly root: string) {}

  at(name: string, bytes?: Buffer): Now {
    return lookAt(this.root, name, bytes);
  }

  read(name: string): Buffer | undefined {
    const path = join(this.root, name);
    return (statsOf(path)?.size ?? 0) <= largestFile ? readFileSync(path) : undefined;
  }

  async listed(names: readonly string[]): Promise<RepositoryFiles | undefined> {
    const listed = await listFiles(this.root, names);
    return listed.ok ? readListing(listed.out) : undefined;
  }

  otherRepository(name: string): string | undefined {
    const folders = name
      .split('/')
      .slice(0, -1)
      .map((_, i, all) => all.slice(0, i + 1).join('/'));
    return folders.find((folder) => existsSync(join(this.root, folder, '.git')));
  }
}

/** `bytes` is the name if it is not valid UTF-8. */
function lookAt(root: string, name: string, bytes?: Buffer): Now {
  if (bytes) return isThere(root, bytes) ? { is: 'file' } : { is: 'gone' };
  const path = join(root, name);
  try {
    if (statSync(path).isDirectory()) return { is: 'gone', why: 'it is a folder now' };
    if (!statSync(path).isFile()) return { is: 'gone', why: 'it is not a regular file now' };
    const [real, top] = [realpathSync(path), realpathSync(root)];
    if (real === join(top, name)) return { is: 'file' };
    const target = relative(top, real).replaceAll(sep, '/');
    if (real.startsWith(top + sep) && !/(?:^|\/)\.git\//.test(target)) return { is: 'linked', name: target };
    return { is: 'gone', why: 'it is now a symbolic link out of the repository' };
  } catch {
    return isLink(path) ? { is: 'gone', why: 'it is now a broken symbolic link' } : { is: 'gone' };
  }
}

function isThere(root: string, bytes: Buffer): boolean {
  try {
    lstatSync(Buffer.concat([Buffer.from(join(root, sep)), bytes]));
    return true;
  } catch {
    return false;
  }
}
