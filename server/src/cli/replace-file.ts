import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { quote } from '../model/index.ts';
import { cannot } from './files.ts';
import { CannotWork } from './terminal.ts';

/**
 * Writes a new file and puts it in the place of the old one, which must still be the one that was read: whoever reads
 * it meanwhile sees all of one or all of the other. `name` is what the user calls it.
 */
export function replaceFile(path: string, name: string, before: Uint8Array, after: string): void {
  try {
    const target = realpathSync(path);
    const folder = realpathSync(dirname(path)) + sep;
    if (lstatSync(path).isSymbolicLink() && !target.startsWith(folder)) throw linkedOut(name, target);
    // A rename would go past the protection of a file that nobody may write to.
    accessSync(target, constants.W_OK);
    const { mode } = statSync(target);
    const temporary = `${target}.${process.pid}.tmp`;
    const descriptor = openSync(temporary, 'wx', mode);
    try {
      writeAll(descriptor, mode, after);
      if (!readFileSync(target).equals(before)) throw changed(name);
      renameSync(temporary, target);
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
  } catch (thrown) {
    throw cannot(`write ${quote(name)}`, thrown);
  }
}

function linkedOut(name: string, target: string): CannotWork {
  return new CannotWork(
    `${quote(name)} is not fixed: it is a symbolic link out of its folder; name the file itself, ${quote(target)}.`,
  );
}

function writeAll(descriptor: number, mode: number, text: string): void {
  try {
    fchmodSync(descriptor, mode);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function changed(name: string): CannotWork {
  return new CannotWork(`${quote(name)} is not fixed: it changed while it was worked on; run this again.`);
}
