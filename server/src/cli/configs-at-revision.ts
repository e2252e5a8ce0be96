import { posix } from 'node:path';
import { decodeUtf8 } from '../model/index.ts';
import { Globs, isConfigPath, isProjectFile } from '../service/settings/names.ts';
import type { Tree } from './git-tree.ts';

/**
 * The files that were configs at a revision: by the current names, or by the names in the project files of that
 * revision. A change can delete a project file together with the configs that it names.
 */
export async function configsAtRevision(names: readonly string[], tree: Tree): Promise<string[]> {
  const globs: Globs[] = [];
  for (const path of tree.names) {
    if (!isProjectFile(path)) continue;
    const { readProjectFile } = await import('../service/settings/project.ts');
    const { settings } = readProjectFile(decodeUtf8((await tree.read(path)) ?? Buffer.alloc(0)));
    globs.push(new Globs(posix.join('/', posix.dirname(path)), settings.files ?? [], settings.ignore));
  }
  return names.filter((name) => isConfigPath(`/${name}`, globs));
}
