import { posix } from 'node:path';
import { quote } from '../model/index.ts';
import type { Blobs } from './blobs.ts';
import { git } from './git.ts';
import { linesOf } from './git-files.ts';
import { because, whyNoAnswer } from './git-problems.ts';
import type { Revision } from './git-revision.ts';

interface Entry {
  readonly is: 'file' | 'link' | 'submodule';
  readonly hash: string;
  /** The name as bytes, if it is not valid UTF-8. */
  readonly bytes: Buffer | undefined;
}

/** The files of a repository at a revision. */
export class Tree {
  private readonly hasLinks: boolean;

  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly blobs: Blobs,
  ) {
    this.hasLinks = [...entries.values()].some((entry) => entry.is === 'link');
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

  /** The blobs of files and links. */
  get names(): string[] {
    return [...this.entries].flatMap(([name, entry]) => (entry.is === 'submodule' ? [] : [name]));
  }

  /** Files that are not links. */
  get files(): string[] {
    return [...this.entries].flatMap(([name, entry]) => (entry.is === 'file' ? [name] : []));
  }

  /** The commits of submodules by their names. */
  get submodules(): ReadonlyMap<string, string> {
    const all = [...this.entries].filter(([, entry]) => entry.is === 'submodule');
    return new Map(all.map(([name, { hash }]) => [name, hash]));
  }

  /** Whether there was a file or a folder, or possibly the target of a link. */
  has(name: string): boolean {
    const above = name.split('/').map((_, i, parts) => this.entries.get(parts.slice(0, i + 1).join('/')));
    // A submodule has its own history.
    if (name === '' || above.some((entry) => entry !== undefined && entry.is !== 'submodule')) return true;
    for (const known of this.entries.keys()) if (known.startsWith(`${name}/`)) return true;
    return false;
  }

  /** The name as bytes, if it is not valid UTF-8. */
  bytesOf(name: string): Buffer | undefined {
    return this.entries.get(name)?.bytes;
  }

  /** The files and links at or below a name, by their real names: links in the path are followed. */
  async below(name: string): Promise<string[]> {
    const real = name === '' ? '' : await this.realName(name);
    if (real === undefined) return [];
    const names: string[] = [];
    const prefix = real === '' ? '' : `${real}/`;
    for (const known of this.names) {
      if (known === real) names.push(name);
      else if (known.startsWith(prefix)) names.push(posix.join(name, known.slice(prefix.length)));
    }
    return names;
  }

  /** The hash of the file that a name leads to. */
  async hashOf(name: string): Promise<string | undefined> {
    const real = await this.realName(name);
    const entry = this.entries.get(real ?? '');
    return entry?.is === 'file' ? entry.hash : undefined;
  }

  async read(name: string): Promise<Buffer | undefined> {
    const hash = await this.hashOf(name);
    return hash === undefined ? undefined : this.blobs.read(hash);
  }

  /** Whether a file has this content, without reading it. */
  async contains(name: string, content: Uint8Array): Promise<boolean> {
    const hash = await this.hashOf(name);
    return hash !== undefined && (await hashOfBlob(content, hash.length)) === hash;
  }

  /** The name without links; undefined if a link leads out of the repository or in a circle. */
  async realName(name: string, most = 40): Promise<string | undefined> {
    if (!this.hasLinks) return name;
    const parts = name.split('/');
    for (const i of parts.keys()) {
      const entry = this.entries.get(parts.slice(0, i + 1).join('/'));
      if (entry?.is !== 'link') continue;
      const target = (await this.blobs.read(entry.hash)).toString('utf8');
      const next = posix.join(...parts.slice(0, i), target, ...parts.slice(i + 1));
      const isOutside = posix.isAbsolute(target) || next === '..' || next.startsWith('../');
      return isOutside || most === 0 ? undefined : this.realName(next, most - 1);
    }
    return name;
  }
}

/** The hash in git, which is SHA-1 or SHA-256. */
async function hashOfBlob(content: Uint8Array, length: number): Promise<string> {
  // Loading it takes as long as the check of a file.
  const { createHash } = await import('node:crypto');
  const hash = createHash(length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}

const kinds: Readonly<Record<string, Entry['is']>> = { 100: 'file', 120: 'link', 160: 'submodule' };

async function readAll(root: string, commits: readonly string[]): Promise<ReadonlyMap<string, Entry>[]> {
  const trees: ReadonlyMap<string, Entry>[] = [];
  for (const commit of commits) trees.push(await read(root, commit));
  return trees;
}

async function read(root: string, commit: string): Promise<ReadonlyMap<string, Entry>> {
  const tree = await git(root, 'ls-tree', '-r', '-z', '--full-tree', commit);
  if (!tree.ok) throw because(`cannot list files of commit ${quote(commit)}`, whyNoAnswer(tree));
  const entries = new Map<string, Entry>();
  for (const { text, bytes, isReadable } of linesOf(tree.out)) {
    const [, mode = '', hash = '', name = ''] = /^(100|120|160)\d+ \w+ (\w+)\t(.*)$/s.exec(text) ?? [];
    const own = isReadable ? undefined : Buffer.from(bytes.subarray(bytes.indexOf('\t') + 1));
    if (name !== '') entries.set(name, { is: kinds[mode] ?? 'file', hash, bytes: own });
  }
  return entries;
}
