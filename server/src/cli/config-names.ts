import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isConfigPath, isProjectFile } from '../service/names.ts';
import { pathOf } from '../service/uri.ts';
import type { Projects } from './projects.ts';

/**
 * Whether a file below a folder is a config: by the names that all are known by, or by those that its project adds.
 * `file` is relative and has `/`.
 */
export function isConfig(file: string, root: string, projects: Projects): boolean | Promise<boolean> {
  if (isProjectFile(file)) return false;
  return isConfigPath(file, []) || isConfigOfProject(join(root, file), projects);
}

async function isConfigOfProject(path: string, projects: Projects): Promise<boolean> {
  const globs = await projects.globsFor(path);
  return globs.length > 0 && isConfigPath(pathOf(pathToFileURL(path).href), globs);
}
