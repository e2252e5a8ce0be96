import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isLink } from './files.ts';

/** What is by now where a file was. */
export type Now =
  | { readonly is: 'file' }
  /** A link to a file of the repository. */
  | { readonly is: 'linked'; readonly name: string }
  | { readonly is: 'gone'; readonly why?: string };

/** `bytes` is the name, where that is not UTF-8. */
export function lookAt(root: string, name: string, bytes?: Buffer): Now {
  if (bytes) return isThere(root, bytes) ? { is: 'file' } : { is: 'gone' };
  const path = join(root, name);
  try {
    if (statSync(path).isDirectory()) return { is: 'gone', why: 'a folder has its name' };
    if (!statSync(path).isFile()) return { is: 'gone', why: 'it is not a file any more' };
    const [real, top] = [realpathSync(path), realpathSync(root)];
    if (real === join(top, name)) return { is: 'file' };
    const target = relative(top, real).replaceAll(sep, '/');
    if (real.startsWith(top + sep) && !/(?:^|\/)\.git\//.test(target)) return { is: 'linked', name: target };
    return { is: 'gone', why: 'a symbolic link leads out of the repository' };
  } catch {
    return isLink(path) ? { is: 'gone', why: 'a symbolic link leads nowhere' } : { is: 'gone' };
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
