import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { quote } from '../model/index.ts';
import { cannot, kindOf } from './files.ts';
import { filesInRepository } from './git.ts';
import type { Projects } from './projects.ts';
import { type Terminal, tell } from './terminal.ts';

export interface FoundConfigs {
  /** Relative to the working directory and with `/`; `-` is standard input. */
  readonly paths: readonly string[];
  /** Every folder could be looked into. */
  readonly complete: boolean;
}

/**
 * The configs that paths stand for: a folder for the configs in it that git does not ignore, anything else for itself,
 * whatever its name.
 */
export async function findConfigs(
  paths: readonly string[],
  terminal: Terminal,
  projects: Projects,
): Promise<FoundConfigs> {
  const found = new Set<string>();
  let complete = true;
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(terminal.cwd, path);
    if (path === '-' || path === '') found.add(path);
    else if (kindOf(absolute) !== 'folder') found.add(shown(path, terminal));
    else {
      const tracked = await filesInRepository(absolute, terminal);
      const walk = new Walk(absolute, terminal);
      const named = await configsAmong(tracked ?? walk.files(), absolute, projects);
      const configs = tracked ? withoutLinked(named, absolute) : named;
      const prefix = prefixOf(shown(path, terminal));
      for (const config of configs) found.add(prefix + config);
      if (!walk.complete) complete = false;
    }
  }
  return { paths: [...found], complete };
}

function prefixOf(folder: string): string {
  if (folder === '.') return '';
  return folder.endsWith('/') ? folder : `${folder}/`;
}

/** `files` are relative to the root and have `/`. */
async function configsAmong(files: readonly string[], root: string, projects: Projects): Promise<string[]> {
  const { isConfig } = await import('./config-names.ts');
  const configs: string[] = [];
  for (const file of files.toSorted()) {
    if (!file.endsWith('.json')) continue;
    const answer = isConfig(file, root, projects);
    // Nearly all are decided at once; to wait for each would take longer than to check it.
    const counts = typeof answer === 'boolean' ? answer : await answer;
    if (counts) configs.push(file);
  }
  return configs;
}

/**
 * The files that are reached without a link. One may lead out of the folder, also from the place of a folder of which git
 * lists files; one that stays inside leads to a file that is listed itself.
 */
function withoutLinked(files: readonly string[], root: string): string[] {
  const real = realpathSync(root);
  const plainFolders = new Map<string, boolean>();
  const isPlainFolder = (folder: string) => {
    const known = plainFolders.get(folder) ?? realpathSync(join(root, folder)) === join(real, folder);
    plainFolders.set(folder, known);
    return known;
  };
  return files.filter((file) => {
    try {
      return lstatSync(join(root, file)).isFile() && isPlainFolder(dirname(file));
    } catch {
      // Git still lists what is gone.
      return false;
    }
  });
}

/** All files below a folder, where git cannot tell which ones count. */
class Walk {
  complete = true;

  constructor(
    private readonly root: string,
    private readonly terminal: Terminal,
  ) {}

  files(below = ''): string[] {
    return this.entriesOf(join(this.root, below)).flatMap((entry) => {
      if (entry.isFile()) return [below + entry.name];
      return entry.isDirectory() && !unwatched.includes(entry.name)
        ? this.files(`${below}${entry.name}/`)
        : [];
    });
  }

  private entriesOf(folder: string) {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (thrown) {
      this.complete = false;
      tell(this.terminal, cannot(`read ${quote(shown(folder, this.terminal))}`, thrown));
      return [];
    }
  }
}

const unwatched = ['node_modules', '.git'];

export function shown(path: string, { cwd }: Terminal): string {
  return (relative(cwd, resolve(cwd, path)) || '.').replaceAll(sep, '/');
}
