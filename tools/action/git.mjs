import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** For what is on this machine; git needs a second. What is fetched takes as long as it takes. */
const timeLimit = 120_000;

const hardened = [
  '--no-pager',
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'gc.auto=0'],
  ...['-c', 'maintenance.auto=false'],
];

/**
 * What git prints in a repository, or undefined where it fails. It waits for nobody: no pager, no prompt, no hook. It
 * looks at commits alone: to compare the working tree it would run the filters that a repository configures.
 */
export function git(root, ...args) {
  program ??= findGit();
  if (program === undefined) return undefined;
  const { status, stdout } = spawnSync(program, [...hardened, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_NO_REPLACE_OBJECTS: '1' },
    timeout: args[0] === 'fetch' ? undefined : timeLimit,
    killSignal: 'SIGKILL',
  });
  return status === 0 ? stdout : undefined;
}

/** The folder of the repository that a path is in, whether or not the path is there. */
export function repositoryOf(file) {
  const folder = path.resolve(file);
  if (existsSync(path.join(folder, '.git'))) return folder;
  return path.dirname(folder) === folder ? undefined : repositoryOf(path.dirname(folder));
}

let program;

/** From the absolute entries of PATH: Windows looks into the working directory first, which is the repository under check. */
function findGit() {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((entry) => entry.replace(/^"(.*)"$/, '$1'));
  return folders
    .filter((folder) => path.isAbsolute(folder) && path.relative(process.cwd(), folder) !== '')
    .map((folder) => path.join(folder, name))
    .find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
