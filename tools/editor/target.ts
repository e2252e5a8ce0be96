import { existsSync, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isConfigPath } from '../../server/src/service/settings/names.ts';
import { root } from './editions.ts';

/** The folder of the window and, if there is one, a config to open in it. */
export interface Target {
  readonly folder: string;
  readonly file?: string;
  /** Whether the folder is part of this project. Others may contain tasks and programs of other authors. */
  readonly isOwn: boolean;
}

const examples = path.join(root, 'examples');
const example = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const skipped = new Set(['node_modules', '.git', '.vscode-test', 'dist', 'out', 'vendor']);
// A limit for large folders without a config.
const foldersSearched = 5000;

/** What `npm start` opens: the examples with their faulty config, or a folder or config of the user. */
export async function findTarget(asked: string | undefined): Promise<Target> {
  if (asked === undefined) {
    const file = path.join(examples, example);
    return targetIn(examples, existsSync(file) ? file : await firstConfig(examples));
  }
  // npm runs scripts in the repository, but a path is relative to the user's working directory.
  const location = path.resolve(process.env['INIT_CWD'] ?? '.', asked);
  const stats = statSync(location, { throwIfNoEntry: false });
  if (!stats) throw new Error(`No such folder: "${asked}" (${location}).`);
  return stats.isDirectory()
    ? targetIn(location, await firstConfig(location))
    : targetIn(path.dirname(location), location);
}

function targetIn(folder: string, file: string | undefined): Target {
  const isOwn = realpathSync(folder) === realpathSync(examples);
  return file ? { folder, file, isOwn } : { folder, isOwn };
}

/** The config nearest to the folder, by its name. */
async function firstConfig(folder: string): Promise<string | undefined> {
  const folders = [folder];
  for (let index = 0; index < Math.min(folders.length, foldersSearched); index += 1) {
    const current = folders[index] ?? folder;
    const entries = await readdir(current, { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const found = entries.find((entry) => entry.isFile() && isConfigPath(`/${entry.name}`, []));
    if (found) return path.join(current, found.name);
    for (const entry of entries) {
      if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(path.join(current, entry.name));
    }
  }
  return undefined;
}
