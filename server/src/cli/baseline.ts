import { dirname, resolve } from 'node:path';
import { configsRead, noFile, quote, type Readings } from '../model/index.ts';
import { isManifestPath, mayHaveConfigs } from '../names.ts';
import { analysisOf } from '../service/findings/checked-file.ts';
import { Blobs } from './blobs.ts';
import { bytesOf } from './content.ts';
import { isWrittenAsPath, kindOf } from './files.ts';
import { git, line } from './git.ts';
import { type NoRevision, type Revision, revisionIn } from './git-revision.ts';
import { Tree } from './git-tree.ts';
import { shown } from './listing.ts';
import type { Projects } from './projects.ts';
import { type RepositoryPath, repositoryPathsOf } from './repositories.ts';
import { type Current, RevisionBaseline } from './revision-baseline.ts';
import { CannotWork, type Terminal, WrongUsage, warn } from './terminal.ts';

/** The configs to compare with. */
export interface Baseline {
  /** What nodes read in a file at the baseline; undefined if there was none. `current` is the file as it is now. */
  of(path: string, current?: Current): Promise<Readings | undefined>;
  /** The content of a file at exactly this path at the baseline; undefined if there was none. Call it after `missing`. */
  contentOf(path: string): Promise<Uint8Array | undefined>;
  /** The content of the manifest to compare a manifest with. */
  manifestOf(path: string): Promise<Uint8Array | undefined>;
  /** Whether a sparse checkout leaves a file out of the working tree. */
  isLeftOut(path: string): Promise<boolean>;
  /** Configs of the baseline that are not checked. */
  missing(checked: readonly string[], projects: Projects): Promise<MissingConfig[]>;
  close(): void;
}

export interface MissingConfig {
  /** Relative to the working directory. */
  readonly path: string;
  /** The file exists, so nodes get its content. */
  readonly isThere: boolean;
  /** Why it is missing, if it was not simply deleted. */
  readonly why?: string | undefined;
}

/**
 * A git revision or a file. Git decides first, because a pull request can add a file with the name of a revision; `./`
 * selects the file.
 */
export async function openBaseline(
  name: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<Baseline> {
  if (name === '')
    throw new WrongUsage('--baseline is empty', 'name a revision, such as origin/main, or a file');
  if (isWrittenAsPath(name)) return openFile(name, terminal);
  const baselines = new Baselines(name, terminal);
  try {
    const missing: { path: string; no: NoRevision }[] = [];
    const all = paths.length > 0 ? paths : ['.'];
    for (const path of all) {
      const no = await baselines.open(path);
      if (no) missing.push({ path, no });
    }
    const [first] = missing;
    const isFile = kindOf(resolve(terminal.cwd, name)) === 'file';
    if (isFile && !first)
      warn(
        terminal,
        `${quote(name)} is a revision and a file; using the revision`,
        `write "./${name}" for the file`,
      );
    if (!first) return baselines;
    if (!isFile) throw notThere(name, first, terminal);
    if (missing.length < all.length)
      throw new WrongUsage(
        `${quote(name)} is a revision for some paths and a file for others`,
        `write "./${name}" for the file`,
      );
    if (isLikeRevision(name, first.no))
      throw new CannotWork(
        `${quote(name)} is a file, not a git revision (${whyNot(first.no)})`,
        `write "./${name}" for the file`,
      );
    baselines.close();
    return openFile(name, terminal);
  } catch (thrown) {
    baselines.close();
    throw thrown;
  }
}

/** A clone can lack the revision. Do not compare with a file of that name instead. */
function isLikeRevision(name: string, { inRepository }: NoRevision): boolean {
  return inRepository && !/\.(?:jsonc?|ya?ml)$/i.test(name);
}

function whyNot({ why, next }: NoRevision): string {
  return [why, next].filter((part) => part !== '').join('; ');
}

function notThere(
  name: string,
  { path, no }: { path: string; no: NoRevision },
  { cwd }: Terminal,
): CannotWork {
  const isFolder = kindOf(resolve(cwd, name)) === 'folder';
  const what = isFolder
    ? 'is a folder, neither a file nor a git revision'
    : 'is neither a file nor a git revision';
  const where = path === '.' || path === '-' ? '' : ` in the repository of ${quote(path)}`;
  const why = no.why === '' ? '' : ` (${no.why})`;
  return new CannotWork(`${quote(name)} ${what}${where}${why}`, no.next);
}

async function openFile(name: string, terminal: Terminal): Promise<Baseline> {
  const bytes = await bytesOf(name, terminal);
  if (isManifestPath(name) && mayHaveConfigs(Buffer.from(bytes))) return ofFile(noFile, bytes);
  const { readings, source } = analysisOf(bytes);
  if (configsRead(readings).length === 0)
    throw new CannotWork(
      `${quote(name)} cannot be a baseline: nodes cannot read it`,
      `run "hotfix-config check ${name}"`,
    );
  const others = source.fields.filter((field) => field.name === undefined && field.key.value !== '$schema');
  if (others.length > 0 && source.fields.every((field) => field.name === undefined))
    throw new CannotWork(`${quote(name)} cannot be a baseline: not a hotfix config`, 'check the path');
  return ofFile(readings);
}

function ofFile(readings: Readings, manifest?: Uint8Array): Baseline {
  return {
    of: async () => readings,
    contentOf: async () => undefined,
    manifestOf: async () => manifest,
    isLeftOut: async () => false,
    missing: async () => [],
    close: () => {},
  };
}

interface PathArgument {
  /** The path argument, relative to the working directory. */
  readonly path: string;
  /** The names in git: its own, then the target of a link in the path. */
  readonly names: readonly string[];
  readonly baseline: RevisionBaseline;
}

/** A baseline for each repository of the paths. */
class Baselines implements Baseline {
  private readonly arguments = new Map<string, PathArgument>();
  private readonly revisions = new Map<string, Promise<Revision | NoRevision | undefined>>();
  private readonly opened = new Map<string, Promise<{ baseline: RevisionBaseline; tree: Tree }>>();
  private readonly blobs: Blobs[] = [];

  constructor(
    private readonly name: string,
    private readonly terminal: Terminal,
  ) {}

  /** Returns why a path has no such revision. */
  async open(path: string): Promise<NoRevision | undefined> {
    const paths = await this.repositoryPathsOf(path);
    for (const [i, { root, name }] of paths.entries()) {
      const revision = await this.revisionIn(root);
      const isLast = i === paths.length - 1;
      if (revision === undefined || (!isLast && 'why' in revision)) continue;
      if ('why' in revision) return revision;
      const { baseline, tree } = await this.openIn(root, revision);
      // The outer repository decides if it had this path before a link or a nested repository replaced it.
      if (!isLast && !tree.has(name)) continue;
      const names = paths.slice(i).flatMap((one) => (one.root === root ? [one.name] : []));
      this.arguments.set(shown(path, this.terminal), { path: shown(path, this.terminal), names, baseline });
      return undefined;
    }
    return {
      why: `${path === '.' ? 'this folder' : quote(path)} is not in a git repository`,
      next: 'check the path',
      inRepository: false,
    };
  }

  async of(path: string, current?: Current): Promise<Readings | undefined> {
    const found = this.namesOf(path);
    return (await found?.baseline.of(found.names, shown(path, this.terminal), current))?.readings;
  }

  async contentOf(path: string): Promise<Uint8Array | undefined> {
    const found = await this.besideArguments(path);
    return found?.baseline.contentOf(found.names);
  }

  async manifestOf(path: string): Promise<Uint8Array | undefined> {
    const found = this.namesOf(path);
    return (await found?.baseline.manifestOf(found.names))?.content;
  }

  async isLeftOut(path: string): Promise<boolean> {
    const found = await this.besideArguments(path);
    return found?.baseline.isLeftOut(found.names[0] ?? '') ?? false;
  }

  async missing(checked: readonly string[], projects: Projects): Promise<MissingConfig[]> {
    const names = new Map<RevisionBaseline, Set<string>>();
    for (const path of checked) {
      const { argument, rest } = this.argumentAbove(path);
      if (argument)
        names.set(
          argument.baseline,
          (names.get(argument.baseline) ?? new Set()).add(join(argument.names[0] ?? '', rest)),
        );
    }
    const all = new Map<string, MissingConfig>();
    for (const baseline of new Set([...this.arguments.values()].map((argument) => argument.baseline))) {
      const here = [...this.arguments.values()].filter((argument) => argument.baseline === baseline);
      const own = here.map((argument) => argument.names[0] ?? '');
      for (const { name, ...missing } of await baseline.missing(
        own,
        names.get(baseline) ?? new Set(),
        projects,
      ))
        for (const path of pathsOf(name, here)) all.set(path, { path, ...missing });
    }
    return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** A file beside those that are checked can be above all path arguments. */
  private async besideArguments(path: string) {
    if (!this.namesOf(path)) await this.open(path);
    return this.namesOf(path);
  }

  private namesOf(path: string) {
    const { argument, rest } = this.argumentAbove(path);
    return argument && { baseline: argument.baseline, names: argument.names.map((name) => join(name, rest)) };
  }

  close(): void {
    for (const blobs of this.blobs.splice(0)) blobs.close();
  }

  /** The path argument at or above a path. */
  private argumentAbove(path: string): { argument: PathArgument | undefined; rest: string } {
    const whole = shown(path, this.terminal);
    const isOutside = whole === '..' || whole.startsWith('../');
    for (let folder = whole; ; folder = dirname(folder)) {
      const argument = this.arguments.get(folder);
      // The folder of `..` is written `.`, which is the working directory.
      if (argument && !(isOutside && folder === '.'))
        return {
          argument,
          rest:
            folder === whole ? '' : folder === '.' ? whole : whole.slice(folder.length).replace(/^\//, ''),
        };
      if (dirname(folder) === folder) return { argument: undefined, rest: '' };
    }
  }

  private async repositoryPathsOf(path: string): Promise<RepositoryPath[]> {
    const absolute = resolve(this.terminal.cwd, path);
    const paths = repositoryPathsOf(absolute);
    if (paths.length > 0 || !this.terminal.env['GIT_DIR']) return paths;
    const top = await git(this.terminal.cwd, 'rev-parse', '--show-toplevel');
    return top.ok ? [{ root: line(top), name: shown(path, { ...this.terminal, cwd: line(top) }) }] : [];
  }

  private revisionIn(root: string): Promise<Revision | NoRevision | undefined> {
    const known = this.revisions.get(root) ?? revisionIn(root, this.name);
    this.revisions.set(root, known);
    return known;
  }

  private openIn(root: string, revision: Revision): Promise<{ baseline: RevisionBaseline; tree: Tree }> {
    const known = this.opened.get(root) ?? this.read(root, revision);
    this.opened.set(root, known);
    return known;
  }

  private async read(root: string, revision: Revision): Promise<{ baseline: RevisionBaseline; tree: Tree }> {
    if (revision.note !== undefined) warn(this.terminal, revision.note, revision.hint);
    const blobs = await Blobs.open(root);
    this.blobs.push(blobs);
    const tree = await Tree.at(revision, root, blobs);
    return { tree, baseline: new RevisionBaseline(root, this.name, tree, this.terminal) };
  }
}

function join(folder: string, rest: string): string {
  return folder === '' || rest === '' ? folder + rest : `${folder}/${rest}`;
}

/** The paths of a git name below the path arguments. */
function pathsOf(name: string, all: readonly PathArgument[]): string[] {
  return all.flatMap(({ path, names: [own = ''] }) => {
    if (name === own) return [path];
    if (own !== '' && !name.startsWith(`${own}/`)) return [];
    const rest = own === '' ? name : name.slice(own.length + 1);
    return [path === '.' ? rest : join(path, rest)];
  });
}
