import picomatch from 'picomatch';
import { configNames, projectFileName } from '../protocol.ts';

/** Of what a glob can say, these say `*` alone; picomatch would take longer to compile them than a config to check. */
const configName = new RegExp(
  `^(?!\\.)(?:${configNames.map((glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')).join('|')})$`,
);

/** Globs together with the folder that they are relative to, as a path with `/`. */
export interface Globs {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** Whether a path names a hotfix config. A pattern without a slash is matched against the name alone. */
export function isConfigPath(path: string, more: readonly Globs[]): boolean {
  const plain = withoutGitSuffix(path);
  if (configName.test(nameOf(plain))) return true;
  return more.some(({ folder, patterns }) => {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    if (!plain.startsWith(prefix)) return false;
    return patterns.some((pattern) => {
      const glob = pattern.replace(/^\.?\//, '');
      const subject = glob.includes('/') ? plain.slice(prefix.length) : nameOf(plain);
      return picomatch(glob, { dot: true })(subject);
    });
  });
}

export function isProjectFile(path: string): boolean {
  return nameOf(withoutGitSuffix(path)) === projectFileName;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Git's file system in VS Code may append `.git` to the path of an old revision. */
function withoutGitSuffix(path: string): string {
  return path.replace(/\.json\.git$/, '.json');
}
