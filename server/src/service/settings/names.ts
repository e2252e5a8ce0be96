import { globMatcher } from '../../glob.ts';
import { certainNames, configNames, pathGlob, projectFileName } from '../../names.ts';

/** These globs use only `*`. */
const configName = new RegExp(
  `^(?!\\.)(?:${configNames.map((glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')).join('|')})$`,
);

/** Globs, relative to a folder. */
export class Globs {
  private readonly prefix: string;
  private readonly tests: readonly ((path: string) => boolean)[];

  /** `folder` is a path with `/`. */
  constructor(folder: string, globs: readonly string[]) {
    this.prefix = folder.endsWith('/') ? folder : `${folder}/`;
    this.tests = globs.map((written) => globMatcher(pathGlob(written)));
  }

  match(path: string): boolean {
    if (!path.startsWith(this.prefix)) return false;
    const below = path.slice(this.prefix.length);
    return this.tests.some((test) => test(below));
  }
}

/** Whether a path is a hotfix config: by the built-in names or by additional globs. */
export function isConfigPath(path: string, more: readonly Globs[]): boolean {
  const plain = withoutGitSuffix(path);
  return configName.test(nameOf(plain)) || more.some((globs) => globs.match(plain));
}

/** Whether a file is a config regardless of its content. */
export function isCertainPath(path: string, more: readonly Globs[]): boolean {
  const plain = withoutGitSuffix(path);
  return certainNames.includes(nameOf(plain)) || more.some((globs) => globs.match(plain));
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
