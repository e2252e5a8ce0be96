import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isLink } from './files.ts';

/** The current state of a path that was a file at the baseline. */
export type Now =
  | { readonly is: 'file' }
  /** A link to a file of the repository. */
  | { readonly is: 'linked'; readonly name: string }
  | { readonly is: 'gone'; readonly why?: string };

/** `bytes` is the name if it is not valid UTF-8. */
export function lookAt(root: string, name: string, bytes?: Buffer): Now {
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
