import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { isWrittenAsPath, kindOf, refuseOutside } from './files.ts';
import { repositoryAbove } from './repositories.ts';
import { CannotWork } from './terminal.ts';

/** Refuses what is not a file or folder in the folder. A glob would be matched with files outside too. */
export function refusePath(path: string, folder: string): void {
  refuseFlag(path);
  refuseOutside(path, { cwd: folder, within: folder });
  if (/[*?[{]/.test(path) && kindOf(resolve(folder, path)) === 'nothing')
    throw new CannotWork(`cannot read ${quote(path)}: no such file`, 'name a file or a folder, not a glob');
}

/** Refuses a file, a git revision, or a file at a revision, if it leads out of the folder. */
export function refuseSide(name: string, folder: string): void {
  refuseFlag(name);
  refuseOutside(name, { cwd: folder, within: folder });
  if (isWrittenAsPath(name)) return;
  const root = repositoryAbove(folder) ?? folder;
  // Each colon can be the one in front of the path: git also has ":0:PATH" and "HEAD^{/TEXT}:PATH".
  for (const { index } of name.matchAll(/:/g)) {
    const path = name.slice(index + 1);
    const isFromFolder = /^\.{1,2}\//.test(path);
    refuseOutside(path, { cwd: isFromFolder ? folder : root, within: folder }, name);
  }
}

/** Whether both sides of a comparison are files, not revisions. */
export function areFiles(names: readonly (string | undefined)[], folder: string): boolean {
  return names.every((name) => name !== undefined && (name.includes(':') || isThere(name, folder)));
}

/** Selects the file if a revision has the same name. */
export function asFile(name: string, folder: string): string {
  return isWrittenAsPath(name) || name.includes(':') || !isThere(name, folder) ? name : `./${name}`;
}

const isThere = (name: string, folder: string) => kindOf(resolve(folder, name)) !== 'nothing';

function refuseFlag(name: string): void {
  if (name.startsWith('-'))
    throw new CannotWork(
      `${quote(name)} is neither a path nor a git revision: it starts with "-"`,
      `write "./${name}" for a file`,
    );
}
