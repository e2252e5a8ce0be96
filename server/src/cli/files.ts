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
import { devNull } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { quote } from '../model/index.ts';
import { CannotWork, type Terminal } from './terminal.ts';

const checkPath = 'check the path';
const brokenLink = ['broken symbolic link', 'fix or remove the link'] as const;
const folder = ['is a folder', 'name a file in it'] as const;
const denied = ['permission denied', 'check the permissions of the file and its folder'] as const;
const useInput = 'name a regular file, or use "-" to read standard input';
const inUse = ['in use by another program', 'run the command again when it is free'] as const;

const causes: Readonly<Record<string, readonly [problem: string, hint: string]>> = {
  ENOENT: ['no such file', checkPath],
  EISDIR: folder,
  ENOTDIR: ['part of the path is not a folder', checkPath],
  EEXIST: ['part of the path is not a folder', checkPath],
  EACCES: denied,
  EPERM: denied,
  EBUSY: inUse,
  ETXTBSY: inUse,
  EROFS: ['the file system is read-only', 'work on a copy'],
  ENOSPC: ['no space left on the disk', 'free some space and run the command again'],
  EDQUOT: ['disk quota exceeded', 'free some space and run the command again'],
  EFBIG: ['larger than the file size limit', 'check "ulimit -f"'],
  EMFILE: ['too many open files', 'check "ulimit -n"'],
  EIO: ['input/output error', 'check the disk'],
  ELOOP: ['circular symbolic links', 'fix or remove the links'],
  ENAMETOOLONG: ['the name is too long', checkPath],
  ERR_INVALID_ARG_VALUE: ['invalid file name', checkPath],
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
    throw refused(`read ${quote(path)}`, brokenLink);
  }
}

/**
 * The text of a file if it is valid UTF-8, which Node reads faster than bytes, otherwise its bytes. U+FFFD in the text can
 * be a replacement for invalid bytes, so such a file is read as bytes too.
 */
export function readContent(path: string, cwd: string): string | Uint8Array {
  try {
    const text = readFileSync(pathOf(path, cwd), 'utf8');
    if (!text.includes('\ufffd')) return text;
  } catch {
    // readFile reports the error.
  }
  return readFile(path, cwd);
}

/** Reports why an existing file could not be read, without reading it. */
export function refuseUnreadable(path: string): never {
  const work = `read ${quote(path)}`;
  try {
    // Some links in /proc can be opened although their path does not exist.
    if (!existsSync(realpathOf(path))) throw refused(work, brokenLink);
    const stats = statSync(path);
    if (stats.isDirectory()) throw refused(work, folder);
    if (!stats.isFile()) throw refused(work, ['not a regular file', 'move it to another place']);
    accessSync(path, constants.R_OK);
  } catch (thrown) {
    throw cannot(work, thrown);
  }
  throw refused(work, ['the file changed during the run', 'run the command again']);
}

/** The streams of this process. They are devices if a user redirects one or types the input. */
const ownStream = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/;

/**
 * Refuses what may never deliver anything, or may never end. The pipe of `<(…)` has no name of its own, and its writer
 * is running.
 */
export function refuseSilent(path: string, cwd: string): void {
  const absolute = resolve(cwd, path);
  const real = realpathOf(absolute);
  const stats = real === '' || real.startsWith('/dev/fd/') ? undefined : statsOf(real);
  if (stats?.isFIFO()) throw refused(`read ${quote(path)}`, ['is a named pipe', useInput]);
  if (stats?.isSocket()) throw refused(`read ${quote(path)}`, ['is a socket', useInput]);
  const isDevice = stats?.isCharacterDevice() || stats?.isBlockDevice();
  if (isDevice && real !== devNull && !ownStream.test(absolute))
    throw refused(`read ${quote(path)}`, ['is a device', useInput]);
}

/** Empty if the path leads to nothing. */
export function realpathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return '';
  }
}

/** Refuses a path that leads out of the only folder that may be read. `name` is what the user wrote. */
export function refuseOutside(
  path: string,
  { cwd, within }: Pick<Terminal, 'cwd' | 'within'>,
  name = path,
): void {
  if (within === undefined || path === '-' || isInside(resolve(cwd, path), within)) return;
  throw refused(`read ${quote(name)}`, ['leads out of the folder', `name a file in ${quote(within)}`]);
}

/** Whether a path is in a folder, as written and with all links followed. */
export function isInside(path: string, folder: string): boolean {
  return isBelow(path, folder) && isBelow(existing(path), realpathOf(folder));
}

function isBelow(path: string, folder: string): boolean {
  const name = relative(folder, path);
  return !isAbsolute(name) && name.split(sep)[0] !== '..';
}

/** The real path of what exists of a path. */
function existing(path: string): string {
  return realpathOf(path) || (dirname(path) === path ? path : existing(dirname(path)));
}

/** What a path leads to; `nothing` also if that is unknown. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  const stats = statsOf(path);
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}

/** Whether a name is written as a path, so that it is not a git revision. */
export function isWrittenAsPath(name: string): boolean {
  return /^(?:\.{0,2}|[A-Za-z]:)[/\\]/.test(name);
}

/** Whether a path leads to a regular file, not to a pipe or a device. */
export function isRegularFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

/** Undefined if the path cannot be examined; reading it then reports the error. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** An empty path, such as an unset variable of a script, must not become the working directory. */
function pathOf(path: string, cwd: string): string {
  if (path === '') throw new CannotWork('cannot read "": empty path', 'name a file, or "." for this folder');
  return resolve(cwd, path);
}

/** `work` completes "cannot …". */
export function cannot(work: string, thrown: unknown): CannotWork {
  if (thrown instanceof CannotWork) return thrown;
  const code = errorCode(thrown);
  return refused(work, causes[code] ?? [`system error ${code}`, 'check the path and the disk']);
}

function refused(work: string, [problem, hint]: readonly [problem: string, hint: string]): CannotWork {
  return new CannotWork(`cannot ${work}: ${problem}`, hint);
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
