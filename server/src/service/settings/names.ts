import { globMatcher, problemOf } from '../../glob.ts';
import { certainNames, configNames, pathGlob, projectFileName } from '../../names.ts';

/** These globs use only `*`. */
const configName = new RegExp(
  `^(?!\\.)(?:${configNames.map((glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]*')).join('|')})$`,
);

/** What is wrong with a glob of a setting or a flag; undefined if nothing is. */
export const globProblem = problemOf;

type Test = (path: string) => boolean;

/** The globs of settings, relative to a folder: additional configs, and files that are not configs. */
export class Globs {
  private readonly prefix: string;
  private readonly files: readonly Test[];
  private readonly ignored: readonly Test[];

  /** `folder` is a path with `/`. */
  constructor(folder: string, files: readonly string[], ignored: readonly string[] = []) {
    this.prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const test = (written: string) => globMatcher(pathGlob(written));
    this.files = files.map(test);
    this.ignored = ignored.map(test);
  }

  match(path: string): boolean {
    return this.isIn(this.files, path);
  }

  ignore(path: string): boolean {
    return this.isIn(this.ignored, path);
  }

  private isIn(tests: readonly Test[], path: string): boolean {
    if (tests.length === 0 || !path.startsWith(this.prefix)) return false;
    const below = path.slice(this.prefix.length);
    return tests.some((test) => test(below));
  }
}

/** Whether settings say that a file is not a config. */
export function isIgnoredPath(path: string, globs: readonly Globs[]): boolean {
  const plain = withoutGitSuffix(path);
  return globs.some((some) => some.ignore(plain));
}

/** Whether a path is a hotfix config: by the built-in names or by additional globs. */
export function isConfigPath(path: string, more: readonly Globs[]): boolean {
  const plain = withoutGitSuffix(path);
  if (isIgnoredPath(plain, more)) return false;
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
