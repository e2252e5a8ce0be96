import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quote } from '../model/index.ts';
import { isManifestPath, mayHaveConfigs } from '../names.ts';
import { largestFile } from '../service/host.ts';
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
    if (globs.length > 0 ? isNamed() : isConfigPath(file, [])) configs.push(file);
  }
  return configs.sort();
}

/**
 * Whether a file is a config regardless of its content: by its name, or because the user named a file whose name is not one
 * of the built-in ones. Hooks name files that other tools own too.
 */
export async function isCertain(
  file: string,
  isListed: boolean,
  { cwd }: Terminal,
  projects: Projects,
): Promise<boolean> {
  const path = resolve(cwd, file);
  const uriPath = pathOf(pathToFileURL(path).href);
  if (!isListed && !isConfigPath(uriPath, [])) return true;
  return isCertainPath(uriPath, await projects.globsFor(path));
}

/** The manifests among files of a folder that can have a config in a ConfigMap. The files must not be links. */
export async function manifestsAmong(
  files: Iterable<string>,
  root: string,
  projects: Projects,
): Promise<string[]> {
  const manifests: string[] = [];
  for (const file of files) {
    const path = join(root, file);
    if (await projects.isIgnored(path)) continue;
    try {
      if (statSync(path).size <= largestFile && mayHaveConfigs(readFileSync(path))) manifests.push(file);
    } catch {
      // One that cannot be read may have nothing to do with hotfixes.
    }
  }
  return manifests;
}

/** The warning and its hint for a named file that is skipped. */
export function notAConfig(file: string): [message: string, hint: string] {
  // By its name alone, "files" takes a manifest for JSON.
  const hint = isManifestPath(file)
    ? 'to check a key of a ConfigMap in it, add "FILE#KEY" to "files" in .hotfixrc.json'
    : 'to check it anyway, add its name to "files" in .hotfixrc.json';
  return [`${quote(file)} does not look like a hotfix config and was skipped`, hint];
}
