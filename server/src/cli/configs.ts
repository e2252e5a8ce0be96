import { realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { quote } from '../model/index.ts';
import { isManifestPath, projectFileName } from '../names.ts';
import { isLink, kindOf, realpathOf } from './files.ts';
import { isPayload } from './layout.ts';
import { Listing, shown, type Unread, withoutLinked } from './listing.ts';
import type { Projects } from './projects.ts';
import { type Terminal, warn } from './terminal.ts';

export interface FoundConfigs {
  /** Relative to the working directory and with `/`; `-` is standard input. */
  readonly paths: readonly string[];
  /** Configs found in folders, with their real paths. These are regular files. */
  readonly listed: ReadonlyMap<string, string>;
  /** The payloads of scripts, as named or found in folders. */
  readonly payloads: readonly string[];
  /** Folders and files that could not be read. */
  readonly unread: readonly Unread[];
}

/**
 * The configs named by paths. A folder names the configs in it that git does not ignore. Any other path names itself,
 * regardless of its name.
 */
export async function findConfigs(
  paths: readonly string[],
  terminal: Terminal,
  projects: Projects,
): Promise<FoundConfigs> {
  const found = new Set<string>();
  const listed = new Map<string, string>();
  const payloads = new Set<string>();
  const unread: Unread[] = [];
  const linked: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const absolute = resolve(terminal.cwd, path);
    const kind = path === '-' || path === '' ? undefined : kindOf(absolute);
    if (kind === undefined) found.add(path);
    else if (kind === 'file' && (await projects.isIgnored(absolute)))
      warn(
        terminal,
        `${quote(shown(path, terminal))} is ignored by --exclude or "ignore" in ${projectFileName}`,
        'change the setting to check it',
      );
    else if (kind !== 'folder') (isPayload(absolute) ? payloads : found).add(shown(path, terminal));
    else {
      const { configsAmong, manifestsAmong } = await import('./config-names.ts');
      const listing = new Listing(absolute, terminal);
      const files = await listing.files();
      const named = await configsAmong(files, absolute, projects);
      const configs = withoutLinked(named, absolute);
      const scripts = files.filter((file) => isPayload(join(absolute, file)));
      const known = new Set([...named, ...scripts]);
      const yaml = files.filter((file) => isManifestPath(file) && !known.has(file));
      const manifests =
        yaml.length > 0 ? await manifestsAmong(withoutLinked(yaml, absolute), absolute, projects) : [];
      const prefix = prefixOf(shown(path, terminal));
      const real = realpathSync(absolute);
      for (const config of [...configs, ...manifests].sort()) {
        listed.set(prefix + config, join(real, config));
        found.add(prefix + config);
      }
      const leftOut = named.filter((name) => listing.leftOut.has(name) && !configs.includes(name));
      for (const config of leftOut)
        warn(
          terminal,
          `${quote(prefix + config)} is not in this sparse checkout and was skipped`,
          'add its folder with "git sparse-checkout add"',
        );
      for (const payload of withoutLinked(scripts, absolute)) payloads.add(prefix + payload);
      for (const name of named) if (isSkippedLink(join(absolute, name), real)) linked.push(prefix + name);
      unread.push(...listing.unread);
    }
  }
  for (const link of linked)
    warn(
      terminal,
      `${quote(link)} is a symbolic link and was skipped`,
      'name it to check the file that it links to',
    );
  return { paths: [...found], listed, payloads: [...payloads], unread };
}

/** A link to a file below the same folder is not worth a word: the file itself is found there. */
function isSkippedLink(path: string, root: string): boolean {
  if (!isLink(path)) return false;
  const target = realpathOf(path);
  return target === '' || relative(root, target).startsWith('..');
}

/** The hint of every command that finds no config. */
export const howToName = 'name a file, or set "files" in .hotfixrc.json for other file names';

function prefixOf(folder: string): string {
  if (folder === '.') return '';
  return folder.endsWith('/') ? folder : `${folder}/`;
}
