import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { CannotWork, type Terminal } from './terminal.ts';

const brokenLink = 'it is a symbolic link to what is not there; mend it';
const folderNoFile = 'it is a folder; name a file in it';

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EISDIR: folderNoFile,
  ENOTDIR: 'a part of the path is no folder; check the path',
  EACCES: 'permission denied; check who may do that',
  EPERM: 'permission denied; check who may do that',
  EBUSY: 'another program or the system uses it; run this again when it is free',
  ETXTBSY: 'another program or the system uses it; run this again when it is free',
  EROFS: 'the file system is read-only; work on a copy elsewhere',
  ENOSPC: 'no space is left; make room and run this again',
  EDQUOT: 'your disk quota is used up; make room and run this again',
  EFBIG: 'the system allows no file of that size; check its limits ("ulimit -f")',
  EMFILE: 'too many files are open; check the limits of the system ("ulimit -n")',
  EIO: 'the disk does not answer; check it',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long; check the path',
  ERR_INVALID_ARG_VALUE: 'no file has such a name; check the path',
};

/** A file's bytes, or those of standard input for `-`. */
export async function readBytes(path: string, { cwd, input }: Terminal, most?: number): Promise<Uint8Array> {
  return path === '-' ? input(most) : readFile(path, cwd);
}

function readFile(path: string, cwd: string): Uint8Array {
  try {
    return readFileSync(pathOf(path, cwd));
  } catch (thrown) {
    const linked = errorCode(thrown) === 'ENOENT' && isLink(resolve(cwd, path));
    if (!linked) throw cannot(`read ${quote(path)}`, thrown);
    throw new CannotWork(`cannot read ${quote(path)}: ${brokenLink}.`);
  }
}

/**
 * What a file holds: its text where it is sound UTF-8, which Node reads faster than bytes, else its bytes. U+FFFD stands
 * in a text for what is unsound, and now and then for itself.
 */
export function readContent(path: string, cwd: string): string | Uint8Array {
  try {
    const text = readFileSync(pathOf(path, cwd), 'utf8');
    if (!text.includes('\ufffd')) return text;
  } catch {
    // The other way of reading says what is wrong.
  }
  return readFile(path, cwd);
}

/** Says why a file that is there could not be read, without reading it. */
export function refuseUnreadable(path: string): never {
  const work = `read ${quote(path)}`;
  const refused = (why: string) => new CannotWork(`cannot ${work}: ${why}.`);
  try {
    // The system opens some links that lead to no path, such as those to deleted files in /proc.
    if (!existsSync(realpathOf(path))) throw refused(brokenLink);
    const stats = statSync(path);
    if (stats.isDirectory()) throw refused(folderNoFile);
    if (!stats.isFile()) throw refused('it is no file; move it away');
    accessSync(path, constants.R_OK);
  } catch (thrown) {
    throw cannot(work, thrown);
  }
  throw refused('it changed while it was read; run this again');
}

function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return '';
  }
}

/** What stands at a path; nothing is also what cannot be looked at. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  const stats = statsOf(path);
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}

/** Whether a name can be nothing but a path, where it could be a revision of git too. */
export function isWrittenAsPath(name: string): boolean {
  return /^(?:\.{0,2}|[A-Za-z]:)[/\\]/.test(name);
}

/** Whether a path leads to a file on a disk, no pipe and no device. */
export function isRegularFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

/** What the system tells of a path; nothing of what cannot be looked at, which whoever reads it then tells about. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** An empty variable of a script names no file; it must not stand for the working directory. */
function pathOf(path: string, cwd: string): string {
  if (path === '')
    throw new CannotWork('cannot read "": that names no file; name one, or "." for this folder.');
  return resolve(cwd, path);
}

/** `work` completes "cannot …". */
export function cannot(work: string, thrown: unknown): CannotWork {
  if (thrown instanceof CannotWork) return thrown;
  const code = errorCode(thrown);
  return new CannotWork(
    `cannot ${work}: ${causes[code] ?? `the system says ${code}; check the path and the disk`}.`,
  );
}

export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
}

export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
