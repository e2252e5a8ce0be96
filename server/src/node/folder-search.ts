import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { globMatcher, isNameGlob } from '../glob.ts';
import type { Cancellation } from '../service/host.ts';

/** The content of a folder. Empty folders are left out, and so are chains of folders with a single folder in them. */
interface Found {
  readonly files: readonly string[];
  readonly folders: readonly Found[];
}

/** By path. */
type Tree = Map<string, Promise<Found | undefined>>;

interface Search {
  readonly matches: (path: string) => boolean;
  readonly tree: Tree;
  /** In milliseconds. */
  readonly end: number;
  readonly cancellation: Cancellation | undefined;
}

/** In milliseconds. On a slow disk, findings do not wait for the rest of the search. */
const patience = 20_000;
const foldersAtOnce = 16;
const passedOver: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Searches files by globs. For a glob that only has a file name, a folder inside an earlier search is not listed
 * again, because nested folders may each start a search. Meant to live as long as one command or one round of
 * searches.
 */
export class FolderSearch {
  private readonly trees = new Map<string, Tree>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  /**
   * The paths of the files below a folder. Folders behind symbolic links are skipped, because they may lead in a
   * circle.
   */
  async files(root: string, glob: string, cancellation?: Cancellation): Promise<string[]> {
    const tree: Tree = (isNameGlob(glob) && this.trees.get(glob)) || new Map();
    this.trees.set(glob, tree);
    const search = { matches: globMatcher(glob), tree, end: Date.now() + patience, cancellation };
    const found = await this.below(root, '', search);
    const files: string[] = [];
    const folders = found ? [found] : [];
    for (const folder of folders) {
      files.push(...folder.files);
      folders.push(...folder.folders);
    }
    return files;
  }

  private below(folder: string, path: string, search: Search): Promise<Found | undefined> {
    const known = search.tree.get(folder) ?? this.look(folder, path, search);
    search.tree.set(folder, known);
    return known;
  }

  private async look(folder: string, path: string, search: Search): Promise<Found | undefined> {
    const entries = await this.inTurn(() => entriesOf(folder, search));
    const files = entries.filter((entry) => entry.isFile() && search.matches(path + entry.name));
    const inner = entries.filter((entry) => entry.isDirectory() && !passedOver.has(entry.name));
    const found = await Promise.all(
      inner.map(({ name }) => this.below(join(folder, name), `${path}${name}/`, search)),
    );
    const folders = found.filter((one) => one !== undefined);
    if (files.length === 0 && folders.length < 2) return folders[0];
    return { files: files.map(({ name }) => join(folder, name)), folders };
  }

  /** First in, first out: folders near the top are listed first. */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= foldersAtOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.busy++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }
}

async function entriesOf(folder: string, { end, cancellation }: Search): Promise<Dirent[]> {
  if (cancellation?.isCancellationRequested || Date.now() > end) return [];
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
