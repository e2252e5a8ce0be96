import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Analysis, type Config, decodeUtf8, quote } from '../model/index.ts';
import { Blobs } from './blobs.ts';
import { shown } from './configs.ts';
import { bytesOf } from './content.ts';
import { kindOf } from './files.ts';
import { git, whatIsNext, whyNoAnswer } from './git.ts';
import type { Projects } from './projects.ts';
import { CannotWork, type Terminal, WrongUsage } from './terminal.ts';

/** What configs are compared with. */
export interface Baseline {
  /** The config that a file had: null where nodes could not read it, undefined where there was none. */
  of(path: string): Promise<Config | null | undefined>;
  /** The configs that were there, are gone and went on under no name that is checked, relative to the working directory. */
  gone(checked: readonly string[], projects: Projects): Promise<string[]>;
  close(): void;
}

/** A file where there is one of that name, else a revision of the repository around the working directory. */
export async function openBaseline(
  name: string,
  paths: readonly string[],
  terminal: Terminal,
): Promise<Baseline> {
  if (name === '')
    throw new WrongUsage('"" names no baseline; write --baseline REVISION, such as origin/main, or a file.');
  const kind = kindOf(resolve(terminal.cwd, name));
  if (kind !== 'file') return openRevision(name, kind, paths, terminal);
  const { config } = new Analysis(decodeUtf8(await bytesOf(name, terminal)));
  return { of: async () => config, gone: async () => [], close: () => {} };
}

async function openRevision(
  name: string,
  kind: 'folder' | 'nothing',
  paths: readonly string[],
  terminal: Terminal,
): Promise<Baseline> {
  const what = kind === 'folder' ? 'a folder, no file' : 'no file';
  const top = await git(terminal.cwd, 'rev-parse', '--show-toplevel');
  if (!top.ok)
    throw new CannotWork(`${quote(name)} is ${what}, and no revision either: ${whyNoAnswer(top)}.`);
  const root = top.out.toString('utf8').trimEnd();
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const commit = await git(root, ...words);
  if (!commit.ok) {
    throw new CannotWork(
      `${quote(name)} is ${what} and no revision of this repository; ${await whatIsNext(root)}.`,
    );
  }
  const hash = commit.out.toString('utf8').trim();
  const below = (paths.length > 0 ? paths : ['.']).map((path) => nameIn(root, path, terminal));
  const renamedFrom = await renames(root, hash);
  const oldNames = [...renamedFrom].flatMap(([now, old]) => (isAmong(below, now) ? [old] : []));
  const before = await treeOf(root, { name, hash }, [...below, ...oldNames]);
  return new RevisionBaseline(root, terminal, below, renamedFrom, before, await Blobs.open(root));
}

class RevisionBaseline implements Baseline {
  /** The repositories inside of this one that were told of. */
  private readonly told = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly terminal: Terminal,
    /** What is checked, as git names it. */
    private readonly below: readonly string[],
    private readonly renamedFrom: ReadonlyMap<string, string>,
    /** The hashes of the files at the revision. */
    private readonly before: ReadonlyMap<string, string>,
    private readonly blobs: Blobs,
  ) {}

  async of(path: string): Promise<Config | null | undefined> {
    const name = nameIn(this.root, path, this.terminal);
    const hash = this.before.get(this.renamedFrom.get(name) ?? name);
    if (hash === undefined) this.tellOfOtherRepository(name);
    // A file that is new since then has nothing to lose.
    return hash === undefined ? undefined : new Analysis(decodeUtf8(await this.blobs.read(hash))).config;
  }

  async gone(checked: readonly string[], projects: Projects): Promise<string[]> {
    const { configsAmong } = await import('./config-names.ts');
    const goesOn = new Set(
      checked.map((path) => this.renamedFrom.get(nameIn(this.root, path, this.terminal))),
    );
    const missing = [...this.before.keys()].filter(
      (name) => !goesOn.has(name) && isAmong(this.below, name) && !existsSync(join(this.root, name)),
    );
    if (missing.length === 0) return [];
    const leftOut = await this.leftOut();
    const configs = new Set([
      ...missing.filter((name) => this.below.includes(name)),
      ...(await configsAmong(missing, this.root, projects)),
      ...(await this.namedThen(missing)),
    ]);
    return [...configs]
      .sort()
      .filter((name) => !leftOut.has(name))
      .map((name) => shown(join(this.root, name), this.terminal));
  }

  /** What project files named at the revision: one may have gone together with the configs that it names. */
  private async namedThen(missing: readonly string[]): Promise<string[]> {
    const { Globs, isProjectFile } = await import('../service/names.ts');
    const named = new Set<string>();
    for (const [path, hash] of this.before) {
      if (!isProjectFile(path)) continue;
      const { readProjectFile } = await import('../service/project.ts');
      const { settings } = readProjectFile(decodeUtf8(await this.blobs.read(hash)));
      const globs = new Globs(`/${dirname(path)}`.replace(/\/\.$/, ''), settings.files ?? []);
      for (const name of missing) if (globs.match(`/${name}`)) named.add(name);
    }
    return [...named];
  }

  close(): void {
    this.blobs.close();
  }

  /** A submodule or a clone inside has revisions of its own. */
  private tellOfOtherRepository(name: string): void {
    const folders = name
      .split('/')
      .slice(0, -1)
      .map((_, i, all) => all.slice(0, i + 1).join('/'));
    const other = folders.find((folder) => existsSync(join(this.root, folder, '.git')));
    if (other === undefined || this.told.has(other)) return;
    this.told.add(other);
    const path = quote(shown(join(this.root, other), this.terminal));
    this.terminal.err(
      `hotfix-config: ${path} is a repository of its own: its configs are compared with nothing here; run this in it.\n`,
    );
  }

  /** What a sparse checkout leaves out of the working tree is not gone. */
  private async leftOut(): Promise<ReadonlySet<string>> {
    const listed = await git(this.root, 'ls-files', '-t', '-z', '--cached');
    const lines = listed.out.toString('utf8').split('\0');
    return new Set(lines.filter((line) => line.startsWith('S ')).map((line) => line.slice(2)));
  }
}

/** Whether a name is one of some paths, or below one of them. */
function isAmong(paths: readonly string[], name: string): boolean {
  return paths.some((path) => path === '' || name === path || name.startsWith(`${path}/`));
}

/** More would not fit into a command, and git compares each with every file. */
const mostPaths = 500;

/** What git calls a path: it knows no symbolic link above the repository, and follows none in it. */
function nameIn(root: string, path: string, { cwd }: Terminal): string {
  const name = relative(root, realPathOf(resolve(cwd, path))).replaceAll(sep, '/');
  if (name !== '..' && !name.startsWith('../')) return name;
  throw new CannotWork(
    `${quote(path)} has no baseline: it is outside of the repository around the working directory; run this there.`,
  );
}

/** Of what is gone, as much as is left of the folders above it. */
function realPathOf(path: string): string {
  const isThere = existsSync(path) || dirname(path) === path;
  return isThere ? realpathSync(path) : join(realPathOf(dirname(path)), basename(path));
}

/** The hashes of the files at a revision by their names, as far as they are below some paths. */
async function treeOf(
  root: string,
  { name: revision, hash: commit }: { name: string; hash: string },
  below: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const paths = below.includes('') || below.length > mostPaths ? [] : below;
  const tree = await git(root, 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths);
  if (!tree.ok) throw new CannotWork(`git cannot list ${quote(revision)}: ${whyNoAnswer(tree)}.`);
  const hashes = new Map<string, string>();
  for (const line of tree.out.toString('utf8').split('\0')) {
    const [, hash = '', name = ''] = /^100\d+ blob (\w+)\t(.*)$/s.exec(line) ?? [];
    if (name !== '') hashes.set(name, hash);
  }
  return hashes;
}

/**
 * The old names of files by their new ones, as git sees them between a revision and its index: to look at the working
 * tree it would run the filters that a repository configures.
 */
async function renames(root: string, revision: string): Promise<ReadonlyMap<string, string>> {
  const options = ['--cached', '--no-ext-diff', '--no-textconv', '--name-status', '-z'];
  const diff = await git(root, 'diff', ...options, '--find-renames', '--diff-filter=R', revision);
  const parts = diff.ok ? diff.out.toString('utf8').split('\0') : [];
  const renamed = new Map<string, string>();
  for (let i = 0; i + 2 < parts.length; i += 3) renamed.set(parts[i + 2] ?? '', parts[i + 1] ?? '');
  return renamed;
}
