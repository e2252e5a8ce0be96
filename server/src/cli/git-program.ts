import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { realOr } from './repositories.ts';

export interface Search {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** The working directory. git is not searched in it. */
  readonly cwd: string;
}

/**
 * The absolute path of git, from the absolute entries of PATH. With a bare name, the system may search the working
 * directory: Windows does so first, elsewhere a relative entry of PATH causes it. That program would come from the
 * repository under check. The usual libraries for this search the working directory on Windows too.
 */
export function findGit(
  { env, platform, cwd }: Search,
  isProgram = (file: string) => canRun(file, platform),
): string | undefined {
  const { delimiter, isAbsolute, join, relative } = platform === 'win32' ? path.win32 : path.posix;
  const folders = (variable('PATH', env, platform) ?? '')
    .split(delimiter)
    .map((entry) => entry.replace(/^"(.*)"$/, '$1'))
    .filter((entry) => isAbsolute(entry) && relative(cwd, realOr(entry)) !== '');
  const names = endings(env, platform).map((ending) => `git${ending}`);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

/** Scripts (`.cmd`, `.bat`) need a shell, which this project does not start. */
function endings(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  if (platform !== 'win32') return [''];
  const known = (variable('PATHEXT', env, platform) ?? '').split(';').map((ending) => ending.toLowerCase());
  const programs = known.filter((ending) => ending === '.exe' || ending === '.com');
  return programs.length > 0 ? programs : ['.exe'];
}

/** Windows ignores case in the names of variables: `Path`. */
function variable(name: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32') return env[name];
  const key = Object.keys(env).find((candidate) => candidate.toUpperCase() === name);
  return key === undefined ? undefined : env[key];
}

function canRun(file: string, platform: NodeJS.Platform): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    if (platform !== 'win32') accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
