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
  private readonly keys: readonly Test[];
  private readonly ignored: readonly Test[];

  /** `folder` is a path with `/`. */
  constructor(folder: string, files: readonly string[], ignored: readonly string[] = []) {
    this.prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const test = (written: string) => globMatcher(pathGlob(written));
    this.files = files.map(test);
    this.keys = files.filter((written) => written.includes('#')).map(test);
    this.ignored = ignored.map(test);
  }

  match(path: string): boolean {
    return this.isIn(this.files, path);
  }

  /** For a path with `#` and a key. Globs of paths do not name keys. */
  matchKey(path: string): boolean {
    return this.isIn(this.keys, path);
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

/** The keys of ConfigMaps that name configs. They can have no slash. */
const configKey = /hotfix.*\.json$/;

/** Which keys of the ConfigMaps in a manifest name configs: by the built-in names, or by globs such as `maps.yaml#KEY`. */
export class ManifestKeys {
  constructor(
    private readonly path: string,
    private readonly more: readonly Globs[],
  ) {}

  readonly isConfig = (key: string): boolean => {
    const whole = this.wholeOf(key);
    if (isIgnoredPath(this.path, this.more) || this.more.some((globs) => globs.ignore(whole))) return false;
    return configKey.test(key) || this.isNamed(whole);
  };

  /** Whether a key names a config regardless of the content. */
  isCertain(key: string): boolean {
    return certainNames.includes(key) || this.isNamed(this.wholeOf(key));
  }

  private isNamed(whole: string): boolean {
    return this.more.some((globs) => globs.matchKey(whole));
  }

  private wholeOf(key: string): string {
    return `${withoutGitSuffix(this.path)}#${key}`;
  }
}

export function isProjectFile(path: string): boolean {
  return nameOf(withoutGitSuffix(path)) === projectFileName;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Git's file system in VS Code may append `.git` to the path of an old revision. */
function withoutGitSuffix(path: string): string {
  return path.replace(/(\.(?:json|ya?ml))\.git$/, '$1');
}
