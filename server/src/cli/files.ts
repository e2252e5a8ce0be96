import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { CannotWork, type Terminal } from './terminal.ts';

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'a part of the path is no folder; check the path',
  EACCES: 'permission denied; check who may read it',
  EPERM: 'permission denied; check who may read it',
  ELOOP: 'its symbolic links lead in a circle',
};

/** A file's bytes, or those of standard input for `-`. */
export async function readBytes(path: string, { cwd, input }: Terminal): Promise<Uint8Array> {
  if (path === '-') return input();
  try {
    return await readFile(resolve(cwd, path));
  } catch (thrown) {
    throw cannot('read', path, thrown);
  }
}

export function cannot(verb: string, path: string, thrown: unknown): CannotWork {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  return new CannotWork(`cannot ${verb} ${quote(path)}: ${causes[code] ?? code}.`);
}
