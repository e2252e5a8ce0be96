import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { quote } from '../model/index.ts';
import type { Cancellation } from '../service/host.ts';
import { isConfigPath } from '../service/settings/names.ts';
import { cannot } from './files.ts';
import { filesInRepository } from './git-files.ts';
import { type BrokenProject, CannotWork, type ErrorOutput, type Terminal } from './terminal.ts';

type Asking = ErrorOutput & Pick<Terminal, 'cwd'>;

/** A file or folder that could not be read. */
export interface Unread {
  readonly path: string;
  readonly problem: CannotWork | BrokenProject;
}

/**
 * The files whose path contains no symbolic link. A link can lead out of the folder, even where git lists files of a
 * folder. A link that stays inside leads to a file that is listed anyway.
 */
export function withoutLinked(files: readonly string[], root: string): string[] {
  const real = realpathSync(root);
  const plainFolders = new Map<string, boolean>();
  const isPlainFolder = (folder: string) => {
    const known = plainFolders.get(folder) ?? realpathSync(join(root, folder)) === join(real, folder);
    plainFolders.set(folder, known);
    return known;
  };
  return files.filter((file) => {
    try {
      return lstatSync(join(root, file)).isFile() && isPlainFolder(dirname(file));
    } catch {
      // Git still lists deleted files.
      return false;
    }
  });
}

/**
 * The files and links below a folder, with relative names. Git-ignored files are left out if git can be asked. Git also lists
 * deleted files, and files in linked folders.
 */
export class Listing {
  readonly unread: Unread[] = [];
  /** Files that a sparse checkout leaves out of the working tree. */
  readonly leftOut = new Set<string>();

  constructor(
    private readonly root: string,
    private readonly terminal: Asking,
    private readonly cancellation?: Pick<Cancellation, 'isCancellationRequested'>,
  ) {}

  /** Incomplete if canceled. */
  async files(below = ''): Promise<string[]> {
    if (this.cancellation?.isCancellationRequested) return [];
    const tracked = await filesInRepository(join(this.root, below), this.terminal);
    if (!tracked) return this.walk(below);
    for (const name of tracked.leftOut) this.leftOut.add(below + name);
    for (const name of tracked.unreadable) this.warnOfName(below + name);
    const files = tracked.files.map((name) => below + name);
    for (const name of tracked.repositories.keys()) {
      const inner = `${below}${name}/`;
      if (existsSync(join(this.root, inner, '.git'))) files.push(...(await this.files(inner)));
    }
    return files;
  }

  private async walk(top: string): Promise<string[]> {
    const files: string[] = [];
    const folders = [top];
    for (const below of folders) {
      if (await this.isCanceled()) return [];
      for (const entry of this.entriesOf(join(this.root, below))) {
        const name = below + entry.name;
        // Node decodes an invalid name with U+FFFD and cannot open the file by it.
        if (name.includes('\ufffd') && !existsSync(join(this.root, name))) this.warnOfName(name);
        else if (entry.isFile() || entry.isSymbolicLink()) files.push(name);
        else if (entry.isDirectory() && !unwatched.includes(entry.name)) folders.push(`${name}/`);
      }
    }
    return files;
  }

  /** A cancellation is a message, which is read between two pieces of work. */
  private async isCanceled(): Promise<boolean> {
    if (this.cancellation) await new Promise((resolve) => setImmediate(resolve));
    return this.cancellation?.isCancellationRequested ?? false;
  }

  /** Such a file cannot be read. If it is a config, skipping it silently would hide its faults. */
  private warnOfName(name: string): void {
    if (!isConfigPath(`/${name}`, [])) return;
    const path = shown(join(this.root, name), this.terminal);
    this.unread.push({
      path,
      problem: new CannotWork(`cannot read ${quote(path)}: the file name is not valid UTF-8`, 'rename it'),
    });
  }

  private entriesOf(folder: string) {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (thrown) {
      const path = shown(folder, this.terminal);
      this.unread.push({ path, problem: cannot(`read ${quote(path)}`, thrown) });
      return [];
    }
  }
}

const unwatched = ['node_modules', '.git'];

export function shown(path: string, { cwd }: Pick<Terminal, 'cwd'>): string {
  return (relative(cwd, resolve(cwd, path)) || '.').replaceAll(sep, '/');
}
