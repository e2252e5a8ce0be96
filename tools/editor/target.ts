import { existsSync, realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isConfigPath } from '../../server/src/service/settings/names.ts';
import { root } from './editions.ts';

/** A folder for the window to show and, where there is one, a config in it to open. */
export interface Target {
  readonly folder: string;
  readonly file?: string;
  /** It is this project's own: everything else may hold tasks and programs that somebody else wrote. */
  readonly isOwn: boolean;
}

const examples = path.join(root, 'examples');
const example = 'parts/linux/cloud-init/artifacts/aks-node-controller-hotfix.json';
const skipped = new Set(['node_modules', '.git', '.vscode-test', 'dist', 'out', 'vendor']);
// A large tree without a config should not keep anyone waiting.
const foldersSearched = 5000;

/** What `npm start` opens: the examples with their faulty config, or someone's own folder, or one config of theirs. */
export async function findTarget(asked: string | undefined): Promise<Target> {
  if (asked === undefined) {
    const file = path.join(examples, example);
    return targetIn(examples, existsSync(file) ? file : await firstConfig(examples));
  }
  // npm runs scripts in the repository, whereas a path is meant from where it was typed.
  const place = path.resolve(process.env['INIT_CWD'] ?? '.', asked);
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) throw new Error(`No such folder: "${asked}" (${place}).`);
  return stats.isDirectory()
    ? targetIn(place, await firstConfig(place))
    : targetIn(path.dirname(place), place);
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
