import { posix } from 'node:path';
import { quote } from '../model/index.ts';
import type { Blobs } from './blobs.ts';
import { git } from './git.ts';
import { linesOf } from './git-files.ts';
import { whyNoAnswer } from './git-problems.ts';
import type { Revision } from './git-revision.ts';
import { CannotWork } from './terminal.ts';

interface Entry {
  readonly isLink: boolean;
  readonly hash: string;
  /** Its name, where that is not UTF-8. */
  readonly bytes: Buffer | undefined;
}

/** The files of a repository at a revision. */
export class Tree {
  private readonly hasLinks: boolean;

  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly blobs: Blobs,
  ) {
    this.hasLinks = [...entries.values()].some(({ isLink }) => isLink);
  }

  static async at({ bases, tip }: Revision, root: string, blobs: Blobs): Promise<Tree> {
    const [first = new Map<string, Entry>(), ...others] = await readAll(root, bases);
    if (others.length === 0) return new Tree(first, blobs);
    const entries = new Map(await read(root, tip));
    const names = new Set([first, ...others, entries].flatMap((tree) => [...tree.keys()]));
    for (const name of names) {
      const entry = first.get(name);
      if (others.some((other) => other.get(name)?.hash !== entry?.hash)) continue;
      if (entry) entries.set(name, entry);
      else entries.delete(name);
    }
    return new Tree(entries, blobs);
  }

  get names(): Iterable<string> {
    return this.entries.keys();
  }

  /** Whether there was a file or a folder, or what a link may have led to. */
  has(name: string): boolean {
    const parts = name.split('/');
    if (name === '' || parts.some((_, i) => this.entries.has(parts.slice(0, i + 1).join('/')))) return true;
    for (const known of this.entries.keys()) if (known.startsWith(`${name}/`)) return true;
    return false;
  }

  /** Its name as bytes, where that is not UTF-8. */
  bytesOf(name: string): Buffer | undefined {
    return this.entries.get(name)?.bytes;
  }

  /** The files and links at or below a name, by their names there: a link on the way was followed then. */
  async below(name: string): Promise<string[]> {
    const real = name === '' ? '' : await this.realName(name);
    if (real === undefined) return [];
    const names: string[] = [];
    const prefix = real === '' ? '' : `${real}/`;
    for (const known of this.entries.keys()) {
      if (known === real) names.push(name);
      else if (known.startsWith(prefix)) names.push(posix.join(name, known.slice(prefix.length)));
    }
    return names;
  }

  /** The hash of the file that a name led to. */
  async hashOf(name: string): Promise<string | undefined> {
    const real = await this.realName(name);
    return real === undefined ? undefined : this.entries.get(real)?.hash;
  }

  async read(name: string): Promise<Buffer | undefined> {
    const hash = await this.hashOf(name);
    return hash === undefined ? undefined : this.blobs.read(hash);
  }

  /** The name without links; undefined where one led out of the repository, or in a circle. */
  async realName(name: string, most = 40): Promise<string | undefined> {
    if (!this.hasLinks) return name;
    const parts = name.split('/');
    for (const i of parts.keys()) {
      const entry = this.entries.get(parts.slice(0, i + 1).join('/'));
      if (!entry?.isLink) continue;
      const target = (await this.blobs.read(entry.hash)).toString('utf8');
      const next = posix.join(...parts.slice(0, i), target, ...parts.slice(i + 1));
      const isOutside = posix.isAbsolute(target) || next === '..' || next.startsWith('../');
      return isOutside || most === 0 ? undefined : this.realName(next, most - 1);
    }
    return name;
  }
}

async function readAll(root: string, commits: readonly string[]): Promise<ReadonlyMap<string, Entry>[]> {
  const trees: ReadonlyMap<string, Entry>[] = [];
  for (const commit of commits) trees.push(await read(root, commit));
  return trees;
}

async function read(root: string, commit: string): Promise<ReadonlyMap<string, Entry>> {
  const tree = await git(root, 'ls-tree', '-r', '-z', '--full-tree', commit);
  if (!tree.ok) throw new CannotWork(`git cannot list ${quote(commit)}: ${whyNoAnswer(tree)}.`);
  const entries = new Map<string, Entry>();
  for (const { text, bytes, isReadable } of linesOf(tree.out)) {
    const [, mode = '', hash = '', name = ''] = /^(100|120)\d+ blob (\w+)\t(.*)$/s.exec(text) ?? [];
    const own = isReadable ? undefined : Buffer.from(bytes.subarray(bytes.indexOf('\t') + 1));
    if (name !== '') entries.set(name, { isLink: mode === '120', hash, bytes: own });
  }
  return entries;
}
