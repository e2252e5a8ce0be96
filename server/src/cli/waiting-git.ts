import { lstatSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { repositoryAbove } from './repositories.ts';

/** Enough for a large repository. A repository with more folders gets the time limit. */
const mostFolders = 20_000;

/**
 * A named pipe or a device in place of a file that git reads, for which it waits forever. `configured` are other files
 * that its settings name.
 */
export async function pipeReadByGit(
  cwd: string,
  env: NodeJS.ProcessEnv,
  configured: () => Promise<readonly string[]>,
): Promise<string | undefined> {
  const root = repositoryAbove(cwd);
  return (
    filesOfUser(env).find(isEndless) ??
    (root === undefined ? undefined : await pipeInRepository(root)) ??
    // Last, because git reads the files above to answer.
    (await configured()).find(isEndless)
  );
}

function filesOfUser(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? homedir();
  const folder = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'git');
  const names = ['config', 'ignore', 'attributes'].map((name) => join(folder, name));
  return [join(home, '.gitconfig'), ...names, env['GIT_CONFIG_GLOBAL'] ?? ''];
}

async function pipeInRepository(root: string): Promise<string | undefined> {
  const everything = () => true;
  const inWorkTree = (name: string) => readNames.includes(name);
  return (await pipeIn(gitFolder(join(root, '.git')), everything)) ?? pipeIn(root, inWorkTree);
}

/** In a linked working tree and a submodule, `.git` is a file that names the folder. */
function gitFolder(path: string): string {
  try {
    if (!lstatSync(path).isFile()) return path;
    const [, named] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(path, 'utf8')) ?? [];
    return named === undefined ? path : resolve(path, '..', named);
  } catch {
    return path;
  }
}

async function pipeIn(top: string, isRead: (name: string) => boolean): Promise<string | undefined> {
  const folders = [top];
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const { name } = entry;
      if (isRead(name) && !entry.isFile() && isEndless(join(folder, name))) return join(folder, name);
      const isSearched = entry.isDirectory() && name !== '.git' && folders.length < mostFolders;
      if (isSearched) folders.push(join(folder, name));
    }
  }
  return undefined;
}

const readNames: readonly string[] = ['.gitignore', '.gitattributes', '.gitmodules'];

function isEndless(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFIFO() || (stats.isCharacterDevice() && path !== '/dev/null');
  } catch {
    return false;
  }
}
