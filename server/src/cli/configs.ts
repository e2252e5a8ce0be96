import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isConfigPath, isProjectFile } from '../service/names.ts';
import { cannot } from './files.ts';
import { git } from './git.ts';
import type { Projects } from './projects.ts';
import type { Terminal } from './terminal.ts';

/**
 * The configs that paths stand for, relative to the working directory and with `/`: a file stands for itself, whatever
 * its name, a folder for the configs in it that git does not ignore.
 */
export async function findConfigs(
  paths: readonly string[],
  terminal: Terminal,
  projects: Projects,
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    if (path === '-') found.push(path);
    else if (await isFolder(path, terminal)) found.push(...(await configsIn(path, terminal, projects)));
    else found.push(shown(path, terminal));
  }
  return [...new Set(found)];
}

async function isFolder(path: string, { cwd }: Terminal): Promise<boolean> {
  try {
    return (await stat(resolve(cwd, path))).isDirectory();
  } catch (thrown) {
    throw cannot('read', path, thrown);
  }
}

async function configsIn(folder: string, terminal: Terminal, projects: Projects): Promise<string[]> {
  const root = resolve(terminal.cwd, folder);
  const files = (await gitFiles(root)) ?? (await allFiles(root));
  const configs: string[] = [];
  for (const file of files.sort()) {
    const path = join(root, file);
    if (isProjectFile(path)) continue;
    // The names alone decide for nearly all; the project file is looked at for JSON only.
    const uri = pathToFileURL(path).pathname;
    const counts =
      isConfigPath(uri, []) || (path.endsWith('.json') && isConfigPath(uri, await projects.globsFor(path)));
    if (counts) configs.push(shown(path, terminal));
  }
  return configs;
}

/** What git tracks or would add below a folder; undefined where there is no repository. */
async function gitFiles(root: string): Promise<string[] | undefined> {
  const listed = await git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').catch(
    () => undefined,
  );
  if (!listed?.ok) return undefined;
  const names = listed.out
    .toString('utf8')
    .split('\0')
    .filter((name) => name.endsWith('.json'));
  const there = await Promise.all(
    [...new Set(names)].map(async (name) => ((await isFile(join(root, name))) ? [name] : [])),
  );
  return there.flat();
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function allFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return files.filter((file) => !file.split(sep).includes('node_modules'));
}

export function shown(path: string, { cwd }: Terminal): string {
  return (relative(cwd, resolve(cwd, path)) || '.').replaceAll(sep, '/');
}
