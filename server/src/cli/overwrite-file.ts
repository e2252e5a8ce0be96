import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { quote } from '../model/index.ts';
import { cannot } from './files.ts';
import { CannotWork } from './terminal.ts';

export interface FileToWrite {
  readonly path: string;
  /** The name to report. */
  readonly name: string;
  /** The real path of a file found in a folder. A file named as a path may be a link. */
  readonly realPath?: string | undefined;
}

/**
 * Writes a file in place, if it still holds what was read. The file keeps its owner, group, mode, access lists, extended
 * attributes and hard links, and its folder need not be writable. Renaming a new file over the old one, as
 * write-file-atomic does, loses most of these: Node cannot read access lists and extended attributes, a rename splits
 * hard links, and it fails in a folder that is not writable and on a file that is a mount point.
 */
export function overwriteFile(file: FileToWrite, before: Uint8Array, after: string): void {
  const { name } = file;
  try {
    const target = targetOf(file);
    // Do not wait for a named pipe.
    const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const descriptor = openSync(target, flags);
    try {
      // A folder above may have been exchanged for a link since.
      if (realpathSync(target) !== target || !isAt(target, descriptor)) throw changed(name);
      if (!readFileSync(descriptor).equals(before)) throw changed(name);
      overwrite(descriptor, Buffer.from(before), Buffer.from(after));
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    throw cannot(`write ${quote(name)}`, thrown);
  }
}

/** The file that a link leads to. */
function targetOf({ path, name, realPath }: FileToWrite): string {
  const target = realpathSync(path);
  if (realPath !== undefined) {
    if (target !== realPath) throw changed(name);
    return target;
  }
  const folder = realpathSync(dirname(path));
  const isInside = target.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (lstatSync(path).isSymbolicLink() && !isInside) throw linkedOut(name, target);
  return target;
}

function isAt(path: string, descriptor: number): boolean {
  const [there, open] = [lstatSync(path, { bigint: true }), fstatSync(descriptor, { bigint: true })];
  const isSame = (key: keyof BigIntStats) => there[key] === open[key];
  return open.isFile() && isSame('dev') && isSame('ino');
}

/**
 * JSON may end with spaces. The file is first padded to the length of the longer text, then one write replaces the text.
 * Another reader finds the complete old text or the complete new text, even if this process is killed.
 */
function overwrite(descriptor: number, before: Buffer, after: Buffer): void {
  const put = (bytes: Buffer, position: number) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, null, position + at);
  };
  const blanks = (count: number) => Buffer.alloc(Math.max(0, count), ' ');
  try {
    // A full disk fails here, before anything is overwritten.
    put(blanks(after.length - before.length), before.length);
    put(Buffer.concat([after, blanks(before.length - after.length)]), 0);
  } catch (thrown) {
    put(before, 0);
    ftruncateSync(descriptor, before.length);
    throw thrown;
  }
  ftruncateSync(descriptor, after.length);
  fsyncSync(descriptor);
}

function linkedOut(name: string, target: string): CannotWork {
  return new CannotWork(
    `cannot fix ${quote(name)}: symbolic link out of its folder`,
    `name the file itself: ${quote(target)}`,
  );
}

function changed(name: string): CannotWork {
  return new CannotWork(
    `cannot fix ${quote(name)}: the file changed during the run`,
    'run the command again',
  );
}
