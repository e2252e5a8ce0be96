import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Globs, isCertainPath, isConfigPath, isProjectFile } from '../service/settings/names.ts';
import { pathOf } from '../service/uri.ts';
import type { Projects } from './projects.ts';
import type { Terminal } from './terminal.ts';

/**
 * The configs among files: by the built-in names, or by the names that their project file adds. Files are relative to the
 * folder, with `/`.
 */
export async function configsAmong(
  files: Iterable<string>,
  root: string,
  projects: Projects,
): Promise<string[]> {
  const byFolder = new Map<string, readonly Globs[]>();
  const configs: string[] = [];
  for (const file of files) {
    if (isProjectFile(file)) continue;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const globs = byFolder.get(folder) ?? (await projects.globsFor(join(root, file)));
    byFolder.set(folder, globs);
    const isNamed = () => isConfigPath(pathOf(pathToFileURL(join(root, file)).href), globs);
    if (isConfigPath(file, []) || (globs.length > 0 && isNamed())) configs.push(file);
  }
  return configs.sort();
}

/** Whether a file is a config by its name alone. */
export async function isCertain(file: string, { cwd }: Terminal, projects: Projects): Promise<boolean> {
  const path = resolve(cwd, file);
  return isCertainPath(pathOf(pathToFileURL(path).href), await projects.globsFor(path));
}
