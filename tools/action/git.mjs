import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** For local commands, which take about a second. A fetch has no limit. */
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
 * The output of a git command; undefined if it fails. Runs without pager, prompts and hooks. Use it only for commits: a
 * comparison with the working tree would run filters configured in the repository.
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

/** The root of the repository that contains a path. The path need not exist. */
export function repositoryOf(file) {
  const folder = path.resolve(file);
  if (existsSync(path.join(folder, '.git'))) return folder;
  return path.dirname(folder) === folder ? undefined : repositoryOf(path.dirname(folder));
}

let program;

/** Searches only absolute entries of PATH: Windows would look in the working directory, which is the checked repository. */
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
