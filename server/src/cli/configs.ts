import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { kindOf } from './files.ts';
import { Listing, shown, type Unread, withoutLinked } from './listing.ts';
import type { Projects } from './projects.ts';
import type { Terminal } from './terminal.ts';

export interface FoundConfigs {
  /** Relative to the working directory and with `/`; `-` is standard input. */
  readonly paths: readonly string[];
  /** Those that were found in folders, with their paths without links: files on a disk, no pipes and no devices. */
  readonly listed: ReadonlyMap<string, string>;
  /** The folders that could not be looked into. */
  readonly unread: readonly Unread[];
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
  const listed = new Map<string, string>();
  const unread: Unread[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(terminal.cwd, path);
    if (path === '-' || path === '') found.add(path);
    else if (kindOf(absolute) !== 'folder') found.add(shown(path, terminal));
    else {
      const { configsAmong } = await import('./config-names.ts');
      const listing = new Listing(absolute, terminal);
      const named = await configsAmong(await listing.files(), absolute, projects);
      const configs = listing.isOfGit ? withoutLinked(named, absolute) : named;
      const prefix = prefixOf(shown(path, terminal));
      const real = realpathSync(absolute);
      for (const config of configs) {
        listed.set(prefix + config, join(real, config));
        found.add(prefix + config);
      }
      const leftOut = named.filter((name) => listing.leftOut.has(name) && !configs.includes(name));
      for (const config of leftOut) terminal.err(notCheckedOut(prefix + config));
      unread.push(...listing.unread);
    }
  }
  return { paths: [...found], listed, unread };
}

function notCheckedOut(path: string): string {
  return `hotfix-config: ${quote(path)} is left out of this sparse checkout and is not looked at; "git sparse-checkout add" brings it.\n`;
}

function prefixOf(folder: string): string {
  if (folder === '.') return '';
  return folder.endsWith('/') ? folder : `${folder}/`;
}
