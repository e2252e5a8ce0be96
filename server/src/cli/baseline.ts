import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Analysis, type Config, decodeUtf8, quote } from '../model/index.ts';
import { isConfigPath } from '../service/names.ts';
import { shown } from './configs.ts';
import { readBytes } from './files.ts';
import { git } from './git.ts';
import type { Projects } from './projects.ts';
import { CannotWork, type Terminal } from './terminal.ts';

/** What configs are compared with. */
export interface Baseline {
  /** The config that a file had: null where nodes could not read it, undefined where there was none. */
  of(path: string): Promise<Config | null | undefined>;
  /** The configs below some paths that were there and are gone, relative to the working directory. */
  goneFrom(paths: readonly string[], projects: Projects): Promise<string[]>;
}

/** A file where there is one of that name, else a revision of the repository around the working directory. */
export async function openBaseline(name: string, terminal: Terminal): Promise<Baseline> {
  const file = resolve(terminal.cwd, name);
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return GitBaseline.open(name, terminal);
  const { config } = new Analysis(decodeUtf8(await readBytes(name, terminal)));
  return { of: async () => config, goneFrom: async () => [] };
}

class GitBaseline implements Baseline {
  private constructor(
    private readonly revision: string,
    private readonly root: string,
    private readonly terminal: Terminal,
    private readonly renamedFrom: ReadonlyMap<string, string>,
  ) {}

  static async open(revision: string, terminal: Terminal): Promise<GitBaseline> {
    const top = await git(terminal.cwd, 'rev-parse', '--show-toplevel');
    if (!top.ok) {
      throw new CannotWork(
        `${quote(revision)} is no file, and no revision either: this folder is in no git repository.`,
      );
    }
    const root = top.out.toString('utf8').trimEnd();
    const commit = await git(
      root,
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    );
    if (!commit.ok) throw new CannotWork(await missingRevision(revision, root));
    const hash = commit.out.toString('utf8').trim();
    return new GitBaseline(hash, root, terminal, await renames(root, hash));
  }

  async of(path: string): Promise<Config | null | undefined> {
    const name = await this.nameInRepository(path);
    const blob = await git(
      this.root,
      'cat-file',
      'blob',
      `${this.revision}:${this.renamedFrom.get(name) ?? name}`,
    );
    // A file that is new since then has nothing to lose.
    return blob.ok ? new Analysis(decodeUtf8(blob.out)).config : undefined;
  }

  async goneFrom(paths: readonly string[], projects: Projects): Promise<string[]> {
    const tree = await git(this.root, 'ls-tree', '-r', '-z', '--name-only', this.revision);
    if (!tree.ok) throw new CannotWork(`git could not list ${quote(this.revision)}: ${tree.err}.`);
    const moved = new Set(this.renamedFrom.values());
    const below = await Promise.all(
      (paths.length > 0 ? paths : ['.']).map((path) => this.nameInRepository(path)),
    );
    const gone: string[] = [];
    for (const name of tree.out.toString('utf8').split('\0')) {
      const inside = below.some(
        (folder) => folder === '' || name === folder || name.startsWith(`${folder}/`),
      );
      if (!inside || !name.endsWith('.json') || moved.has(name)) continue;
      const path = join(this.root, name);
      const there = await stat(path).then(
        () => true,
        () => false,
      );
      if (there) continue;
      if (isConfigPath(`/${name}`, []) || isConfigPath(path, await projects.globsFor(path)))
        gone.push(shown(path, this.terminal));
    }
    return gone;
  }

  /** By way of the real folder: git knows no symbolic link above the repository. */
  private async nameInRepository(path: string): Promise<string> {
    const absolute = resolve(this.terminal.cwd, path);
    const folder = await realpath(dirname(absolute)).catch(() => dirname(absolute));
    return relative(this.root, join(folder, absolute.slice(dirname(absolute).length))).replaceAll(sep, '/');
  }
}

/** New names of files by their old ones, as git sees them between a revision and the working tree. */
async function renames(root: string, revision: string): Promise<ReadonlyMap<string, string>> {
  const diff = await git(
    root,
    'diff',
    '--no-ext-diff',
    '--no-textconv',
    '--name-status',
    '-z',
    '--find-renames',
    '--diff-filter=R',
    revision,
  );
  const parts = diff.ok ? diff.out.toString('utf8').split('\0') : [];
  const renamed = new Map<string, string>();
  for (let i = 0; i + 2 < parts.length; i += 3) renamed.set(parts[i + 2] ?? '', parts[i + 1] ?? '');
  return renamed;
}

async function missingRevision(revision: string, root: string): Promise<string> {
  const shallow = await git(root, 'rev-parse', '--is-shallow-repository');
  const cut = shallow.ok && shallow.out.toString('utf8').trim() === 'true';
  const next = cut
    ? 'this clone is shallow, fetch more of its history ("git fetch --unshallow")'
    : 'check its name';
  return `${quote(revision)} is no file and no revision of this repository; ${next}.`;
}
