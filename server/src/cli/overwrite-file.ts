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
  /** What the user calls it. */
  readonly name: string;
  /** The path without symbolic links of a file that was found in a folder. A file that was named may be a link. */
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
    // A pipe in its place must not keep this waiting.
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

/** The file itself, where a link leads to it. */
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
 * JSON may end in blanks. So the file is never shorter than either text, and one write exchanges them: whoever reads the
 * file meanwhile, also after this process was killed, finds all of the old text or all of the new one.
 */
function overwrite(descriptor: number, before: Buffer, after: Buffer): void {
  const put = (bytes: Buffer, position: number) => {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, null, position + at);
  };
  const blanks = (count: number) => Buffer.alloc(Math.max(0, count), ' ');
  try {
    // A full disk shows here, before anything is overwritten.
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
    `${quote(name)} is not fixed: it is a symbolic link out of its folder; name the file itself, ${quote(target)}.`,
  );
}

function changed(name: string): CannotWork {
  return new CannotWork(`${quote(name)} is not fixed: it changed while it was worked on; run this again.`);
}
